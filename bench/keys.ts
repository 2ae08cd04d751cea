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

/** Key press to paint in a post of `words` words with `pictures` figures, against a bare ProseMirror with the same words. */
export const benchKeys = async (words: number, pictures: number, target: number, rounds: number): Promise<Row> => {
  const ours = await openInOurs(words, pictures);
  const hashes = picturesOf(ours.document);
  const peer = await openInPeer(ours.document, hashes);
  const peerAgain = await openInPeer(ours.document, hashes);
  try {
    const all = [ours, peer, peerAgain];
    const words30 = makeProse(keysPerRound, 3).toLowerCase().replace('.', '').slice(0, keysPerRound);
    for (const { page } of all) {
      await watchKeys(page);
      await placeCaret(page);
      await typeKeys(page, words30);
    }
    const measured: Round[] = [];
    const samples: number[] = [];
    for (let i = 0; i < rounds; i += 1) {
      const keys = await typeKeys(ours.page, words30);
      samples.push(...keys);
      measured.push({
        peer: median(await typeKeys(peer.page, words30)),
        ours: median(keys),
        peerAgain: median(await typeKeys(peerAgain.page, words30)),
      });
    }
    const name = `key press to paint, ${words.toLocaleString('en')} words and ${pictures} figures`;
    return rowOf({ name, unit: 'ms', peerName: 'bare ProseMirror', target, p95: percentile(samples, 0.95) }, measured);
  } finally {
    await Promise.all([ours, peer, peerAgain].map(({ program }) => program.close()));
  }
};
