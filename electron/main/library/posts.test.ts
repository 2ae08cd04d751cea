import { describe, expect, test } from 'vitest';
import { schemaVersion } from '../../../core/document/migrations/migrations.ts';
import { emptyFields, type PostId } from '../../../core/document/post.ts';
import type { BlogId } from '../../../core/publishing/blog.ts';
import { newSource } from '../../../core/sources/source.ts';
import type { Result } from '../../../core/trouble.ts';
import { Database } from './database.ts';
import { libraryFile } from './open-library.ts';
import { documentOf, textOf, typing } from './testing/documents.ts';
import { openTestLibrary } from './testing/local-library.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};
const stale = { ok: false, error: { code: 'post/stale' } };
const source = newSource({
  id: crypto.randomUUID(),
  url: 'https://a.example/x',
  title: 'Boats',
  publisher: 'Harbour Courier',
});

describe('journal', () => {
  test('edits without a save are there after reopening', () => {
    const folder = temporaryFolder();
    const library = openTestLibrary(folder);
    const post = value(library.posts.create({ document: documentOf('Ferries', 'One') }));
    const { edits } = typing(post.document, ' two');
    expect(value(library.posts.append({ id: post.id, sequence: 0, edits: [...edits] }))).toEqual({ sequence: 4 });

    const again = value(openTestLibrary(folder).posts.open({ id: post.id }));
    expect(textOf(again.document)).toBe('One two');
    expect(again.sequence).toBe(4);
  });

  test('what was typed before a crash is found by the search after it, and saves on the old revision still fit', () => {
    const folder = temporaryFolder();
    const library = openTestLibrary(folder);
    const post = value(library.posts.create({ document: documentOf('Ferries', 'One') }));
    const { edits, document } = typing(post.document, ' lighthouse');
    library.posts.append({ id: post.id, sequence: 0, edits: [...edits] });

    const again = openTestLibrary(folder);
    const found = value(again.posts.list({ filter: 'all', query: 'lighthouse', offset: 0, limit: 10 }));
    expect(found.items.map((item) => [item.id, item.firstWords])).toEqual([[post.id, 'One lighthouse']]);
    const more = typing(document, 's');
    expect(again.posts.append({ id: post.id, sequence: edits.length, edits: [...more.edits] }).ok).toBe(true);
    expect(
      again.posts.save({ id: post.id, revision: 1, sequence: edits.length + 1, document: more.document }),
    ).toMatchObject({ ok: true });
  });

  test('a repeated append is acknowledged, a gap and other edits under the same numbers are refused', () => {
    const library = openTestLibrary(temporaryFolder());
    const post = value(library.posts.create({ document: documentOf('Ferries', 'One') }));
    const first = typing(post.document, 'abc');
    const append = (sequence: number, edits: typeof first.edits) =>
      library.posts.append({ id: post.id, sequence, edits: [...edits] });
    append(0, first.edits);
    expect(append(0, first.edits)).toEqual({ ok: true, value: { sequence: 3 } });
    expect(append(1, [...first.edits.slice(1), ...typing(first.document, 'd').edits])).toEqual({
      ok: true,
      value: { sequence: 4 },
    });
    expect(append(5, typing(first.document, 'x').edits)).toMatchObject(stale);
    expect(append(2, typing(first.document, 'x').edits)).toMatchObject(stale);
    expect(textOf(value(library.posts.open({ id: post.id })).document)).toBe('Oneabcd');
  });

  test('edits after a snapshot are replayed on it, those before it are not', () => {
    const library = openTestLibrary(temporaryFolder());
    const post = value(library.posts.create({ document: documentOf('Ferries', 'One') }));
    const first = typing(post.document, ' two');
    const second = typing(first.document, ' three');
    library.posts.append({ id: post.id, sequence: 0, edits: [...first.edits, ...second.edits] });
    value(library.posts.save({ id: post.id, revision: 1, sequence: 4, document: first.document }));
    const opened = value(library.posts.open({ id: post.id }));
    expect([textOf(opened.document), opened.sequence, opened.revision]).toEqual(['One two three', 10, 2]);
  });

  test('keeps the newest thousand edits for undo, also below a snapshot, and says how they belong together', () => {
    const folder = temporaryFolder();
    const library = openTestLibrary(folder);
    const post = value(library.posts.create({ document: documentOf('Ferries', '') }));
    const { edits, document } = typing(post.document, 'ferry '.repeat(200));
    const taken = { step: edits[1199]?.inverse ?? {}, inverse: edits[1199]?.step ?? {}, kind: 'undo' as const };
    const all = [...edits.map((edit, index) => ({ ...edit, kind: index % 6 ? 'more' : 'new' }) as const), taken];
    library.posts.append({ id: post.id, sequence: 0, edits: all });
    value(library.posts.save({ id: post.id, revision: 1, sequence: 1200, document }));

    const again = openTestLibrary(folder).posts;
    const journal = (before: number) => value(again.journal({ id: post.id, before }));
    expect(journal(1201)).toEqual(all.slice(201));
    // A save has let go of what lies deeper.
    expect(journal(1200)).toEqual(all.slice(201, 1200));
    expect([journal(0), journal(1300)]).toEqual([[], []]);
    expect(again.journal({ id: crypto.randomUUID() as PostId, before: 1 })).toMatchObject({
      error: { code: 'post/not-found' },
    });
  });

  test('gives for undo only what follows on without a gap or damage', () => {
    const folder = temporaryFolder();
    const library = openTestLibrary(folder);
    const post = value(library.posts.create({ document: documentOf('Ferries', '') }));
    const { edits } = typing(post.document, 'ferry');
    library.posts.append({ id: post.id, sequence: 0, edits: [...edits] });
    const database = new Database(libraryFile(folder));
    const journal = () => value(library.posts.journal({ id: post.id, before: 5 }));
    database.run('UPDATE edits SET inverse = ? WHERE sequence = 1', '{"stepType":');
    expect(journal()).toEqual(edits.slice(2));
    database.run('DELETE FROM edits WHERE sequence = 3');
    expect(journal()).toEqual(edits.slice(4));
    database.close();
  });

  test('an append for an unknown post answers post/not-found', () => {
    const library = openTestLibrary(temporaryFolder());
    const { edits } = typing(documentOf('', ''), 'a');
    const id = crypto.randomUUID() as PostId;
    expect(library.posts.append({ id, sequence: 0, edits: [...edits] })).toMatchObject({
      error: { code: 'post/not-found' },
    });
  });
});

