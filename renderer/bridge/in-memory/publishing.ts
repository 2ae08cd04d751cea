import type { Post, PostId, PostSnapshot } from '../../../core/document/post.ts';
import type { Client, Discovery } from '../../../core/ipc.ts';
import { contentOf, renderJob } from '../../../core/outbox/content.ts';
import { type JobId, jobIdSchema } from '../../../core/outbox/job.ts';
import { effectOf, next } from '../../../core/outbox/machine.ts';
import { type Desk, perform } from '../../../core/outbox/perform.ts';
import { type Job, newJob } from '../../../core/outbox/record.ts';
import { viewOf } from '../../../core/outbox/view.ts';
import { type Blog, type BlogId, blogIdSchema, type Publication } from '../../../core/publishing/blog.ts';
import type { RemoteMedia, Site, Target } from '../../../core/publishing/target.ts';
import { practiceBlogTarget, practiceSite } from '../../../core/publishing/targets/practice-blog/practice-blog.ts';
import { dialects } from '../../../core/rendering/dialects/index.ts';
import { fillMedia } from '../../../core/rendering/media-slots.ts';
import { render } from '../../../core/rendering/render.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { Emit } from '../in-memory.ts';
import { inMemoryFolder } from './folder.ts';
import type { inMemoryMedia } from './media.ts';

type Place = { readonly blog: Blog; readonly target: Target };

/** What publishing in memory needs of the rest of the double. */
export type PublishingNeeds = {
  readonly emit: Emit;
  readonly media: ReturnType<typeof inMemoryMedia>;
  readonly post: (id: PostId) => Post | undefined;
  readonly setState: (id: PostId, state: Post['state']) => void;
};

const newBlogId = (): BlogId => blogIdSchema.parse(crypto.randomUUID());

/** Blogs of this world answer to `<name>.example`; each is a static site in memory that behaves like a WordPress here. */
const siteAt = (address: string): Result<Discovery> => {
  const text = address.trim();
  const url = URL.canParse(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(url)) return failed('blog/not-an-address');
  const { hostname, protocol } = new URL(url);
  if (!hostname.endsWith('.example')) return failed('network/unknown-host', { params: { host: hostname } });
  const words = hostname.replace(/\.example$/, '').split(/[-.]/);
  const site: Site = {
    target: 'wordpress',
    address: `${protocol}//${hostname}/`,
    name: words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' '),
    platform: 'WordPress 7.1',
    endpoints: {},
    signIn: ['hand-off', 'password'],
  };
  return ok({ id: crypto.randomUUID(), site, insecure: protocol === 'http:' });
};

