import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Sha256, sha256Schema } from '../../../core/document/media.ts';
import { emptyFields, type Post, type StoredDocument } from '../../../core/document/post.ts';
import { newSource } from '../../../core/sources/source.ts';
import type { Result } from '../../../core/trouble.ts';
import { MediaStore } from '../media/media-store.ts';
import { backUp, listBackups } from './backup.ts';
import { libraryFile, type OpenLibrary } from './open-library.ts';
import { suspect } from './recovery.ts';
import { documentOf } from './testing/documents.ts';
import { localClient, openTestLibrary } from './testing/local-library.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { unusedFiles, unusedFor } from './unused-files.ts';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

const day = 24 * 3_600_000;
const start = Date.UTC(2026, 4, 14);
const press = readFileSync(join(import.meta.dirname, '..', '..', '..', 'core', 'pictures', 'fixtures', 'press.jpg'));

let folder: string;
let library: OpenLibrary;
let media: MediaStore;
let sha256: Sha256;

const look = (at: number): readonly Sha256[] => unusedFiles(folder, libraryFile(folder), at).files;
const lookAtArticles = (at: number): readonly Sha256[] => unusedFiles(folder, libraryFile(folder), at).articles;
const fileOf = (hash: Sha256): string => join(folder, 'media', hash.slice(0, 2), `${hash}.jpg`);

const withPicture = (hash: Sha256): StoredDocument => {
  const { schemaVersion, doc } = documentOf('Harbour');
  const figure = { type: 'figure', attrs: { media: hash }, content: [{ type: 'caption' }, { type: 'credit' }] };
  return JSON.parse(
    JSON.stringify({ schemaVersion, doc }, (key, it) =>
      key === 'content' && Array.isArray(it) && it.some(({ type }) => type === 'paragraph') ? [...it, figure] : it,
    ),
  );
};

const postWith = (hash: Sha256): Post =>
  value(library.posts.create({ document: withPicture(hash), fields: emptyFields, sources: [] }));

const deleteForever = ({ id }: Post): void => {
  value(library.posts.trash({ id }));
  value(library.posts.deleteForever({ id }));
};

beforeEach(async () => {
  folder = temporaryFolder();
  library = openTestLibrary(folder);
  media = new MediaStore(join(folder, 'media'), localClient(library).media);
  sha256 = value(await media.addBytes('press.jpg', press)).sha256;
  const old = new Date(start - day);
  utimesSync(fileOf(sha256), old, old);
});

test('a picture that nothing mentions is swept after 30 days, with its row, and not before', async () => {
  expect(look(start)).toEqual([]);
  expect(look(start + unusedFor - 1)).toEqual([]);
  expect(look(start + unusedFor)).toEqual([sha256]);
  value(await media.sweep([sha256]));
  expect(existsSync(fileOf(sha256))).toBe(false);
  expect(library.media.get({ sha256 })).toMatchObject({ error: { code: 'media/missing' } });
  expect(look(start + 2 * unusedFor)).toEqual([]);
});

test('a post keeps its picture, also in the trash; once it is gone the 30 days begin', () => {
  const post = postWith(sha256);
  look(start);
  expect(look(start + 2 * unusedFor)).toEqual([]);
  value(library.posts.trash({ id: post.id }));
  expect(look(start + 4 * unusedFor)).toEqual([]);
  deleteForever(post);
  expect(look(start + 6 * unusedFor)).toEqual([]);
  expect(look(start + 7 * unusedFor)).toEqual([sha256]);
});

test('a version that still shows it keeps a picture', () => {
  const post = postWith(sha256);
  value(library.posts.keepVersion({ id: post.id }));
  const { revision, sequence } = value(library.posts.open({ id: post.id }));
  value(library.posts.save({ id: post.id, revision, sequence, document: documentOf('Harbour') }));
  look(start);
  expect(look(start + 2 * unusedFor)).toEqual([]);
});

test('the original of a cropped picture is kept with it', () => {
  const cropped = sha256Schema.parse('c'.repeat(64));
  const document = JSON.stringify(withPicture(cropped)).replace(
    `"media":"${cropped}"`,
    `"media":"${cropped}","cut":"${sha256} - 0 0 0 10 10"`,
  );
  value(library.posts.create({ document: JSON.parse(document), fields: emptyFields, sources: [] }));
  look(start);
  expect(look(start + 2 * unusedFor)).toEqual([]);
});

