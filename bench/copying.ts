import { copiedRuns, indexSource } from '../core/checks/copying/copied-runs.ts';
import { type Round, type Row, rowOf } from './statistics.ts';
import { makeProse } from './words.ts';

const timed = (run: () => number): number => {
  const began = performance.now();
  if (run() === 0) throw new Error('Nothing was found.');
  return performance.now() - began;
};

/** Words of the text that stand in the source too: a third of it, in one piece. */
const share = 1 / 3;

/**
 * The copy check of a text against a source that was never read before, against splitting both into words at their white
 * space.
 */
export const benchCopying = async (words: number, sourceWords: number, rounds: number): Promise<Row> => {
  const source = makeProse(sourceWords, 3);
  const copied = Math.round(words * share);
  const text = `${makeProse(words - copied, 9)} ${source.split(' ').slice(0, copied).join(' ')}`;
  const ours = (): number =>
    timed(() => copiedRuns(indexSource({ text: source, title: '', language: 'en' }), text).length);
  const peer = (): number => timed(() => text.split(/\s+/).length + source.split(/\s+/).length);
  for (let i = 0; i < 20; i += 1) {
    ours();
    peer();
  }
  const measured: Round[] = [];
  for (let i = 0; i < rounds * 5; i += 1) measured.push({ peer: peer(), ours: ours(), peerAgain: peer() });
  const name = `copy check of ${words.toLocaleString('en')} against ${sourceWords.toLocaleString('en')} words`;
  return rowOf({ name, unit: 'ms', peerName: 'split into words', target: 20 }, measured);
};
