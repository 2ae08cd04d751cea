import { finderOf } from '../core/document/find.ts';
import { schema } from '../core/document/schema.ts';
import { type Round, type Row, rowOf } from './statistics.ts';
import { makeDocument } from './words.ts';

const wanted = 'Harbour';

const timed = (run: () => number): { readonly time: number; readonly count: number } => {
  const began = performance.now();
  const count = run();
  return { time: performance.now() - began, count };
};

/** Every place of the word in a text, whatever its case: the least that finding can come to. */
const plainScan = (text: string): number => {
  const searched = text.toLowerCase();
  const word = wanted.toLowerCase();
  let count = 0;
  for (let at = searched.indexOf(word); at !== -1; at = searched.indexOf(word, at + word.length)) count += 1;
  return count;
};

/** Finding every place of a word in a document that was never searched before, against a scan of its text as one string. */
export const benchFinding = async (words: number, rounds: number): Promise<Row> => {
  const json = makeDocument(words, []);
  const text = schema.nodeFromJSON(json).textContent;
  const find = finderOf({ text: wanted, matchCase: false, wholeWord: false, regularExpression: false });
  if (!find.ok) throw new Error(find.error.code);
  const ours = (): number => {
    // A document of its own each time: what was read from one is kept for the next search.
    const doc = schema.nodeFromJSON(json);
    const { time, count } = timed(() => {
      const found = find.value(doc);
      return found.ok ? found.value.length : -1;
    });
    if (count !== plainScan(text)) throw new Error(`Found ${count} of ${plainScan(text)}`);
    return time;
  };
  const peer = (): number => timed(() => plainScan(text)).time;
  for (let i = 0; i < 20; i += 1) {
    ours();
    peer();
  }
  const measured: Round[] = [];
  for (let i = 0; i < rounds * 5; i += 1) measured.push({ peer: peer(), ours: ours(), peerAgain: peer() });
  const name = `finding every place of a word in ${words.toLocaleString('en')} words`;
  return rowOf({ name, unit: 'ms', peerName: 'plain string scan', target: 3 }, measured);
};
