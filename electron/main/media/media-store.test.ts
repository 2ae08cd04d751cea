import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Media, maxPictureBytes, type Sha256 } from '../../../core/document/media.ts';
import { postIdSchema } from '../../../core/document/post.ts';
import type { Result } from '../../../core/trouble.ts';
import { documentOf } from '../library/testing/documents.ts';
import { localClient, openTestLibrary } from '../library/testing/local-library.ts';
import { mountDisk } from '../library/testing/mounts.ts';
import { temporaryFolder } from '../library/testing/temporary-folder.ts';
import { MediaStore } from './media-store.ts';

const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name);
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

const pressPicture = join(import.meta.dirname, '../../../core/pictures/fixtures/press.jpg');

/** The same picture with a colour profile of so many bytes, which a picture keeps. */
const withProfile = (png: Buffer, bytes: number): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  const chunk = Buffer.concat([length, Buffer.from('iCCP'), Buffer.alloc(bytes + 4)]);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
};

const storeIn = (folder: string) => {
  const library = openTestLibrary(folder);
  return { library, media: new MediaStore(join(folder, 'media'), localClient(library).media) };
};
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

describe('taking a picture in', () => {
  test.each([
    ['disc.jpg', 'image/jpeg'],
    ['disc.png', 'image/png'],
    ['disc.gif', 'image/gif'],
    ['disc.webp', 'image/webp'],
    ['disc.avif', 'image/avif'],
  ])('%s is copied under its hash, and the original may vanish', async (name, type) => {
    const folder = temporaryFolder();
    const { media } = storeIn(folder);
    const original = join(folder, name);
    const bytes = readFileSync(fixture(name));
    writeFileSync(original, bytes);
    const added = value(await media.addFile(original));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const facts = { sha256, type, bytes: bytes.length, width: 24, height: 16, name, suggestions: [] };
    expect(added).toEqual({ ...facts, placeRemoved: false });
    rmSync(original);
    expect(Buffer.from(value(await media.read(added.sha256))).equals(bytes)).toBe(true);
    const found = value(await media.find(added.sha256));
    expect(found).toEqual({
      media: facts,
      path: join(folder, 'media', sha256.slice(0, 2), `${sha256}.${name.slice(5)}`),
    });
    expect(filesIn(join(folder, 'media'))).toEqual([`${sha256}.${name.slice(5)}`]);
  });

  test('the same bytes are kept once, under their first name, however often they come', async () => {
    const folder = temporaryFolder();
    const { media } = storeIn(folder);
    const bytes = readFileSync(fixture('disc.png'));
    const added = await Promise.all(
      ['first.png', 'C:\\Pictures\\second.png', '../../third.jpg'].map((name) => media.addBytes(name, bytes)),
    );
    expect(added.map((it) => value(it).name)).toEqual(['first.png', 'first.png', 'first.png']);
    expect(filesIn(join(folder, 'media'))).toHaveLength(1);
  });

  test('a file that was cut short under its name is written again', async () => {
    const { media } = storeIn(temporaryFolder());
    const bytes = readFileSync(fixture('disc.jpg'));
    const { sha256, type } = value(await media.addBytes('disc.jpg', bytes));
    truncateSync(media.path({ sha256, type }), 100);
    expect(await media.read(sha256)).toMatchObject({ error: { code: 'media/corrupt', params: { name: 'disc.jpg' } } });
    value(await media.addBytes('disc.jpg', bytes));
    expect(value(await media.read(sha256))).toHaveLength(bytes.length);
  });
});

describe('what a picture says of itself', () => {
  test('is suggested with where it comes from; the place is neither kept in the file nor anywhere', async () => {
    const folder = temporaryFolder();
    const { media } = storeIn(folder);
    const added = value(await media.addFile(pressPicture));
    expect(added).toMatchObject({ placeRemoved: true, width: 640, height: 400 });
    expect(added.suggestions).toContainEqual({ field: 'credit', text: 'Agence Éxemple', from: 'iptc' });
    const kept = Buffer.from(value(await media.read(added.sha256)));
    expect(kept.includes('SECRET')).toBe(false);
    expect(kept.includes('© 2026 Example Pictures')).toBe(true);
    for (const file of ['library.sqlite', 'library.sqlite-wal']) {
      expect(readFileSync(join(folder, file)).includes('Secret')).toBe(false);
    }
    expect(value(await media.addBytes('again.jpg', kept))).toEqual({ ...added, placeRemoved: false });
  });

  test('is not suggested again once it was dismissed, also when the picture comes again', async () => {
    const folder = temporaryFolder();
    const { library, media } = storeIn(folder);
    const { sha256 } = value(await media.addFile(pressPicture));
    value(library.media.dismissSuggestion({ sha256, field: 'credit' }));
    const fields = (it: Media): readonly string[] => [...new Set(it.suggestions.map(({ field }) => field))];
    expect(fields(value(await media.addFile(pressPicture)))).toEqual(['caption', 'alt']);
    expect(fields(value(library.media.get({ sha256 })))).toEqual(['caption', 'alt']);
    const unknown = '0'.repeat(64) as Sha256;
    expect(library.media.dismissSuggestion({ sha256: unknown, field: 'alt' })).toMatchObject({
      error: { code: 'media/missing' },
    });
  });
});

