import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LibraryThread } from './library-thread.ts';
import { startLibraryThread } from './start-library-thread.ts';
import { documentOf, textOf } from './testing/documents.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const thread = join(import.meta.dirname, 'thread.ts');

/** Milliseconds: a thread loads the whole library from its sources, also on a busy machine. */
const slow = { timeout: 60_000 };

test('a thread that ends is started again, and has what was acknowledged', slow, async () => {
  const folder = temporaryFolder();
  let end = (): void => {};
  const library = new LibraryThread(() => {
    const handle = startLibraryThread(thread, folder, console.error);
    end = handle.kill;
    return handle;
  });
  onTestFinished(() => library.close());
  const post = await library.client.posts.create({ document: documentOf('Ferries', 'One') });
  if (!post.ok) throw new Error(post.error.code);
  const unanswered = library.client.posts.list({ filter: 'all', query: '', offset: 0, limit: 10 });
  end();
  const answer = await unanswered;
  expect(answer.ok || answer.error.code === 'library/unavailable').toBe(true);
  const open = () => library.client.posts.open({ id: post.value.id });
  // The list may have been answered before the end came; then this call meets it.
  const first = await open();
  const again = !first.ok && first.error.code === 'library/unavailable' ? await open() : first;
  expect(again.ok && textOf(again.value.document)).toBe('One');
});

test('what a thread dies of is told', slow, async () => {
  const lines: string[] = [];
  const handle = startLibraryThread(join(temporaryFolder(), 'missing.js'), temporaryFolder(), (line) =>
    lines.push(line),
  );
  await new Promise<void>((ended) => handle.onExit(ended));
  expect(lines.join('\n')).toContain('missing.js');
});
