import { expect, it } from 'vitest';
import { markupRuns } from './block-markup.ts';

const block = '<!-- wp:paragraph -->\n<p>Words</p>\n<!-- /wp:paragraph -->';

it.each([
  ['whose attributes never end', '<!-- wp:columns {"a":1 -->'],
  ['whose attributes end without the comment', '<!-- wp:columns {"a":1} >'],
  ['without its last sign', '<!-- wp:columns --'],
])('a comment %s hides no block after it', (_, broken) => {
  const runs = markupRuns(`${broken}\n\n${block}\n\n${broken}\n\n${block}`);
  expect(runs.map((run) => run.block?.name)).toEqual([undefined, 'paragraph', undefined, 'paragraph']);
});