describe('saving', () => {
  test('a stale save is refused, kept as a version, and changes nothing', () => {
    const library = openTestLibrary(temporaryFolder());
    const { id } = value(library.posts.create({ document: documentOf('Ferries', 'One') }));
    const save = (revision: number, text: string) =>
      library.posts.save({ id, revision, sequence: 0, document: documentOf('Ferries', text) });
    expect(save(1, 'Mine')).toEqual({ ok: true, value: { revision: 2 } });
    expect(save(1, 'Theirs')).toMatchObject(stale);
    expect(save(9, 'From the future')).toMatchObject(stale);
    expect(textOf(value(library.posts.open({ id })).document)).toBe('Mine');
    const kept = value(library.posts.versions({ id })).filter((version) => version.why === 'conflict');
    const texts = kept.map(({ number }) => textOf(value(library.posts.version({ id, number })).document));
    expect(texts).toEqual(['From the future', 'Theirs']);
  });

  test('repeating a save whose answer was lost is no conflict', () => {
    const library = openTestLibrary(temporaryFolder());
    const { id } = value(library.posts.create({ document: documentOf('Ferries', 'One') }));
    const save = { id, revision: 1, sequence: 0, document: documentOf('Ferries', 'Two') };
    expect(library.posts.save(save)).toEqual(library.posts.save(save));
    expect(value(library.posts.versions({ id })).some((version) => version.why === 'conflict')).toBe(false);
  });

  test('text, fields and sources are saved on one revision without hindering each other', () => {
    const library = openTestLibrary(temporaryFolder());
    const { id } = value(library.posts.create({ document: documentOf('Ferries', 'One') }));
    const fields = { ...emptyFields, slug: 'ferries', tags: ['sea'] };
    expect(library.posts.saveFields({ id, revision: 1, fields })).toEqual({ ok: true, value: { revision: 2 } });
    expect(library.posts.saveSources({ id, revision: 1, sources: [source] }).ok).toBe(true);
    expect(library.posts.save({ id, revision: 1, sequence: 0, document: documentOf('A', 'Two') }).ok).toBe(true);
    expect(library.posts.saveFields({ id, revision: 1, fields: emptyFields })).toMatchObject(stale);
    expect(library.posts.saveSources({ id, revision: 1, sources: [] })).toMatchObject(stale);
    const post = value(library.posts.open({ id }));
    expect([post.revision, post.fields, post.sources, textOf(post.document)]).toEqual([4, fields, [source], 'Two']);
    const refused = value(library.posts.versions({ id })).filter((version) => version.why === 'conflict');
    expect(value(library.posts.version({ id, number: refused[1]?.number ?? 0 })).fields).toEqual(emptyFields);
  });

  test('a reason to leave what a check found is kept with the post and with its versions', () => {
    const library = openTestLibrary(temporaryFolder());
    const { id } = value(library.posts.create({ document: documentOf('Ferries', 'One') }));
    const overrides = [{ check: 'embed-credit', about: 'https://vimeo.com/1', reason: 'Nobody knows who filmed it.' }];
    value(library.posts.saveFields({ id, revision: 1, fields: { ...emptyFields, overrides } }));
    value(library.posts.keepVersion({ id, why: 'publish' }));
    value(library.posts.saveFields({ id, revision: 2, fields: emptyFields }));
    expect(value(library.posts.open({ id })).fields.overrides).toEqual([]);
    const kept = value(library.posts.versions({ id })).find(({ why }) => why === 'publish');
    expect(value(library.posts.version({ id, number: kept?.number ?? 0 })).fields.overrides).toEqual(overrides);
  });

  test('a document that the schema refuses is kept, and the readable one stays', () => {
    const library = openTestLibrary(temporaryFolder());
    const { id } = value(library.posts.create({ document: documentOf('Ferries', 'One') }));
    const broken = { schemaVersion: 1, doc: { type: 'doc', content: [{ type: 'spell' }] } };
    expect(library.posts.save({ id, revision: 1, sequence: 0, document: broken })).toMatchObject({
      error: { code: 'post/unreadable' },
    });
    expect(textOf(value(library.posts.open({ id })).document)).toBe('One');
    expect(value(library.posts.version({ id, number: 1 })).document).toEqual(broken);
  });

  test('a stored document that no longer passes is answered with its raw text and left alone', () => {
    const folder = temporaryFolder();
    const library = openTestLibrary(folder);
    const { id } = value(library.posts.create({ document: documentOf('Ferries', 'One') }));
    const raw = '{"schemaVersion":1,"doc":{"type":"doc","content":[{"type":"spell","text":"precious words"}]}}';
    const other = new Database(libraryFile(folder));
    other.run('UPDATE posts SET body = ?', raw);
    const opened = library.posts.open({ id });
    expect(opened).toMatchObject({ error: { code: 'post/unreadable', params: { headline: 'Ferries' } } });
    expect(!opened.ok && opened.error.detail).toContain(raw);
    expect(other.get('SELECT body FROM posts')).toEqual({ body: raw });
    other.run('UPDATE posts SET body = ?', '{"cut off');
    expect(library.posts.open({ id })).toMatchObject({ error: { code: 'post/unreadable' } });
    other.close();
  });

  test('a snapshot of the current version is handed out as it lies there, for the window to check', () => {
    const folder = temporaryFolder();
    const library = openTestLibrary(folder);
    const { id } = value(library.posts.create({ document: documentOf('Ferries', 'One') }));
    const broken = { schemaVersion, doc: { type: 'doc', content: [{ type: 'spell' }] } };
    const other = new Database(libraryFile(folder));
    other.run('UPDATE posts SET body = ?', JSON.stringify(broken));
    other.close();
    expect(value(library.posts.open({ id })).document).toEqual(broken);
  });
});

