import { expect, test } from 'vitest';
import type { Sha256 } from '../../../core/document/media.ts';
import type { SavedArticle } from '../../../core/sources/article.ts';
import { newSource, type Source } from '../../../core/sources/source.ts';
import type { Result } from '../../../core/trouble.ts';
import { Database } from './database.ts';
import { migrate } from './migrations.ts';
import { libraryFile } from './open-library.ts';
import { salvage } from './salvage.ts';
import { documentOf } from './testing/documents.ts';
import { openTestLibrary } from './testing/local-library.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

const article: SavedArticle = {
  title: 'Ferries to run at night',
  html: '<p>The ferries will run at night.</p>',
  text: 'The ferries will run at night.',
};
const missing = { ok: false, error: { code: 'article/missing' } };

const read = (sha256: Sha256): Source =>
  newSource({
    id: crypto.randomUUID(),
    url: 'https://courier.example/ferries',
    title: 'Ferries',
    publisher: 'Harbour Courier',
    canonicalUrl: 'https://courier.example/ferries/',
    authors: ['A. Weir', 'B. Quay'],
    published: '2026-05-14T08:00:00+02:00',
    language: 'en-GB',
    picture: { url: 'https://courier.example/boat.jpg', credit: 'C. Mole', caption: 'A boat', alt: '' },
    readAt: 1_778_745_600_000,
    article: sha256,
    typed: ['title'],
  });

test('an article is kept once and read back as it was, also after reopening', () => {
  const folder = temporaryFolder();
  const { articles } = openTestLibrary(folder);
  const sha256 = value(articles.put(article));
  expect(value(articles.put({ ...article }))).toBe(sha256);
  expect(value(articles.put({ ...article, text: `${article.text} ` }))).not.toBe(sha256);
  expect(openTestLibrary(folder).articles.get({ sha256 })).toEqual({ ok: true, value: article });
  expect(articles.get({ sha256: '0'.repeat(64) as Sha256 })).toMatchObject(missing);
});

test('an article whose bytes changed is told, and put again it is whole', () => {
  const folder = temporaryFolder();
  const { articles } = openTestLibrary(folder);
  const sha256 = value(articles.put(article));
  const database = new Database(libraryFile(folder));
  database.run("UPDATE articles SET article = replace(article, 'night', 'light')");
  database.close();
  expect(articles.get({ sha256 })).toMatchObject({ ok: false, error: { code: 'article/corrupt' } });
  articles.put(article);
  expect(articles.get({ sha256 })).toEqual({ ok: true, value: article });
});

test('everything that is known of a source is stored and copied along; details that cannot be read leave its words', () => {
  const folder = temporaryFolder();
  const library = openTestLibrary(folder);
  const source = read(value(library.articles.put(article)));
  const post = value(library.posts.create({ document: documentOf('Ferries', 'One'), sources: [source] }));
  expect(value(library.posts.open({ id: post.id })).sources).toEqual([source]);
  expect(value(library.posts.duplicate({ id: post.id })).sources).toEqual([source]);
  const database = new Database(libraryFile(folder));
  for (const details of ['{"published": "yesterday"}', 'null', '{']) {
    database.run('UPDATE sources SET details = ?', details);
    const { id, url, title, publisher } = source;
    expect(value(library.posts.open({ id: post.id })).sources).toEqual([newSource({ id, url, title, publisher })]);
  }
  database.close();
});

test('an article stays while a post, a version or the trash mentions it, and goes with the last of them', () => {
  const library = openTestLibrary(temporaryFolder());
  const [shared, old, unnamed] = ['shared', 'old', 'unnamed'].map((text) =>
    value(library.articles.put({ ...article, text })),
  ) as [Sha256, Sha256, Sha256];
  const there = (): readonly boolean[] => [shared, old, unnamed].map((sha256) => library.articles.get({ sha256 }).ok);
  const content = { document: documentOf('Ferries', 'One'), sources: [read(shared), read(old)] };
  const { id, revision } = value(library.posts.create(content));
  library.posts.keepVersion({ id });
  library.posts.saveSources({ id, revision, sources: [] });
  const copy = value(library.posts.create({ document: documentOf('Copy', ''), sources: [read(shared)] })).id;
  library.posts.trash({ id });
  expect(there()).toEqual([true, true, true]);
  library.posts.deleteForever({ id });
  expect(there()).toEqual([true, false, true]);
  library.posts.trash({ id: copy });
  expect(there()).toEqual([true, false, true]);
  library.posts.deleteForever({ id: copy });
  expect(there()).toEqual([false, false, true]);
});

test('whole articles are brought over from a damaged library, changed ones are not', () => {
  const [folder, other] = [temporaryFolder(), temporaryFolder()];
  const library = openTestLibrary(folder);
  const whole = value(library.articles.put(article));
  const changed = value(library.articles.put({ ...article, text: 'Changed' }));
  const database = new Database(libraryFile(folder));
  database.run('UPDATE articles SET article = ? WHERE sha256 = ?', '{}', changed);
  database.close();
  library.close();
  const fresh = new Database(libraryFile(other));
  migrate(fresh, 0);
  salvage(libraryFile(folder), fresh);
  expect(fresh.all('SELECT sha256 FROM articles')).toEqual([{ sha256: whole }]);
  fresh.close();
});
