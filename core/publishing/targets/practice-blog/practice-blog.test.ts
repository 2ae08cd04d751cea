import { describe, expect, it } from 'vitest';
import type { PostId } from '../../../document/post.ts';
import { failed, ok, type Result } from '../../../trouble.ts';
import { wholeBytes } from '../../byte-source.ts';
import type { Connection, RemoteContent, RemotePost } from '../../target.ts';
import { practiceBlogTarget, practiceSite } from './practice-blog.ts';
import type { SiteFolder } from './site-folder.ts';
import { freeSlug, slugOf } from './slug.ts';

type MemoryFolder = {
  readonly folder: SiteFolder;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** How many more changes the disk takes; after that every one fails. */
  allow: number;
};

/** A folder in memory on a disk that can fill up. */
const memoryFolder = (): MemoryFolder => {
  const files = new Map<string, Uint8Array>();
  const below = (path: string) => [...files.keys()].filter((file) => file === path || file.startsWith(`${path}/`));
  const change = async (path: string, work: () => void): Promise<Result<void>> => {
    if (memory.allow === 0) return failed('blog/folder', { params: { path }, detail: 'ENOSPC' });
    memory.allow -= 1;
    work();
    return ok(undefined);
  };
  const folder: SiteFolder = {
    address: 'file:///home/you/practice-blog/',
    read: async (path) => ok(files.get(path) ?? null),
    write: async (path, content) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : await wholeBytes(content);
      return change(path, () => void files.set(path, bytes));
    },
    list: async (path) => ok([...new Set(below(path).map((file) => file.slice(path.length + 1).split('/')[0] ?? ''))]),
    remove: (path) => change(path, () => below(path).forEach((file) => void files.delete(file))),
  };
  const memory: MemoryFolder = { folder, files, allow: Number.POSITIVE_INFINITY };
  return memory;
};

const id = '7d2f9c5e-8f0b-4f5e-9a51-0f0a3c6b2d10' as PostId;
const content: RemoteContent = {
  title: 'Ferries & <boats>',
  html: '<p>First words of the post.</p>',
  excerpt: '',
  tags: ['Sea & sky'],
  categories: ['Ports'],
  language: 'en-GB',
  featuredMedia: null,
};

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
};

const blog = () => {
  const memory = memoryFolder();
  const clock = { now: Date.UTC(2026, 10, 22, 10) };
  const target = practiceBlogTarget(memory.folder, () => clock.now);
  const connection: Connection = { site: practiceSite(memory.folder), credential: null };
  const text = (path: string): string => new TextDecoder().decode(memory.files.get(path));
  const publish = async (more: Partial<RemoteContent> = {}, slug = '', postId = id): Promise<RemotePost> => {
    const draft = value(await target.createDraft(connection, { postId, marker: `draft-${postId}`, title: 'x' }));
    value(await target.update(connection, draft.id, { ...content, ...more }, slug));
    return value(await target.publish(connection, draft.id, { status: 'published', slug }));
  };
  return { memory, clock, target, connection, text, publish, pages: () => [...memory.files.keys()].sort() };
};

