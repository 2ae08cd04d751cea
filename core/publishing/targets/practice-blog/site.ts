import { ok, type Result } from '../../../trouble.ts';
import { atomFeed } from './feed.ts';
import { type KeptPost, type Manifest, writeManifest } from './manifest.ts';
import { frontPage, pagePath, postPage, publishedPosts } from './pages.ts';
import type { SiteFolder } from './site-folder.ts';
import { stylesheet } from './stylesheet.ts';

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.byteLength === other.byteLength && one.every((byte, index) => byte === other[index]);

const writeIfChanged = async (folder: SiteFolder, path: string, content: string): Promise<Result<void>> => {
  const there = await folder.read(path);
  if (!there.ok) return there;
  return there.value && sameBytes(there.value, new TextEncoder().encode(content))
    ? ok(undefined)
    : folder.write(path, content);
};

const pageFolders = (posts: readonly KeptPost[]): readonly string[] =>
  publishedPosts(posts).map(({ slug }) => `posts/${slug}`);

/**
 * Puts the site of a new manifest in place: pages, front page, feed, then the manifest, then the pages that are no
 * longer part of it go. Every file is replaced whole. A crash in between leaves the old manifest, and the same call
 * finishes the work: whatever is missing or differs is written again.
 */
export const putSite = async (folder: SiteFolder, before: Manifest, after: Manifest): Promise<Result<void>> => {
  const files: readonly (readonly [string, string])[] = [
    ['style.css', stylesheet],
    ...publishedPosts(after.posts).map((post) => [pagePath(post.slug), postPage(post)] as const),
    ['index.html', frontPage(after.posts)],
    ['feed.xml', atomFeed(after)],
  ];
  for (const [path, content] of files) {
    const written = await writeIfChanged(folder, path, content);
    if (!written.ok) return written;
  }
  const current = new Set(pageFolders(after.posts));
  const stale = [...new Set([...before.stale, ...pageFolders(before.posts)])].filter((path) => !current.has(path));
  const kept = await writeManifest(folder, { ...after, stale });
  if (!kept.ok) return kept;
  for (const path of stale) {
    const removed = await folder.remove(path);
    if (!removed.ok) return removed;
  }
  return ok(undefined);
};
