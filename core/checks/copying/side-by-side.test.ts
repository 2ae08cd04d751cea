import { expect, test } from 'vitest';
import { documentOf } from '../../document/testing/documents.ts';
import { checkedTexts } from './checked-text.ts';
import { indexSource } from './copied-runs.ts';
import { copyCheck } from './copy-check.ts';
import { sideBySide } from './side-by-side.ts';

const words = 'the ferries would leave an hour later than planned';
const long = 'Nobody else said anything about it. '.repeat(20).trim();

test('shows the words in the post and in the source, with whole words around them', () => {
  const text = `${long} And ${words}, they wrote. ${long}`;
  const doc = documentOf({ type: 'paragraph', content: [{ type: 'text', text: `So ${words}.` }] });
  const index = indexSource({ text, title: '', language: 'en' });
  const [run] = copyCheck(checkedTexts(doc), [{ id: 'a', index }]);
  if (!run) throw new Error('Nothing was found.');
  const { own, source } = sideBySide(doc, run, text);
  expect(own).toEqual({ before: 'So ', words, after: '.' });
  expect(source.words).toBe(words);
  expect(source.before).toMatch(/^…(Nobody|else|said|anything|about|it\.) .* And $/);
  expect(source.after).toMatch(/^, they wrote\. .* (Nobody|else|said|anything|about|it\.)…$/);
  expect(source.before.length + source.after.length).toBeLessThan(500);
});