describe('the practice blog', () => {
  it('is a front page, post pages, a feed and a stylesheet, with links that need no server', async () => {
    const { publish, pages, text } = blog();
    const post = await publish();
    expect(post.link).toBe('file:///home/you/practice-blog/posts/ferries-boats/index.html');
    expect(pages()).toEqual([
      '.rejoinder/blog.json',
      'feed.xml',
      'index.html',
      'posts/ferries-boats/index.html',
      'style.css',
    ]);
    expect(text('index.html')).toContain('<a href="posts/ferries-boats/index.html">Ferries &#x26; &#x3C;boats></a>');
    const page = text('posts/ferries-boats/index.html');
    expect(page).toContain(content.html);
    expect(page).toContain('href="../../style.css"');
    expect(page).toContain('href="../../index.html"');
  });

  it('can be visited before anything is published', async () => {
    const { target, connection, pages } = blog();
    value(await target.signIn(connection));
    expect(pages()).toContain('index.html');
  });

  it('has a feed whose ids are the posts’ own', async () => {
    const { publish, text } = blog();
    await publish({ html: '<p>a ]]> b &amp; c</p>' });
    const feed = text('feed.xml');
    expect(feed).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom">/);
    expect(feed).toContain(`<id>urn:uuid:${id}</id>`);
    expect(feed).toContain('<title type="text">Ferries &amp; &lt;boats&gt;</title>');
    expect(feed).toContain('<link rel="alternate" type="text/html" href="posts/ferries-boats/index.html"/>');
    expect(feed).toContain('<published>2026-11-22T10:00:00.000Z</published>');
    expect(feed).toContain('xml:base="posts/ferries-boats/index.html"');
    expect(feed).toContain('&lt;p&gt;a ]]&gt; b &amp;amp; c&lt;/p&gt;');
  });

  it('says the language of each post, on its page, in lists and in the feed', async () => {
    const { publish, text } = blog();
    await publish({ title: 'ميناء', language: 'ar' });
    expect(text('posts/ميناء/index.html')).toContain('<article lang="ar"><h1 dir="auto">ميناء</h1>');
    expect(text('index.html')).toContain('<li lang="ar"><h2 dir="auto">');
    expect(text('feed.xml')).toContain('<entry xml:lang="ar">');
    const other = blog();
    await other.publish({ language: '' });
    expect(other.text('posts/ferries-boats/index.html')).toContain('<article><h1');
    expect(other.text('feed.xml')).not.toContain('xml:lang');
  });

  it('begins its summary with the words of the post, without the numbers of notes', async () => {
    const { publish, text } = blog();
    const note = '<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup>';
    await publish({ html: `<p>Nine ships${note} waited.</p>` });
    expect(text('index.html')).toContain('<p dir="auto">Nine ships waited.</p>');
    expect(text('feed.xml')).toContain('<summary type="text">Nine ships waited.</summary>');
  });

  it('cuts a post at its read-more break on the front page and in the feed’s summary, with a link to where it goes on', async () => {
    const { publish, text } = blog();
    const html = [
      '<section class="summary">\n<p id="x">The <a href="#fn-1">first</a> part.</p>',
      '<figure><img src="../../media/a.png" alt=""/></figure>',
      '<p><a href="https://else.example/#more">elsewhere</a></p>\n<span class="read-more" id="more"></span>',
      '<p>The rest.</p>\n</section>\n<section class="comment">\n<p>My comment.</p>\n</section>',
    ].join('\n');
    await publish({ html });
    expect(text('posts/ferries-boats/index.html')).toContain(html);
    const front = text('index.html');
    expect(front).toContain('<p>The <a href="posts/ferries-boats/index.html#fn-1">first</a> part.</p>');
    expect(front).toContain('<img src="media/a.png" alt="">');
    expect(front).toContain('<a href="https://else.example/#more">elsewhere</a>');
    expect(front).toContain('<p class="read-on"><a href="posts/ferries-boats/index.html#more" lang="en"');
    expect(front).not.toMatch(/The rest|My comment|id="/);
    const [, summary = ''] = /<summary type="html" xml:base="([\s\S]*?)<\/summary>/.exec(text('feed.xml')) ?? [];
    expect(summary).toContain('href="#more"');
    expect(summary).toContain('The &lt;a');
    expect(summary).not.toMatch(/The rest|My comment/);
    expect(text('feed.xml')).toContain('My comment');
    await publish({ html, excerpt: 'In short.' });
    expect(text('feed.xml')).toContain('<summary type="text">In short.</summary>');
  });

  it('shows drafts, scheduled and trashed posts nowhere', async () => {
    const { target, connection, publish, pages, text } = blog();
    const post = await publish();
    const shown = () =>
      pages().some((path) => path.startsWith('posts/')) || /First words/.test(text('index.html') + text('feed.xml'));
    expect(shown()).toBe(true);
    value(await target.publish(connection, post.id, { status: 'draft', slug: '' }));
    expect(shown()).toBe(false);
    value(await target.publish(connection, post.id, { status: 'scheduled', slug: '', date: Date.UTC(2027, 0, 1) }));
    expect(shown()).toBe(false);
    value(await target.publish(connection, post.id, { status: 'published', slug: '' }));
    expect(shown()).toBe(true);
    value(await target.remove(connection, post.id));
    expect(shown()).toBe(false);
  });

  it('keeps the date of what was due, and takes today’s for what goes out early', async () => {
    const { target, connection, publish, clock } = blog();
    const post = await publish();
    const date = clock.now + 3_600_000;
    const scheduled = { status: 'scheduled', slug: '', date } as const;
    value(await target.publish(connection, post.id, { status: 'draft', slug: '' }));
    value(await target.publish(connection, post.id, scheduled));
    clock.now += 60_000;
    const early = value(await target.publish(connection, post.id, { status: 'published', slug: '' }));
    expect(early.date).toBe(clock.now);
    value(await target.publish(connection, post.id, scheduled));
    clock.now += 7_200_000;
    expect(value(await target.publish(connection, post.id, { status: 'published', slug: '' })).date).toBe(date);
  });

  it('moves a post with its slug and leaves no page behind', async () => {
    const { target, connection, publish, pages } = blog();
    const post = await publish({}, 'old');
    value(await target.update(connection, post.id, content, 'new'));
    expect(pages().filter((path) => path.startsWith('posts/'))).toEqual(['posts/new/index.html']);
  });

  it('keeps a post that is sent as a new draft apart from its first one', async () => {
    const { target, connection, publish } = blog();
    await publish();
    const second = value(await target.createDraft(connection, { postId: id, marker: 'draft-2', title: 'x' }));
    expect(second.id).not.toBe(id);
    expect(value(await target.list(connection, 10))).toHaveLength(2);
  });

  it('does its work in turn, however many ask at once', async () => {
    const { publish, target, connection, pages } = blog();
    await Promise.all(Array.from({ length: 8 }, () => publish({}, 'same', crypto.randomUUID() as PostId)));
    const slugs = value(await target.list(connection, 10)).map(({ slug }) => slug);
    expect(new Set(slugs)).toEqual(new Set(['same', ...[2, 3, 4, 5, 6, 7, 8].map((number) => `same-${number}`)]));
    expect(pages().filter((path) => path.startsWith('posts/'))).toHaveLength(8);
  });

  it('is whole again after a disk that failed at any write, once the same call succeeds', async () => {
    const reference = blog();
    await reference.publish({}, 'old');
    value(await reference.target.update(reference.connection, id, { ...content, title: 'New' }, 'new'));
    for (let writes = 0; ; writes += 1) {
      const { memory, target, connection, publish, pages, text } = blog();
      const post = await publish({}, 'old');
      memory.allow = writes;
      const update = () => target.update(connection, post.id, { ...content, title: 'New' }, 'new');
      const first = await update();
      memory.allow = Number.POSITIVE_INFINITY;
      if (!first.ok) {
        expect(first.error.code).toBe('blog/folder');
        value(await target.fetch(connection, post.id));
        value(await update());
      }
      expect(pages()).toEqual(reference.pages());
      for (const path of ['posts/new/index.html', 'index.html']) expect(text(path)).toBe(reference.text(path));
      if (first.ok) break;
    }
  });

  it('never replaces a damaged manifest in silence', async () => {
    const { memory, publish, target, connection } = blog();
    const post = await publish();
    await memory.folder.write('.rejoinder/blog.json', '{"version":1,"posts":[');
    const refused = await target.update(connection, post.id, content, '');
    expect(refused).toMatchObject({ ok: false, error: { code: 'blog/folder' } });
    expect(new TextDecoder().decode(memory.files.get('.rejoinder/blog.json'))).toBe('{"version":1,"posts":[');
  });
});

describe('a slug', () => {
  it.each([
    ['Ferries leave the harbour!', 'ferries-leave-the-harbour'],
    ['Été à Málaga', 'ete-a-malaga'],
    ["It's the writer’s", 'its-the-writers'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'con-post'],
    ['港のフェリー', '港のフェリー'],
    ['🚢 …', 'post'],
    ['', 'post'],
    ['a'.repeat(300), 'a'.repeat(120)],
    ['日'.repeat(100), '日'.repeat(40)],
  ])('of %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is numbered when it is taken', () => {
    expect(freeSlug('a', new Set(['a', 'a-2']))).toBe('a-3');
  });
});