/** Blogs and outbox in memory: the real state machine, rendering and target over folders that the page forgets. */
export const inMemoryPublishing = ({ emit, media, post, setState }: PublishingNeeds) => {
  const places = new Map<BlogId, Place>();
  const discoveries = new Map<string, Discovery>();
  const jobs = new Map<JobId, Job>();
  const publications = new Map<string, Publication>();
  const uploads = new Map<string, RemoteMedia>();
  let signingIn: number | undefined;

  const connect = async (site: Site, folder: string, role: string): Promise<Blog> => {
    const target = practiceBlogTarget(inMemoryFolder(folder), Date.now);
    const connection = { site, credential: null };
    const [account, capabilities] = [await target.signIn(connection), await target.capabilities(connection)];
    const blog: Blog = {
      id: newBlogId(),
      site,
      account: account.ok ? { ...account.value, role } : null,
      capabilities: capabilities.ok ? capabilities.value : null,
      taxonomy: { categories: [], tags: [] },
      signedIn: true,
    };
    places.set(blog.id, { blog, target });
    emit('blogsChanged', {});
    return blog;
  };

  const publicationKey = (postId: string, blogId: string): string => `${postId} ${blogId}`;
  const showJobs = (): void =>
    emit('outboxChanged', { jobs: [...jobs.values()].filter((job) => !job.dismissed).map(viewOf) });

  const deskOf = ({ blog, target }: Place): Desk => ({
    target,
    connection: { site: blog.site, credential: null },
    now: Date.now,
    content: (job) => contentOf(job, dialects[blog.site.target]),
    dropped: () => [],
    picture: (_, sha256) => {
      const it = media.get(sha256);
      return Promise.resolve(
        it === undefined
          ? failed('media/missing')
          : ok({ type: it.media.type, name: it.media.name, read: () => Promise.resolve(ok(it.bytes)) }),
      );
    },
    publication: (job) =>
      Promise.resolve(ok(publications.get(publicationKey(job.snapshot.postId, job.blogId)) ?? null)),
    putPublication: (publication) => {
      publications.set(publicationKey(publication.postId, publication.blogId), publication);
      setState(publication.postId as PostId, publication.status);
      return Promise.resolve(ok(undefined));
    },
    uploaded: (job, sha256) => Promise.resolve(ok(uploads.get(`${job.blogId} ${sha256}`) ?? null)),
    putUpload: (job, sha256, it) => {
      uploads.set(`${job.blogId} ${sha256}`, it);
      return Promise.resolve(ok(undefined));
    },
  });

  const run = async (id: JobId): Promise<void> => {
    const first = jobs.get(id);
    const place = first === undefined ? undefined : places.get(first.blogId);
    if (first === undefined || place === undefined) return;
    let job = next(first, { type: 'woken' }, Date.now());
    for (;;) {
      jobs.set(id, job);
      showJobs();
      const effect = job.state === 'running' ? effectOf(job, Date.now()) : null;
      if (effect === null) return;
      job = next(job, await perform(job, effect, deskOf(place)), Date.now());
    }
  };
  const tell = (id: JobId, event: Parameters<typeof next>[1]): Promise<Result<void>> => {
    const job = jobs.get(id);
    if (job === undefined) return Promise.resolve(failed('app/bad-request'));
    jobs.set(id, next(job, event, Date.now()));
    showJobs();
    void run(id);
    return Promise.resolve(ok(undefined));
  };

  const snapshotOf = ({ id, revision, document, fields, sources }: Post): PostSnapshot => ({
    postId: id,
    revision,
    document,
    fields,
    sources,
  });

  const blogs: Client['blogs'] = {
    list: () => Promise.resolve(ok([...places.values()].map(({ blog }) => blog))),
    discover: ({ address }) => {
      const found = siteAt(address);
      if (found.ok) discoveries.set(found.value.id, found.value);
      return Promise.resolve(found);
    },
    startHandOff: ({ discovery }) => {
      const found = discoveries.get(discovery);
      if (found === undefined) return Promise.resolve(failed('app/bad-request'));
      window.clearTimeout(signingIn);
      signingIn = window.setTimeout(async () => {
        emit('signInEnded', ok(await connect(found.site, found.site.address, 'author')));
      }, 1500);
      return Promise.resolve(ok(undefined));
    },
    cancelHandOff: () => {
      window.clearTimeout(signingIn);
      return Promise.resolve(ok(undefined));
    },
    signInWithPassword: async ({ discovery, password }) => {
      const found = discoveries.get(discovery);
      if (found === undefined) return failed('app/bad-request');
      if (password.replaceAll(' ', '').length !== 24) return failed('blog/wrong-password');
      return ok(await connect(found.site, found.site.address, 'author'));
    },
    refresh: ({ id }) => {
      const place = places.get(id as BlogId);
      return Promise.resolve(place === undefined ? failed('blog/not-found') : ok(place.blog));
    },
    disconnect: ({ id }) => {
      places.delete(id as BlogId);
      emit('blogsChanged', {});
      return Promise.resolve(ok(undefined));
    },
    visit: () => Promise.resolve(ok(undefined)),
  };

  const outbox: Client['outbox'] = {
    submit: ({ postId, blogs: to, status, date }) => {
      const it = post(postId as PostId);
      if (it === undefined) return Promise.resolve(failed('post/not-found'));
      const snapshot = snapshotOf(it);
      const made: Job[] = [];
      for (const blogId of to.map((it) => blogIdSchema.parse(it))) {
        const place = places.get(blogId);
        if (place === undefined) return Promise.resolve(failed('blog/not-found'));
        const rendered = renderJob({ snapshot, blogId }, dialects[place.blog.site.target]);
        if (!rendered.ok) return Promise.resolve(rendered);
        const { title, pictures, featured } = rendered.value;
        if (title === '' && rendered.value.html === '') return Promise.resolve(failed('publish/nothing-to-send'));
        made.push(
          newJob(
            { snapshot, headline: title, pictures, featured, intent: { status, date, asNewDraft: false } },
            {
              id: jobIdSchema.parse(crypto.randomUUID()),
              blogId,
              blogName: place.blog.site.name,
              marker: `draft-${crypto.randomUUID()}`,
              createdAt: Date.now(),
            },
          ),
        );
      }
      for (const job of made) {
        jobs.set(job.id, job);
        void run(job.id);
      }
      return Promise.resolve(ok(made.map(viewOf)));
    },
    list: () => Promise.resolve(ok([...jobs.values()].filter((job) => !job.dismissed).map(viewOf))),
    retry: ({ id }) => tell(id as JobId, { type: 'retry' }),
    cancel: ({ id }) => tell(id as JobId, { type: 'cancel' }),
    answer: ({ id, answer }) => tell(id as JobId, { type: 'answer', answer }),
    dismiss: ({ id }) => {
      jobs.delete(id as JobId);
      showJobs();
      return Promise.resolve(ok(undefined));
    },
    preview: ({ postId, blogId }) => {
      const it = post(postId as PostId);
      if (it === undefined) return Promise.resolve(failed('post/not-found'));
      const blog = blogId === null ? undefined : places.get(blogId as BlogId)?.blog;
      const rendered = render(snapshotOf(it), dialects[blog?.site.target ?? 'practice-blog'], {
        capabilities: blog?.capabilities ?? null,
        taxonomy: blog?.taxonomy ?? null,
        hasPicture: (sha256) => media.get(sha256) !== undefined,
        blog: blog?.id ?? null,
      });
      if (!rendered.ok) return Promise.resolve(rendered);
      const { title, html, view, language, notes } = rendered.value;
      const local = (sha256: string): RemoteMedia => {
        const held = media.get(sha256)?.media;
        return { id: '0', url: media.addressOf(sha256), width: held?.width ?? 0, height: held?.height ?? 0 };
      };
      return Promise.resolve(ok({ sent: html, html: fillMedia(view, local), title, language, notes }));
    },
    visit: () => Promise.resolve(ok(undefined)),
  };

  return {
    blogs,
    outbox,
    publications: (id: PostId): readonly Publication[] => [...publications.values()].filter((it) => it.postId === id),
    start: async (): Promise<void> => {
      const folder = inMemoryFolder('memory://practice-blog/');
      await connect(practiceSite(folder), folder.address, 'owner');
    },
  };
};
