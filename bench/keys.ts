import type { Page } from 'playwright';
import { openInOurs, openInPeer, picturesOf, placeCaret } from './posts.ts';
import { median, percentile, type Round, type Row, rowOf } from './statistics.ts';
import { makeProse } from './words.ts';

/** Counts from the key event's own time stamp to the end of the frame that shows its letter. */
const watchKeys = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    const samples: number[] = [];
    Object.assign(window, { keySamples: samples });
    addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => samples.push(performance.now() - event.timeStamp);
          channel.port2.postMessage(0);
        });
      },
      { capture: true },
    );
  });
};

const typeKeys = async (page: Page, text: string): Promise<readonly number[]> => {
  await page.evaluate(() => {
    (window as unknown as { keySamples: number[] }).keySamples.length = 0;
  });
  for (const [i, key] of [...text].entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForFunction(
      (count) => (window as unknown as { keySamples: number[] }).keySamples.length >= count,
      i + 1,
      { polling: 5 },
    );
  }
  return page.evaluate(() => [...(window as unknown as { keySamples: number[] }).keySamples]);
};

const keysPerRound = 30;

const text = makeProse(keysPerRound, 3).toLowerCase().replace('.', '').slice(0, keysPerRound);

/** Every occurrence of a frequent word is found, counted and marked while the keys come; focus mode dims what is around. */
const turnEverythingOn = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Shift+F11');
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find' }).fill('harbour');
  await page.getByText(/of \d/).waitFor();
};

const prepare = async (page: Page): Promise<void> => {
  await watchKeys(page);
  await placeCaret(page);
  await typeKeys(page, text);
};

/** Types the same text into all three, round by round. Answers each of our key presses too. */
const measureKeys = async (ours: Page, peer: Page, peerAgain: Page, rounds: number) => {
  const measured: Round[] = [];
  const samples: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const before = await typeKeys(peer, text);
    const keys = await typeKeys(ours, text);
    const after = await typeKeys(peerAgain, text);
    samples.push(...keys);
    measured.push({ peer: median(before), ours: median(keys), peerAgain: median(after) });
  }
  return { measured, samples };
};

type KeysOptions = {
  readonly words: number;
  readonly pictures: number;
  readonly target: number;
  /** With every decoration that the app has switched on. */
  readonly everything?: boolean;
};

const sizeOf = (words: number, pictures: number): string =>
  `${words.toLocaleString('en')} words and ${pictures} figures`;

/** Key press to paint in a post of `words` words with `pictures` figures, against a bare ProseMirror with the same words. */
export const benchKeys = async (
  { words, pictures, target, everything = false }: KeysOptions,
  rounds: number,
): Promise<Row> => {
  const ours = await openInOurs(words, pictures);
  const hashes = picturesOf(ours.document);
  const peer = await openInPeer(ours.document, hashes);
  const peerAgain = await openInPeer(ours.document, hashes);
  try {
    if (everything) await turnEverythingOn(ours.page);
    for (const { page } of [ours, peer, peerAgain]) await prepare(page);
    const { measured, samples } = await measureKeys(ours.page, peer.page, peerAgain.page, rounds);
    const name = `key press to paint, ${sizeOf(words, pictures)}${everything ? ', all on' : ''}`;
    return rowOf({ name, unit: 'ms', peerName: 'bare ProseMirror', target, p95: percentile(samples, 0.95) }, measured);
  } finally {
    await Promise.all([ours, peer, peerAgain].map(({ program }) => program.close()));
  }
};

/** What a key press costs us in a long post against what it costs us in a short one, everything switched on in both. */
export const benchKeyGrowth = async (long: number, short: number, pictures: number, rounds: number): Promise<Row> => {
  const opened = [
    await openInOurs(long, pictures),
    await openInOurs(short, pictures),
    await openInOurs(short, pictures),
  ] as const;
  const [ours, peer, peerAgain] = opened;
  try {
    for (const { page } of opened) {
      await turnEverythingOn(page);
      await prepare(page);
    }
    const { measured } = await measureKeys(ours.page, peer.page, peerAgain.page, rounds);
    const name = `key press to paint, ${sizeOf(long, pictures)}, all on`;
    const peerName = `ours, ${short.toLocaleString('en')} words`;
    return rowOf({ name, unit: 'ms', peerName, target: 2 }, measured);
  } finally {
    await Promise.all(opened.map(({ program }) => program.close()));
  }
};