test('a waiting job and a template keep a picture', () => {
  value(library.jobs.put({ id: crypto.randomUUID(), pictures: [{ sha256 }] } as never));
  look(start);
  expect(look(start + 2 * unusedFor)).toEqual([]);
  const [job] = value(library.jobs.list()) as { id: never }[];
  if (job) value(library.jobs.remove({ id: job.id }));
  mkdirSync(join(folder, 'templates', 'mine'), { recursive: true });
  writeFileSync(join(folder, 'templates', 'mine', 'template.json'), JSON.stringify({ media: sha256 }));
  expect(look(start + 4 * unusedFor)).toEqual([]);
  rmSync(join(folder, 'templates'), { recursive: true });
  look(start + 5 * unusedFor);
  expect(look(start + 6 * unusedFor)).toEqual([sha256]);
});

test('a backup that still shows it keeps a picture, so a restored library finds its files', () => {
  const post = postWith(sha256);
  expect(backUp(libraryFile(folder), folder, start)).toBeNull();
  deleteForever(post);
  look(start);
  expect(look(start + 2 * unusedFor)).toEqual([]);
  // As the eighth backup after it would.
  for (const file of listBackups(folder)) rmSync(file);
  expect(look(start + 3 * unusedFor)).toEqual([]);
  expect(look(start + 4 * unusedFor)).toEqual([sha256]);
});

test('an article that was read only to compare is swept after 30 days, one that a source or version names is kept', () => {
  const put = (title: string): Sha256 => value(library.articles.put({ title, html: '<p>Text</p>', text: 'Text' }));
  const [compared, saved] = [put('Compared'), put('Saved')];
  const source = newSource({ id: crypto.randomUUID(), url: 'https://courier.example/ferries', article: saved });
  const post = value(library.posts.create({ document: documentOf('Harbour'), fields: emptyFields, sources: [source] }));
  expect(lookAtArticles(start)).toEqual([]);
  expect(lookAtArticles(start + unusedFor)).toEqual([compared]);
  // In doubt the library itself has the last word.
  value(library.articles.removeUnused({ articles: [compared, saved] }));
  expect(library.articles.get({ sha256: compared })).toMatchObject({ error: { code: 'article/missing' } });
  expect(library.articles.get({ sha256: saved }).ok).toBe(true);
  value(library.posts.keepVersion({ id: post.id }));
  value(
    library.posts.saveSources({
      id: post.id,
      revision: value(library.posts.open({ id: post.id })).revision,
      sources: [],
    }),
  );
  expect(lookAtArticles(start + 2 * unusedFor)).toEqual([]);
  expect(lookAtArticles(start + 4 * unusedFor)).toEqual([]);
});

test('a clock that went back begins the 30 days again', () => {
  look(start + 100 * day);
  expect(look(start)).toEqual([]);
  expect(look(start + 29 * day)).toEqual([]);
  expect(look(start + 31 * day)).toEqual([sha256]);
});

test('in doubt nothing is swept: a damaged library that is kept, one that may be damaged, a backup that cannot be read', () => {
  look(start);
  const aside = `${libraryFile(folder)}.corrupt-2026`;
  writeFileSync(aside, 'damaged');
  expect(look(start + 2 * unusedFor)).toEqual([]);
  rmSync(aside);
  suspect(folder);
  expect(look(start + 2 * unusedFor)).toEqual([]);
  rmSync(join(folder, 'library.suspect'));
  mkdirSync(join(folder, 'backups'));
  writeFileSync(join(folder, 'backups', 'library-2026.sqlite'), 'no database');
  expect(() => look(start + 2 * unusedFor)).toThrow();
  rmSync(join(folder, 'backups'), { recursive: true });
  expect(look(start + 2 * unusedFor)).toEqual([sha256]);
});

test('a list that a crash left broken begins anew, and keeps everything', () => {
  look(start);
  writeFileSync(join(folder, 'media', 'unused.json'), '{"');
  expect(look(start + 2 * unusedFor)).toEqual([]);
  expect(look(start + 3 * unusedFor)).toEqual([sha256]);
});

test('a picture that is used again after the look stays, and so does one that came in again', async () => {
  look(start);
  expect(look(start + unusedFor)).toEqual([sha256]);
  const post = postWith(sha256);
  value(await media.sweep([sha256]));
  expect(existsSync(fileOf(sha256))).toBe(true);
  deleteForever(post);
  value(await media.addBytes('press.jpg', press));
  value(await media.sweep([sha256]));
  expect(existsSync(fileOf(sha256))).toBe(true);
  expect(library.media.get({ sha256 }).ok).toBe(true);
});

test('a file whose row a crash took alone is removed at the next sweep', async () => {
  expect(value(library.media.removeUnused({ sha256 }))).toBe(true);
  look(start);
  expect(look(start + unusedFor)).toEqual([sha256]);
  value(await media.sweep([sha256]));
  expect(existsSync(fileOf(sha256))).toBe(false);
  expect(readdirSync(join(folder, 'media'))).toContain('unused.json');
});
