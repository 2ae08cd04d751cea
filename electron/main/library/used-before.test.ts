import { expect, test } from 'vitest';
import { newSource } from '../../../core/sources/source.ts';
import type { Result } from '../../../core/trouble.ts';
import { documentOf } from './testing/documents.ts';
import { openTestLibrary } from './testing/local-library.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

/** A post with a figure for each credit. */
const withCredits = (...credits: readonly string[]) => {
  const { schemaVersion, doc } = documentOf('Ferries', 'One');
  const [headline, section] = doc.content ?? [];
  if (!headline || !section) throw new Error('The document is empty');
  const figures = credits.map((text) => ({
    type: 'figure',
    attrs: { media: null, alt: '', decorative: false, width: null, height: null },
    content: [{ type: 'caption' }, { type: 'credit', content: [{ type: 'text', text }] }],
  }));
  return { schemaVersion, doc: { ...doc, content: [headline, { ...section, content: figures }] } };
};

const source = (publisher: string) => newSource({ id: crypto.randomUUID(), publisher });

test('credits and publishers are those of the newest posts first, and follow what the posts say', () => {
  let now = 0;
  const library = openTestLibrary(temporaryFolder(), () => {
    now += 1;
    return now;
  });
  const used = (what: 'credits' | 'publishers', beginning = '') => value(library.posts.usedBefore({ what, beginning }));
  const first = value(
    library.posts.create({ document: withCredits('Reuters', 'AFP'), sources: [source('Gazette'), source('')] }),
  );
  value(library.posts.create({ document: withCredits('reuters', 'Åsa Öberg'), sources: [source('Courier')] }));
  value(library.posts.showExample({ document: withCredits('Example Pictures'), sources: [source('Example')] }));
  expect(used('credits').toSorted()).toEqual(['AFP', 'reuters', 'Åsa Öberg'].toSorted());
  expect(used('publishers')).toEqual(['Courier', 'Gazette']);
  expect(used('credits', 'ås')).toEqual(['Åsa Öberg']);
  expect(used('publishers', 'g')).toEqual(['Gazette']);

  const { id, revision } = first;
  value(library.posts.save({ id, revision, sequence: 0, document: withCredits('Press Office') }));
  expect(used('credits')).toEqual(['Press Office', ...used('credits').slice(1)]);
  expect(used('credits')).not.toContain('AFP');
  value(library.posts.trash({ id }));
  expect(used('credits')).not.toContain('Press Office');
});
