import type { Page } from 'playwright';
import type { DocumentJson } from '../core/document/post.ts';
import { prepareTiming, type Timing } from './pages.ts';
import { openInOurs, openInPeer, picturesOf } from './posts.ts';
import { type Round, type Row, rowOf } from './statistics.ts';
import { makeDocument } from './words.ts';

type Peer = Timing & { readonly openDocument: (doc: DocumentJson) => void };

const headline = 'A post of many words';

/** From the click on its row in the library to the frame that shows it; another post was open before. */
const openByClick = async (page: Page): Promise<number> => {
  const other = page.getByRole('option').filter({ hasNotText: headline }).first();
  await other.click();
  await page.waitForFunction((text) => document.querySelector('.ProseMirror h1')?.textContent !== text, headline);
  return page.evaluate((text) => {
    const row = [...document.querySelectorAll<HTMLElement>('[role=option]')].find((it) =>
      it.textContent?.includes(text),
    );
    return (window as unknown as Timing).untilShown(
      () => row?.click(),
      () => document.querySelector('.ProseMirror h1')?.textContent === text,
    );
  }, headline);
};

/** From the document's text in memory to the frame that shows it. */
const openInBareEditor = (page: Page, json: string, blank: string): Promise<number> =>
  page.evaluate(
    ([text, empty, shown]) => {
      const { untilShown, openDocument } = window as unknown as Peer;
      openDocument(JSON.parse(empty) as DocumentJson);
      return untilShown(
        () => openDocument(JSON.parse(text) as DocumentJson),
        () => document.querySelector('.ProseMirror h1')?.textContent === shown,
      );
    },
    [json, blank, headline] as const,
  );

/** Opening a post of `words` words with `pictures` figures from the library, against the bare editor that has it in memory. */
export const benchOpening = async (words: number, pictures: number, rounds: number): Promise<Row> => {
  const ours = await openInOurs(words, pictures);
  const peer = await openInPeer(ours.document, picturesOf(ours.document));
  const json = JSON.stringify(ours.document);
  const small = makeDocument(100, []);
  const blank = JSON.stringify({ ...small, content: [{ type: 'headline' }, ...(small.content ?? []).slice(1)] });
  try {
    for (const { page } of [ours, peer]) await prepareTiming(page);
    await openByClick(ours.page);
    await openInBareEditor(peer.page, json, blank);
    const measured: Round[] = [];
    for (let i = 0; i < rounds; i += 1) {
      measured.push({
        peer: await openInBareEditor(peer.page, json, blank),
        ours: await openByClick(ours.page),
        peerAgain: await openInBareEditor(peer.page, json, blank),
      });
    }
    const name = `opening a post of ${words.toLocaleString('en')} words and ${pictures} figures`;
    return rowOf({ name, unit: 'ms', peerName: 'bare ProseMirror', target: 1.3 }, measured);
  } finally {
    await Promise.all([ours, peer].map(({ program }) => program.close()));
  }
};