describe('what is not taken in', () => {
  test('a picture of 500 MB is refused by its size, unread', async () => {
    const folder = temporaryFolder();
    const { media } = storeIn(folder);
    const file = join(folder, 'huge.jpg');
    writeFileSync(file, '');
    truncateSync(file, 500_000_000);
    expect(await media.addFile(file)).toEqual({
      ok: false,
      error: { code: 'media/too-large', params: { name: 'huge.jpg', bytes: 500_000_000, limit: maxPictureBytes } },
    });
  });

  test.each([
    ['a text that is called a picture', 'letter.jpg', Buffer.from('Dear reader')],
    ['an empty file', 'empty.png', Buffer.alloc(0)],
  ])('%s is media/not-a-picture', async (_, name, bytes) => {
    const folder = temporaryFolder();
    const { media } = storeIn(folder);
    expect(await media.addBytes(name, bytes)).toMatchObject({
      error: { code: 'media/not-a-picture', params: { name } },
    });
    expect(filesIn(folder).filter((file) => /\.(svg|jpg|png)$/.test(file))).toEqual([]);
  });

  test.each([
    ['drawing.svg', 'media/svg'],
    ['phone.heic', 'media/heic'],
  ])('%s is %s by its bytes, whatever it is called', async (file, code) => {
    const { media } = storeIn(temporaryFolder());
    expect(await media.addBytes('holiday.jpg', readFileSync(fixture(file)))).toMatchObject({
      error: { code, params: { name: 'holiday.jpg' } },
    });
  });

  test('a picture without a readable header is media/corrupt, named after its file', async () => {
    const { media } = storeIn(temporaryFolder());
    const cut = readFileSync(fixture('disc.jpg')).subarray(0, 40);
    expect(await media.addBytes('holiday.jpg', cut)).toMatchObject({
      error: { code: 'media/corrupt', params: { name: 'holiday.jpg' } },
    });
  });

  test('a file that is gone, and a folder', async () => {
    const folder = temporaryFolder();
    const { media } = storeIn(folder);
    expect(await media.addFile(join(folder, 'gone.jpg'))).toMatchObject({
      error: { code: 'media/missing', params: { name: 'gone.jpg' } },
    });
    mkdirSync(join(folder, 'pictures.jpg'));
    expect(await media.addFile(join(folder, 'pictures.jpg'))).toMatchObject({ error: { code: 'media/not-a-picture' } });
    expect(await media.read('0'.repeat(64) as Sha256)).toMatchObject({ error: { code: 'media/missing' } });
  });

  test('on a full disk nothing half is left', async ({ skip }) => {
    const { folder: disk, refused } = mountDisk(200_000);
    if (refused) skip(`no small disk can be mounted here: ${refused}`);
    const library = openTestLibrary(temporaryFolder());
    const media = new MediaStore(disk, localClient(library).media);
    const large = withProfile(readFileSync(fixture('disc.png')), 1_000_000);
    expect(await media.addBytes('large.png', large)).toMatchObject({ error: { code: 'library/disk-full' } });
    expect(filesIn(disk)).toEqual([]);
    expect((await media.addBytes('small.png', readFileSync(fixture('disc.png')))).ok).toBe(true);
  });
});

describe('discarding', () => {
  const withFigure = (sha256: string) => {
    const { schemaVersion, doc } = documentOf('Ferries', 'One');
    const [headline, section] = doc.content ?? [];
    if (!headline || !section) throw new Error('The document is empty');
    const figure = {
      type: 'figure',
      attrs: { media: sha256, alt: '', decorative: false, width: 24, height: 16 },
      content: [{ type: 'caption' }, { type: 'credit' }],
    };
    return { schemaVersion, doc: { ...doc, content: [headline, { ...section, content: [figure] }] } };
  };

  test('takes back a picture that no post uses, and leaves one that a post, a version or an undone edit mentions', async () => {
    const folder = temporaryFolder();
    const { library, media } = storeIn(folder);
    const [jpg, png, gif] = await Promise.all(
      ['disc.jpg', 'disc.png', 'disc.gif'].map(async (name) => value(await media.addFile(fixture(name)))),
    );
    if (!jpg || !png || !gif) throw new Error('Three pictures were added');
    const post = value(library.posts.create({ document: withFigure(jpg.sha256) }));
    const id = postIdSchema.parse(post.id);
    const edit = { step: { stepType: 'replace', from: 0, to: 0 }, inverse: { was: png.sha256 }, kind: 'new' as const };
    value(library.posts.append({ id, sequence: 0, edits: [edit] }));
    for (const { sha256 } of [jpg, png, gif]) value(await media.discard(sha256));
    expect((await media.find(jpg.sha256)).ok).toBe(true);
    expect((await media.find(png.sha256)).ok).toBe(true);
    expect(await media.find(gif.sha256)).toMatchObject({ error: { code: 'media/missing' } });
    expect(filesIn(join(folder, 'media'))).toHaveLength(2);
    expect(await media.discard(gif.sha256)).toEqual({ ok: true, value: undefined });
  });
});
