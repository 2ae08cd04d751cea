import type { Page } from 'playwright';
import { prepareTiming, type Timing } from './pages.ts';
import { openInOurs, openInPeer, placeCaret } from './posts.ts';
import { type Round, type Row, rowOf } from './statistics.ts';
import { makeDocument, makeProse } from './words.ts';

const span = (text: string, style: string): string =>
  `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-style:normal;font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;${style}">${text}</span>`;

/** Words as Google Docs puts them on the clipboard: everything said with styles, inside a `<b>` that is not bold. */
const googleDocsHtml = (words: number): string => {
  const paragraphs = Array.from({ length: Math.round(words / 70) }, (_, at) => {
    const text = makeProse(70, at + 1).split(' ');
    const runs = [
      span(`${text.slice(0, 30).join(' ')} `, 'font-weight:400;'),
      span(
        `${text.slice(30, 36).join(' ')} `,
        at % 2 === 0 ? 'font-weight:700;' : 'font-weight:400;font-style:italic;',
      ),
      span(text.slice(36).join(' '), 'font-weight:400;'),
    ];
    return `<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:12pt;">${runs.join('')}</p>`;
  });
  return `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-6b1f0c52-7fff-2a41-9c1e-0f3d7c1f2e11">${paragraphs.join('')}<p dir="ltr">${span('The very end.', 'font-weight:400;')}</p></b>`;
};

const pasteAndTakeBack = async (page: Page, html: string): Promise<number> => {
  const time = await page.evaluate((text) => {
    const editor = document.querySelector('.ProseMirror') as HTMLElement;
    const data = new DataTransfer();
    data.setData('text/html', text);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    return (window as unknown as Timing).untilShown(
      () => editor.dispatchEvent(event),
      () => editor.textContent?.includes('The very end.') === true,
    );
  }, html);
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => !document.querySelector('.ProseMirror')?.textContent?.includes('The very end.'));
  return time;
};

/** From the paste of `words` words of Google Docs HTML to the frame that shows them, against ProseMirror's own paste. */
export const benchPasting = async (words: number, rounds: number): Promise<Row> => {
  const ours = await openInOurs(200, 0);
  const peer = await openInPeer(makeDocument(200, []), []);
  const html = googleDocsHtml(words);
  try {
    for (const { page } of [ours, peer]) {
      await prepareTiming(page);
      await placeCaret(page);
      await pasteAndTakeBack(page, html);
    }
    const measured: Round[] = [];
    for (let i = 0; i < rounds; i += 1) {
      measured.push({
        peer: await pasteAndTakeBack(peer.page, html),
        ours: await pasteAndTakeBack(ours.page, html),
        peerAgain: await pasteAndTakeBack(peer.page, html),
      });
    }
    const name = `paste of ${words.toLocaleString('en')} words from Google Docs`;
    return rowOf({ name, unit: 'ms', peerName: 'bare ProseMirror', target: 1.5 }, measured);
  } finally {
    await Promise.all([ours, peer].map(({ program }) => program.close()));
  }
};