describe('versions', () => {
  test('Ctrl+S keeps the newest state once, with what is only journaled', () => {
    const library = openTestLibrary(temporaryFolder());
    const post = value(library.posts.create({ document: documentOf('Ferries', 'One'), sources: [source] }));
    library.posts.append({ id: post.id, sequence: 0, edits: [...typing(post.document, '!').edits] });
    library.posts.keepVersion({ id: post.id });
    library.posts.keepVersion({ id: post.id });
    library.posts.keepVersion({ id: post.id, why: 'publish' });
    const versions = value(library.posts.versions({ id: post.id }));
    expect(versions.map((version) => version.why)).toEqual(['publish', 'named']);
    const kept = value(library.posts.version({ id: post.id, number: 1 }));
    expect([textOf(kept.document), kept.sources]).toEqual(['One!', [source]]);
  });

  test('typing keeps a state every ten minutes, and of older days the last of each', () => {
    let now = Date.UTC(2026, 4, 14, 8);
    const library = openTestLibrary(temporaryFolder(), () => now);
    const { id } = value(library.posts.create({ document: documentOf('Ferries', '0') }));
    const minutes = (count: number): void => {
      for (let minute = 0; minute < count; minute += 5) {
        const { revision } = value(library.posts.open({ id }));
        now += 5 * 60_000;
        value(library.posts.save({ id, revision, sequence: 0, document: documentOf('Ferries', String(now)) }));
      }
    };
    minutes(60);
    expect(value(library.posts.versions({ id }))).toHaveLength(6);
    now += 3 * 24 * 60 * 60_000;
    minutes(5);
    expect(value(library.posts.versions({ id })).map((version) => version.number)).toEqual([7, 6]);
  });
});

