import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaVersion } from '../../../../core/document/migrations/migrations.ts';
import { emptyFields, type Post, type StoredDocument } from '../../../../core/document/post.ts';
import type { JobView } from '../../../../core/outbox/job.ts';
import { defaultPictureLimits } from '../../../../core/pictures/limits.ts';
import { type Blog, blogIdSchema } from '../../../../core/publishing/blog.ts';
import type { TargetId } from '../../../../core/publishing/target.ts';
import { practiceBlogTarget, practiceSite } from '../../../../core/publishing/targets/practice-blog/practice-blog.ts';
import { failed, ok } from '../../../../core/trouble.ts';
import { localClient, openTestLibrary } from '../../library/testing/local-library.ts';
import { temporaryFolder } from '../../library/testing/temporary-folder.ts';
import { MediaStore } from '../../media/media-store.ts';
import { makeOutgoingFiles } from '../../media/outgoing-files.ts';
import { siteFolder } from '../../practice-blog/site-folder.ts';
import { OutboxRunner } from '../outbox-runner.ts';
import type { OutboxParts } from '../parts.ts';
import { FaultyTarget } from './faulty-target.ts';
import { ManualClock } from './manual-clock.ts';

/** The smallest PNG there is: one transparent pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const words = (text: string) => (text === '' ? [] : [{ type: 'text', text }]);

const documentOf = (headline: string, sha256: string): StoredDocument => ({
  schemaVersion,
  doc: {
    type: 'doc',
    content: [
      { type: 'headline', content: words(headline) },
      {
        type: 'section',
        attrs: { kind: 'summary', label: '' },
        content: [
          {
            type: 'figure',
            attrs: { media: sha256, alt: 'A boat', decorative: false, width: 1, height: 1 },
            content: [
              { type: 'caption', content: words('A boat.') },
              { type: 'credit', content: words('Own work') },
            ],
          },
          { type: 'paragraph', content: words('The ferries stopped.') },
        ],
      },
    ],
  },
});

const noon = Date.UTC(2026, 10, 22, 12);

/**
 * A library on disk with its pictures, and two blogs in folders that are reached through faulty networks. The second one
 * goes by another target's name, so that two blogs can be worked for side by side.
 */
export const setUpOutbox = async (changed: Partial<OutboxParts> = {}) => {
  const clock = new ManualClock(noon);
  const library = localClient(openTestLibrary(temporaryFolder(), clock.now));
  const media = new MediaStore(join(temporaryFolder(), 'media'), library.media);
  const blogFolders = { 'practice-blog': temporaryFolder(), wordpress: temporaryFolder() };
  const sites = (id: TargetId) => ({ ...practiceSite(siteFolder(blogFolders[id])), target: id });
  const faulty = {
    'practice-blog': new FaultyTarget(practiceBlogTarget(siteFolder(blogFolders['practice-blog']), clock.now)),
    wordpress: new FaultyTarget(practiceBlogTarget(siteFolder(blogFolders.wordpress), clock.now)),
  };
  const blogs = (['practice-blog', 'wordpress'] as const).map(
    (id): Blog => ({
      id: blogIdSchema.parse(randomUUID()),
      site: sites(id),
      account: null,
      capabilities: null,
      taxonomy: null,
      signedIn: true,
    }),
  );
  const [blog, other] = blogs;
  if (!blog || !other) throw new Error('two blogs');
  for (const it of blogs) await library.blogs.put(it);
  const picture = await media.addBytes('boat.png', png);
  if (!picture.ok) throw new Error(picture.error.code);

  const seen: JobView[][] = [];
  const errors: unknown[] = [];
  const blogOf: OutboxParts['blogOf'] = async (id) => {
    const found = blogs.find((it) => it.id === id);
    return found ? ok(found) : failed('blog/not-found');
  };
  const parts: OutboxParts = {
    library,
    targets: { 'practice-blog': faulty['practice-blog'].target, wordpress: faulty.wordpress.target },
    blogOf,
    connectionOf: async (id) => {
      const found = await blogOf(id);
      return found.ok ? ok({ site: found.value.site, credential: null }) : found;
    },
    outgoing: makeOutgoingFiles({
      rows: (changed.library ?? library).media,
      read: (sha256) => media.read(sha256),
      source: (sha256) => media.source(sha256),
      limitsOf: () => defaultPictureLimits,
      draw: async () => failed('media/not-made'),
    }),
    clock,
    newId: randomUUID,
    onJobs: (jobs) => seen.push([...jobs]),
    onPublication: () => {},
    onError: (_, error) => errors.push(error),
    onTrouble: (trouble) => errors.push(trouble),
    ...changed,
  };

  const newPost = async (headline = 'Harbour closed'): Promise<Post> => {
    const post = await library.posts.create({
      document: documentOf(headline, picture.value.sha256),
      fields: emptyFields,
      sources: [],
    });
    if (!post.ok) throw new Error(post.error.code);
    return post.value;
  };
  const rewrite = async (post: Post, headline: string): Promise<void> => {
    const now = await library.posts.open({ id: post.id });
    if (!now.ok) throw new Error(now.error.code);
    const { id, revision, sequence } = now.value;
    const saved = await library.posts.save({
      id,
      revision,
      sequence,
      document: documentOf(headline, picture.value.sha256),
    });
    if (!saved.ok) throw new Error(saved.error.code);
  };

  /** What the blog's folder holds: `read('index.html')`. */
  const read = (path: string, id: TargetId = 'practice-blog'): string =>
    readFileSync(join(blogFolders[id], path), 'utf8');
  /** Every file below the blog's folder, by its path. */
  const filesOn = (id: TargetId = 'practice-blog'): readonly string[] =>
    readdirSync(blogFolders[id], { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
  const postsOn = async (it: Blog = blog) => {
    const folder = siteFolder(blogFolders[it.site.target]);
    const found = await practiceBlogTarget(folder, clock.now).list({ site: it.site, credential: null }, 100);
    if (!found.ok) throw new Error(found.error.detail);
    return found.value;
  };

  return {
    clock,
    library,
    blog,
    other,
    faulty: faulty['practice-blog'],
    otherFaulty: faulty.wordpress,
    parts,
    media,
    picture: picture.value,
    seen,
    errors,
    newPost,
    rewrite,
    read,
    filesOn,
    postsOn,
    start: (): OutboxRunner => new OutboxRunner(parts),
  };
};

/** Lets time pass from alarm to alarm until none is set before `until`, and everything that was set off to end. */
export const passTime = async (outbox: OutboxRunner, clock: ManualClock, until: number): Promise<void> => {
  await outbox.idle();
  for (let at = clock.next; at !== null && at <= until; at = clock.next) {
    clock.moveTo(at);
    await outbox.idle();
  }
  clock.moveTo(until);
};
