import { type Opened, openInOurs, openInPeer, placeCaret } from './posts.ts';
import { median, type Round, type Row, rowOf } from './statistics.ts';
import { makeProse } from './words.ts';

type MainThread = { readonly all: number; readonly longest: number };
type Hook = { watchMainThread: () => Promise<void>; tasksOfMainThread: () => Promise<MainThread> };

/**
 * How long tasks keep the main thread of the browser process per key press, its share of journaling included. Most of it
 * is the key press itself on its way to the page; the peer journals nothing, so the difference is what ours costs.
 */
export const benchBrowserProcess = async (rounds: number): Promise<Row> => {
  const ours = await openInOurs(1000, 0);
  const peer = await openInPeer(ours.document, []);
  const longest: number[] = [];
  try {
    const text = makeProse(40, 5).toLowerCase().replaceAll('.', '').slice(0, 60);
    const busy = async ({ page, program }: Opened): Promise<number> => {
      await program.app.evaluate(() => (globalThis as unknown as Hook).watchMainThread());
      await page.keyboard.type(text, { delay: 20 });
      const tasks = await program.app.evaluate(() => (globalThis as unknown as Hook).tasksOfMainThread());
      if (program === ours.program) longest.push(tasks.longest);
      return tasks.all / text.length;
    };
    for (const it of [ours, peer]) {
      await placeCaret(it.page);
      await busy(it);
    }
    longest.length = 0;
    const measured: Round[] = [];
    for (let i = 0; i < rounds; i += 1) {
      const first = await busy(peer);
      measured.push({ peer: first, ours: await busy(ours), peerAgain: await busy(peer) });
    }
    const row = rowOf(
      {
        name: 'browser process blocked per key press',
        unit: 'ms',
        peerName: 'bare ProseMirror',
        target: null,
        longest: median(longest),
      },
      measured,
    );
    return row;
  } finally {
    await Promise.all([ours, peer].map(({ program }) => program.close()));
  }
};
