import { onTestFinished } from 'vitest';
import { loadDocuments } from '../documents.ts';
import type { Library, LibraryClient } from '../library.ts';
import { type OpenLibrary, openLibrary } from '../open-library.ts';

// The library calls of a test are synchronous, so what reads documents is there from the start.
await loadDocuments();

/** A library over a real file, closed when the test is over. */
export const openTestLibrary = (folder: string, now?: () => number): OpenLibrary => {
  const opened = openLibrary(folder, now);
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.detail}`);
  onTestFinished(() => opened.value.close());
  return opened.value;
};

type Call = (...input: unknown[]) => unknown;

/** The same library behind the interface of the main process, without a process of its own. */
export const localClient = (library: Library): LibraryClient => {
  const { posts, publications, media, articles, blogs, uploads, jobs } = library;
  const asynchronous = (calls: object): object =>
    Object.fromEntries(
      Object.entries(calls).map(([name, call]) => [name, async (...input: unknown[]) => (call as Call)(...input)]),
    );
  return Object.fromEntries(
    Object.entries({ posts, publications, media, articles, blogs, uploads, jobs }).map(([name, calls]) => [
      name,
      asynchronous(calls),
    ]),
  ) as LibraryClient;
};
