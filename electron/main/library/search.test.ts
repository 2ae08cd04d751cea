import { describe, expect, test } from 'vitest';
import { newSource } from '../../../core/sources/source.ts';
import { documentOf } from './testing/documents.ts';
import { openTestLibrary } from './testing/local-library.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const libraryOf = () => {
  const library = openTestLibrary(temporaryFolder());
  library.posts.create({
    document: documentOf('Ferries leave', 'Crème brûlée in the "harbour" café, state-of-the-art'),
  });
  library.posts.create({
    document: documentOf('Museums', 'Nothing of the sea'),
    sources: [
      newSource({
        id: crypto.randomUUID(),
        url: 'https://courier.example/night',
        title: 'Open at night',
        publisher: 'Gazette',
      }),
    ],
  });
  library.posts.create({ document: documentOf('港口的渡轮', '星期六晚上，渡轮离开内港。') });
  library.posts.create({ document: documentOf('เรือ', 'เรือข้ามฟากออกจากท่า') });
  return (query: string): readonly string[] => {
    const page = library.posts.list({ filter: 'all', query, offset: 0, limit: 10 });
    if (!page.ok) throw new Error(page.error.code);
    expect(page.value.total).toBe(page.value.items.length);
    return page.value.items.map((item) => item.headline).sort();
  };
};

describe('search', () => {
  test.each([
    ['ferries', ['Ferries leave']],
    ['FERR', ['Ferries leave']],
    ['creme brul', ['Ferries leave']],
    ['brul creme', []],
    ['leave harb', ['Ferries leave']],
    ['the', ['Ferries leave', 'Museums']],
    ['state-of-the', ['Ferries leave']],
    ['gazette', ['Museums']],
    ['open at night', ['Museums']],
    ['courier.example', ['Museums']],
    ['渡轮', ['港口的渡轮']],
    ['渡轮离开', ['港口的渡轮']],
    ['港', ['港口的渡轮']],
    ['渡轮 ferries', []],
    ['ท่า', ['เรือ']],
    ['no such word', []],
  ])('%s', (query, headlines) => {
    expect(libraryOf()(query)).toEqual(headlines);
  });

  test.each([
    '"',
    '""',
    "'",
    '*',
    'ferries*',
    'ferries AND',
    'NEAR(',
    'headline:x',
    '^ferries',
    '(((',
    '-ferries',
    'a"b',
    '\0',
    '%',
    '_',
    '\\',
    '?!…',
    'ferries OR museums',
    '{headline text}: x',
    '🚢',
  ])('the words %j are looked for and never read as query language', (query) => {
    const search = libraryOf();
    expect(() => search(query)).not.toThrow();
  });

  test('signs around a word do not hide it, and signs alone find nothing', () => {
    const search = libraryOf();
    expect(search('(ferries)')).toEqual(['Ferries leave']);
    expect(search('ferries OR museums')).toEqual([]);
    expect(search('???')).toEqual([]);
    expect(search('   ')).toHaveLength(4);
  });
});
