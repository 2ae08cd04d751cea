import type { Page } from 'playwright';
import { type Opened, openInOurs, openInPeer, picturesOf, placeCaret } from './posts.ts';
import { type Round, type Row, rowOf } from './statistics.ts';
import { makeDocument, makeProse } from './words.ts';

/** Types word by word through the browser's own editing, a new paragraph after every seventy words. */
const typeWords = async (page: Page, text: string): Promise<void> => {
  const words = text.split(' ');
  for (let at = 0; at < words.length; at += 70) {
    await page.evaluate(
      (typed) => {
        for (const word of typed) document.execCommand('insertText', false, `${word} `);
      },
      words.slice(at, at + 70),
    );
    await page.keyboard.press('Enter');
  }
};

/** Resident memory of all processes of a program, in megabytes, after a garbage collection in its page. */
const residentMemory = async ({ page, program }: Opened): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  return program.app.evaluate(
    ({ app }) => app.getAppMetrics().reduce((sum, it) => sum + it.memory.workingSetSize, 0) / 1024,
  );
};

/** Each round in programs of its own, for memory is not given back. */
const compareMemory = async (
  name: string,
  open: { readonly ours: () => Promise<Opened>; readonly peer: () => Promise<Opened> },
  use: (opened: Opened) => Promise<void>,
  rounds: number,
): Promise<Row> => {
  const run = async (start: () => Promise<Opened>): Promise<number> => {
    const opened = await start();
    try {
      await use(opened);
      return await residentMemory(opened);
    } finally {
      await opened.program.close();
    }
  };
  const measured: Round[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const peer = await run(open.peer);
    measured.push({ peer, ours: await run(open.ours), peerAgain: await run(open.peer) });
  }
  return rowOf({ name, unit: 'MB', peerName: 'bare ProseMirror', target: null }, measured);
};

/** After 5,000 words were typed. */
export const benchTypedMemory = (rounds: number): Promise<Row> => {
  const text = makeProse(5000, 11);
  return compareMemory(
    'memory after 5,000 typed words',
    { ours: () => openInOurs(200, 0), peer: () => openInPeer(makeDocument(200, []), []) },
    async ({ page }) => {
      await placeCaret(page);
      await typeWords(page, text);
    },
    rounds,
  );
};

/** With a long post open. */
export const benchOpenMemory = async (words: number, pictures: number, rounds: number): Promise<Row> => {
  const first = await openInOurs(words, pictures);
  await first.program.close();
  return compareMemory(
    `memory with ${words.toLocaleString('en')} words and ${pictures} figures open`,
    {
      ours: () => openInOurs(words, pictures),
      peer: () => openInPeer(first.document, picturesOf(first.document)),
    },
    () => Promise.resolve(),
    rounds,
  );
};
