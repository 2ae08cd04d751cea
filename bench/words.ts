import type { DocumentJson } from '../core/document/post.ts';

const vocabulary =
  'the harbour council ring road timetable morning paper editor question answer because nobody asked who pays for waiting ships when a committee meets in public and the minutes are printed two weeks later under another heading which few people read although every number that matters stands there in plain sight of anyone with patience'.split(
    ' ',
  );

/** A small linear congruential generator: the same words in every run. */
const makeRandom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
};

/** Sentences of 8 to 19 words. */
export const makeProse = (words: number, seed = 7): string => {
  const random = makeRandom(seed);
  const out: string[] = [];
  let left = 0;
  for (let i = 0; i < words; i += 1) {
    const word = vocabulary[random(vocabulary.length)] ?? 'word';
    const starts = left === 0;
    if (starts) left = 8 + random(12);
    left -= 1;
    out.push((starts ? word.charAt(0).toUpperCase() + word.slice(1) : word) + (left === 0 ? '.' : ''));
  }
  return out.join(' ');
};

/**
 * A commentary post of about `words` words in paragraphs of 70, a heading every tenth paragraph, and `pictures`
 * spread evenly, each with caption and credit.
 */
export const makeDocument = (words: number, pictures: readonly string[]): DocumentJson => {
  const paragraphs = Math.max(1, Math.round(words / 70));
  const blocks: DocumentJson[] = [];
  let placed = 0;
  for (let i = 0; i < paragraphs; i += 1) {
    if (i > 0 && i % 10 === 0)
      blocks.push({ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: makeProse(5, i) }] });
    blocks.push({ type: 'paragraph', content: [{ type: 'text', text: makeProse(70, i + 1) }] });
    const due = Math.round(((i + 1) / paragraphs) * pictures.length);
    for (; placed < due; placed += 1) {
      blocks.push({
        type: 'figure',
        attrs: { media: pictures[placed] ?? null, alt: 'A plain field', decorative: false, width: 640, height: 400 },
        content: [
          { type: 'caption', content: [{ type: 'text', text: makeProse(8, placed + 2) }] },
          { type: 'credit', content: [{ type: 'text', text: 'Rejoinder.' }] },
        ],
      });
    }
  }
  return {
    type: 'doc',
    content: [
      { type: 'headline', content: [{ type: 'text', text: 'A post of many words' }] },
      { type: 'section', attrs: { kind: 'summary', label: '' }, content: blocks },
      {
        type: 'section',
        attrs: { kind: 'comment', label: '' },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: makeProse(20) }] }],
      },
    ],
  };
};