describe('posts', () => {
  test('a duplicate has the text, sources and fields of its model and an address of its own', () => {
    const library = openTestLibrary(temporaryFolder());
    const fields = { ...emptyFields, slug: 'ferries', excerpt: 'Short' };
    const post = value(library.posts.create({ document: documentOf('Ferries', 'One'), fields, sources: [source] }));
    const copy = value(library.posts.duplicate({ id: post.id }));
    expect(copy.id).not.toBe(post.id);
    expect([textOf(copy.document), copy.fields, copy.sources]).toEqual(['One', { ...fields, slug: '' }, [source]]);
    const { items } = value(library.posts.list({ filter: 'all', query: '', offset: 0, limit: 10 }));
    expect(items.map((item) => item.headline).sort()).toEqual(['Copy of Ferries', 'Ferries']);
  });

  test('only a post in the trash is deleted, with everything that belongs to it', () => {
    const folder = temporaryFolder();
    const library = openTestLibrary(folder);
    const post = value(library.posts.create({ document: documentOf('Ferries', 'One'), sources: [source] }));
    library.posts.append({ id: post.id, sequence: 0, edits: [...typing(post.document, '!').edits] });
    library.posts.keepVersion({ id: post.id });
    expect(library.posts.deleteForever({ id: post.id })).toMatchObject({ error: { code: 'app/bad-request' } });
    library.posts.trash({ id: post.id });
    expect(value(library.posts.list({ filter: 'trash', query: 'one', offset: 0, limit: 10 })).total).toBe(1);
    library.posts.restore({ id: post.id });
    expect(value(library.posts.open({ id: post.id })).trashed).toBe(false);
    library.posts.trash({ id: post.id });
    expect(library.posts.deleteForever({ id: post.id }).ok).toBe(true);
    expect(library.posts.open({ id: post.id })).toMatchObject({ error: { code: 'post/not-found' } });
    const database = new Database(libraryFile(folder));
    for (const table of ['posts', 'edits', 'versions', 'sources', 'post_search']) {
      expect([table, database.get(`SELECT count(*) AS rows FROM ${table}`)]).toEqual([table, { rows: 0 }]);
    }
    database.close();
  });

  test('the example is made once, comes back on request, and is not made again by itself', () => {
    const folder = temporaryFolder();
    const library = openTestLibrary(folder);
    expect(library.posts.exampleMade()).toEqual({ ok: true, value: false });
    const example = value(library.posts.showExample({ document: documentOf('Example', 'Text') }));
    expect(example.example).toBe(true);
    expect(value(library.posts.showExample({ document: documentOf('Other', '') })).id).toBe(example.id);
    library.posts.trash({ id: example.id });
    expect(value(library.posts.showExample({ document: documentOf('Other', '') })).trashed).toBe(false);
    library.posts.trash({ id: example.id });
    library.posts.deleteForever({ id: example.id });
    expect(openTestLibrary(folder).posts.exampleMade()).toEqual({ ok: true, value: true });
  });

  test('the state follows from what the blogs last had', () => {
    const library = openTestLibrary(temporaryFolder());
    const { id } = value(library.posts.create({ document: documentOf('Ferries', 'One') }));
    const blogId = crypto.randomUUID() as BlogId;
    const site = {
      target: 'practice-blog' as const,
      address: 'file:///practice/',
      name: 'Practice blog',
      platform: 'Practice blog',
      endpoints: {},
      signIn: [],
    };
    const blog = { id: blogId, site, account: null, capabilities: null, taxonomy: null, signedIn: true };
    library.blogs.put(blog);
    const publication = {
      postId: id,
      blogId,
      remoteId: '7',
      link: 'https://blog.example/ferries',
      slug: 'ferries',
      status: 'scheduled' as const,
      base: 'abc',
      revision: 1,
      date: 1_800_000_000_000,
      sentAt: 1_700_000_000_000,
    };
    const first = () => value(library.posts.list({ filter: 'all', query: '', offset: 0, limit: 1 })).items[0];
    value(library.publications.put(publication));
    expect(first()).toMatchObject({ state: 'scheduled', scheduledAt: publication.date, blogs: ['Practice blog'] });
    value(library.publications.put({ ...publication, status: 'published' }));
    expect(first()).toMatchObject({ state: 'published', scheduledAt: null });
    expect(library.publications.get({ postId: id, blogId })).toEqual({
      ok: true,
      value: { ...publication, status: 'published' },
    });

    library.blogs.disconnect({ id: blogId });
    expect(library.blogs.list()).toEqual({ ok: true, value: [] });
    expect(library.blogs.formerId({ target: 'practice-blog', address: site.address, userId: 'you' })).toEqual({
      ok: true,
      value: blogId,
    });
    expect(value(library.publications.list({ id }))).toHaveLength(1);
    library.blogs.put(blog);
    expect(library.blogs.list()).toEqual({ ok: true, value: [blog] });
    value(library.publications.remove({ postId: id, blogId }));
    expect(first()).toMatchObject({ state: 'draft', blogs: [] });
  });

  test('two accounts of one site each find their own blog again', () => {
    const library = openTestLibrary(temporaryFolder());
    const address = 'https://blog.example';
    const site = { target: 'wordpress' as const, address, name: 'Sea', platform: 'W', endpoints: {}, signIn: [] };
    const ids = ['1', '2'].map((userId) => {
      const id = crypto.randomUUID() as BlogId;
      const account = { userId, username: '', displayName: '', role: '' };
      library.blogs.put({ id, site, account, capabilities: null, taxonomy: null, signedIn: true });
      library.blogs.disconnect({ id });
      return id;
    });
    const former = (userId: string) => value(library.blogs.formerId({ target: 'wordpress', address, userId }));
    expect([former('1'), former('2')]).toEqual(ids);
    expect(former('3')).toBe(ids[1]);
  });
});
