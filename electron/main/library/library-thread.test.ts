import type { ChildProcess } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sha256Schema } from '../../../core/document/media.ts';
import type { Result } from '../../../core/trouble.ts';
import type { Posts } from './library.ts';
import { LibraryThread } from './library-thread.ts';
import { libraryFile } from './open-library.ts';
import type { Answer } from './rpc.ts';
import { documentOf, textOf, typing } from './testing/documents.ts';
import { mountDisk, remount } from './testing/mounts.ts';
import { startChild } from './testing/start-child.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** Deaths while typing; more with `LIBRARY_KILLS=100 npx vitest run electron/main/library/library-thread.test.ts`. */
const kills = Number(process.env.LIBRARY_KILLS ?? 4);

/** Milliseconds: these tests wait for disks and processes, also on a busy machine. */
const slow = { timeout: 60_000 + kills * 5000 };

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

const startLibrary = (folder: string) => {
  const children: ChildProcess[] = [];
  const library = new LibraryThread(() => startChild(folder, (child) => children.push(child)));
  onTestFinished(() => library.close());
  return { library, kill: () => children.at(-1)?.kill('SIGKILL') };
};

describe('library thread', slow, () => {
  test('answers calls that were made before it was up, and keeps them over a close', async () => {
    const folder = temporaryFolder();
    const { library } = startLibrary(folder);
    const [post, list] = await Promise.all([
      library.client.posts.create({ document: documentOf('Ferries', 'One') }),
      library.client.posts.list({ filter: 'all', query: '', offset: 0, limit: 10 }),
    ]);
    expect([value(post).revision, value(list).total]).toEqual([1, 1]);
    expect(await library.troubles).toEqual([]);
    await library.close();
    expect(await library.client.posts.exampleMade()).toMatchObject({ error: { code: 'library/unavailable' } });
    const again = startLibrary(folder).library;
    expect(textOf(value(await again.client.posts.open({ id: value(post).id })).document)).toBe('One');
  });

  test('a bug in a call rejects with its stack and the thread lives on', async () => {
    const { library } = startLibrary(temporaryFolder());
    const nonsense = { nonsense: true } as unknown as Parameters<Posts['create']>[0];
    await expect(library.client.posts.create(nonsense)).rejects.toThrow(/In the library thread: TypeError/);
    expect(await library.client.posts.exampleMade()).toEqual({ ok: true, value: false });
  });

  test('hands on which files are unused, as often as the thread says so', () => {
    let say: (answer: Answer) => void = () => {};
    const thread = new LibraryThread(() => ({
      postMessage: () => {},
      onAnswer: (listener) => {
        say = listener;
      },
      onExit: () => {},
      kill: () => {},
    }));
    const told: unknown[] = [];
    thread.onUnused((unused) => told.push(unused));
    const [none, some] = [[], [sha256Schema.parse('a'.repeat(64))]].map((files) => ({ files, articles: [] }));
    for (const unused of [none, some]) if (unused) say({ kind: 'unused', unused });
    expect(told).toEqual([none, some]);
  });

  test('a library that cannot be opened answers every call with its trouble', async () => {
    const folder = temporaryFolder();
    writeFileSync(`${folder}/file`, '');
    const { library } = startLibrary(`${folder}/file/library`);
    expect(await library.client.posts.exampleMade()).toMatchObject({ ok: false });
    expect((await library.troubles).map((it) => it.code)).toEqual(['library/unavailable']);
  });

  test('a thread that dies at every start is given up', async () => {
    let starts = 0;
    const library = new LibraryThread(() => {
      starts += 1;
      return {
        postMessage: () => {},
        onAnswer: () => {},
        onExit: (listener) => queueMicrotask(listener),
        kill: () => {},
      };
    });
    expect((await library.troubles).map((it) => it.code)).toEqual(['library/unavailable']);
    expect(starts).toBe(3);
    expect(await library.client.posts.exampleMade()).toMatchObject({ error: { code: 'library/unavailable' } });
  });

  test('whatever was acknowledged is there after a kill in the middle of typing', async () => {
    const folder = temporaryFolder();
    const { library, kill } = startLibrary(folder);
    const post = value(await library.client.posts.create({ document: documentOf('Ferries', 'Typed: ') }));
    let { document } = post;
    let acknowledged = 0;
    for (let death = 0; death < kills; death += 1) {
      const burst = typing(document, 'never lose a word '.repeat(4));
      const doomed = Math.floor(Math.random() * burst.edits.length);
      for (const [index, edit] of burst.edits.entries()) {
        const appending = library.client.posts.append({ id: post.id, sequence: acknowledged, edits: [edit] });
        if (index === doomed) kill();
        let answer = await appending;
        // What the app does: it sends the same edits again until they are acknowledged.
        while (!answer.ok) {
          expect(answer.error.code).toBe('library/unavailable');
          answer = await library.client.posts.append({ id: post.id, sequence: acknowledged, edits: [edit] });
        }
        acknowledged += 1;
        expect(answer.value.sequence).toBe(acknowledged);
      }
      document = burst.document;
      // The last edit may have been answered before the kill arrived.
      let opening = await library.client.posts.open({ id: post.id });
      while (!opening.ok) {
        expect(opening.error.code).toBe('library/unavailable');
        opening = await library.client.posts.open({ id: post.id });
      }
      const opened = opening.value;
      expect([textOf(opened.document), opened.sequence]).toEqual([textOf(document), acknowledged]);
    }
    await library.close();
    const again = startLibrary(folder).library;
    expect(textOf(value(await again.client.posts.open({ id: post.id })).document)).toBe(textOf(document));
  });

  test('a disk that is full at the start still shows every word, and takes new ones when there is room', async ({
    skip,
  }) => {
    const { folder, refused } = mountDisk(2_000_000);
    if (refused) skip(`no small disk can be mounted here: ${refused}`);
    const before = startLibrary(folder).library;
    const { id } = value(await before.client.posts.create({ document: documentOf('Ferries', 'One') }));
    await before.close();
    for (const suffix of ['-wal', '-shm']) rmSync(libraryFile(folder) + suffix, { force: true });
    const ballast = join(folder, 'ballast');
    expect(() => writeFileSync(ballast, Buffer.alloc(2_000_000))).toThrow(/ENOSPC/);

    const { library } = startLibrary(folder);
    expect((await library.troubles).map((it) => it.code)).toEqual(['library/disk-full']);
    expect(textOf(value(await library.client.posts.open({ id })).document)).toBe('One');
    expect(await library.client.posts.trash({ id })).toMatchObject({ error: { code: 'library/disk-full' } });
    rmSync(ballast);
    expect((await library.client.posts.trash({ id })).ok).toBe(true);
  });

  test('a read-only disk that becomes writable is written to without a restart of the app', async ({ skip }) => {
    const { folder, refused } = mountDisk(8_000_000);
    if (refused) skip(`no disk can be mounted here: ${refused}`);
    const before = startLibrary(folder).library;
    const { id } = value(await before.client.posts.create({ document: documentOf('Ferries', 'One') }));
    await before.close();
    const busy = remount(folder, 'ro');
    if (busy) skip(`the disk cannot be made read-only here: ${busy}`);

    const { library } = startLibrary(folder);
    expect(await library.client.posts.trash({ id })).toMatchObject({ error: { code: 'library/read-only' } });
    expect(remount(folder, 'rw')).toBeNull();
    // The thread looks after each answer whether it could write now: it may have ended after the first one already.
    const code = expect.stringMatching(/^library\/(read-only|unavailable)$/);
    expect(await library.client.posts.trash({ id })).toMatchObject({ error: { code } });
    const again = async (): Promise<Result<void>> => {
      const answer = await library.client.posts.trash({ id });
      return !answer.ok && answer.error.code === 'library/unavailable' ? again() : answer;
    };
    expect((await again()).ok).toBe(true);
  });
});
