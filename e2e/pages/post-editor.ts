import type { Locator, Page } from '@playwright/test';

export type SectionKind = 'summary' | 'comment' | 'free';

/** The middle column: the open post. Places inside the text have no roles of their own and go by what they are. */
export const postEditor = (page: Page) => {
  const text = page.getByRole('main', { name: 'Post' }).getByRole('textbox', { name: 'Post', exact: true });
  const section = (kind: SectionKind): Locator => text.locator(`section[data-kind="${kind}"]`);
  const figures = text.locator('figure:not(.embed, .recording)');
  const videos = text.locator('figure.embed');
  return {
    text,
    headline: text.getByRole('heading', { level: 1 }),
    section,
    /** The quiet label on the rule over a section. */
    label: (kind: SectionKind): Locator => section(kind).getByRole('textbox', { name: 'Label of this section' }),
    /** The heading that the reader sees over a section, e.g. "My Comment:". */
    heading: (kind: SectionKind): Locator => section(kind).locator('h2.section-heading'),
    paragraphs: (kind: SectionKind): Locator => section(kind).getByRole('paragraph'),
    figures,
    videos,
    /** Video and audio files of the library. */
    recordings: text.locator('figure.recording'),
    quotations: text.getByRole('blockquote'),
    citations: text.locator('cite[data-source]'),
    caption: (block: Locator): Locator => block.locator('.caption'),
    credit: (block: Locator): Locator => block.locator('.credit'),
    picture: (figure: Locator): Locator => figure.locator('img'),
    /** The floating tools of the selected picture, video or gallery. */
    tools: (kind: 'Picture' | 'Video' | 'Post of another site' | 'Gallery' | 'Video file' | 'Audio file'): Locator =>
      page.getByRole('toolbar', { name: kind, exact: true }),
    /** Selects a picture as a whole and describes it. */
    describe: async (figure: Locator, alternativeText: string): Promise<void> => {
      await figure.locator('img').click();
      const field = page.getByRole('textbox', { name: 'Alternative text' });
      await field.fill(alternativeText);
      await field.press('Enter');
    },
    /** The words of the footnote that is open for writing. */
    note: page.getByRole('textbox', { name: 'Text of the footnote' }),
    /** Pastes as a browser does, with exactly this on the clipboard. */
    paste: (data: Readonly<Record<string, string>>): Promise<void> =>
      text.evaluate((root, given) => {
        const clipboardData = new DataTransfer();
        for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
        root.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, data),
    /** Drops files, by their names, onto an element, `side` of the way over it from its left. */
    dropFiles: (target: Locator, files: Readonly<Record<string, Buffer>>, side = 0.5): Promise<void> =>
      target.evaluate(
        (element, { dropped, part }) => {
          const dataTransfer = new DataTransfer();
          for (const [name, bytes] of dropped) {
            const data = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
            const ending = name.split('.').at(-1) ?? '';
            const type = `${/webm|mp4|avi/.test(ending) ? 'video' : 'image'}/${ending.replace('jpg', 'jpeg')}`;
            dataTransfer.items.add(new File([data], name, { type }));
          }
          const { left, top, width, height } = element.getBoundingClientRect();
          const place = { clientX: left + width * part, clientY: top + height / 2 };
          element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer, ...place }));
        },
        {
          dropped: Object.entries(files).map(([name, bytes]) => [name, bytes.toString('base64')] as const),
          part: side,
        },
      ),
    /** Marks words of the text that stand in one piece, as a drag over them would. */
    selectWords: async (words: string): Promise<void> => {
      await text.evaluate((root, wanted) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1;
          if (at < 0) continue;
          getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
          return;
        }
        throw new Error(`The text has no “${wanted}” in one piece`);
      }, words);
    },
    /** The small panel beside the selection: link, video, source. */
    panel: (title: string): Locator => page.getByRole('dialog', { name: title }),
  };
};
