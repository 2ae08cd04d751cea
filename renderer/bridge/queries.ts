import { hashKey, keepPreviousData, QueryClient, type QueryKey, queryOptions, useQuery } from '@tanstack/react-query';
import type { Sha256 } from '../../core/document/media.ts';
import type { Post, PostFields, PostId } from '../../core/document/post.ts';
import type { PostFilter } from '../../core/ipc.ts';
import type { BlogId } from '../../core/publishing/blog.ts';
import { defaultSettings, type Settings } from '../../core/settings.ts';
import type { Source } from '../../core/sources/source.ts';
import { spellingOff } from '../../core/spelling.ts';
import { failed, type Result } from '../../core/trouble.ts';
import { noteAssistive } from './assistive.ts';
import { bridge } from './client.ts';
import { saveNow } from './pending-saves.ts';
import { noteRevision, saveInTurn } from './revisions.ts';
import { unwrap } from './trouble-error.ts';

/**
 * What is on disk, as the window last saw it. Everything is kept until the main process says that it changed:
 * nothing here goes stale by time, and nothing waits for a network.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Rows of the library list that are read at once. */
export const pageSize = 100;

export const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: () => unwrap(bridge().settings.get()) });

/** How spelling is checked in the open post. It is never asked for: the main process says it, in one order. */
export const spellingQuery = queryOptions({
  queryKey: ['spelling'],
  queryFn: () => spellingOff,
  initialData: spellingOff,
});

export const infoQuery = queryOptions({ queryKey: ['info'], queryFn: () => unwrap(bridge().app.info()) });

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: () => unwrap(bridge().templates.list()),
});

export const blogsQuery = queryOptions({ queryKey: ['blogs'], queryFn: () => unwrap(bridge().blogs.list()) });

/** What was kept of an article; it never changes. */
export const articleQuery = (sha256: Sha256) =>
  queryOptions({ queryKey: ['article', sha256], queryFn: () => bridge().sources.article({ sha256 }) });

export const jobsQuery = queryOptions({ queryKey: ['jobs'], queryFn: () => unwrap(bridge().outbox.list()) });

/** One page of the library list; `page` counts from 0. */
export const postsQuery = (filter: PostFilter, query: string, page: number) =>
  queryOptions({
    queryKey: ['posts', filter, query, page],
    queryFn: () => unwrap(bridge().posts.list({ filter, query, offset: page * pageSize, limit: pageSize })),
    placeholderData: keepPreviousData,
  });

/** The post as it was opened. Its document is only the editor's start; its fields and sources are kept current here. */
export const postQuery = (id: PostId) =>
  queryOptions({
    queryKey: ['post', id],
    queryFn: async () => {
      const post = await unwrap(bridge().posts.open({ id }));
      noteRevision(id, post.revision);
      return post;
    },
  });

/** Puts in place what was read without asking for it. */
export const noteOpened = (post: Post): void => {
  noteRevision(post.id, post.revision);
  queryClient.setQueryData(postQuery(post.id).queryKey, post);
};

/** Publishers of the writer's other posts that begin so; read anew each time, since posts change. */
export const publishersQuery = (beginning: string) =>
  queryOptions({
    queryKey: ['publishers', beginning],
    queryFn: () => unwrap(bridge().posts.usedBefore({ what: 'publishers', beginning })),
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });

export const publicationsQuery = (id: PostId) =>
  queryOptions({ queryKey: ['publications', id], queryFn: () => unwrap(bridge().posts.publications({ id })) });

/** Read anew at every opening of the preview or the publish sheet, since the text may have changed. */
export const previewQuery = (postId: PostId, blogId: BlogId | null) =>
  queryOptions({
    queryKey: ['preview', postId, blogId],
    queryFn: () => unwrap(bridge().outbox.preview({ postId, blogId })),
    staleTime: 0,
    gcTime: 0,
  });

/** The settings; the defaults until they have been read, which is before the first paint. */
export const useSettings = (): Settings => useQuery(settingsQuery).data ?? defaultSettings;

const settingsHash = hashKey(settingsQuery.queryKey);

/** The settings as they are now, for what no component asks. Found by their hash: they are asked for at every key press. */
export const currentSettings = (): Settings =>
  queryClient.getQueryCache().get<Settings>(settingsHash)?.state.data ?? defaultSettings;

/** Changes that are on their way to disk: what the main process tells until they are there is older. */
const changesUnderWay = new Set<Partial<Settings>>();

const noteSettings = (settings: Settings): void => {
  queryClient.setQueryData(settingsQuery.queryKey, Object.assign({}, settings, ...changesUnderWay) as Settings);
};

/** Changes settings on the screen at once and then on disk. */
export const changeSettings = async (change: Partial<Settings>): Promise<Result<Settings>> => {
  changesUnderWay.add(change);
  noteSettings(currentSettings());
  const result = await bridge().settings.set(change);
  changesUnderWay.delete(change);
  if (!result.ok) await queryClient.invalidateQueries({ queryKey: settingsQuery.queryKey });
  return result;
};

/** Shows the sources at once and saves them; a refused save is answered, and made again at the next flush. */
export const saveSources = (id: PostId, sources: readonly Source[]): Promise<Result<unknown>> => {
  queryClient.setQueryData(postQuery(id).queryKey, (old) => (old === undefined ? old : { ...old, sources }));
  return saveNow(`sources of ${id}`, () =>
    saveInTurn(id, (revision) => bridge().posts.saveSources({ id, revision, sources: [...sources] })),
  );
};

/** Like `saveSources`, for everything of a post that is not its text. */
export const saveFields = (id: PostId, fields: PostFields): Promise<Result<{ readonly revision: number }>> => {
  queryClient.setQueryData(postQuery(id).queryKey, (old) => (old === undefined ? old : { ...old, fields }));
  return saveInTurn(id, (revision) => bridge().posts.saveFields({ id, revision, fields: { ...fields } as PostFields }));
};

/** Changes some fields over what they are now, whatever part of the window shows them. */
export const changeFields = (
  id: PostId,
  change: Partial<PostFields>,
): Promise<Result<{ readonly revision: number }>> => {
  const post = queryClient.getQueryData(postQuery(id).queryKey);
  return post === undefined ? Promise.resolve(failed('post/not-found')) : saveFields(id, { ...post.fields, ...change });
};

/** Asks again. A first answer that is under way does not count: it may be older than the change. */
const reread = async (queryKey: QueryKey): Promise<void> => {
  const underWay = queryClient.isFetching({ queryKey }) > 0;
  await queryClient.invalidateQueries({ queryKey });
  if (underWay) await queryClient.invalidateQueries({ queryKey });
};

/** Keeps the queries true to what the main process reports. Returns the way to stop it. */
export const followMain = (): (() => void) => {
  const main = bridge();
  const stops = [
    main.on('postsChanged', () => {
      void reread(['posts']);
      void reread(['publications']);
    }),
    main.on('outboxChanged', ({ jobs }) => queryClient.setQueryData(jobsQuery.queryKey, jobs)),
    main.on('templatesChanged', () => void reread(templatesQuery.queryKey)),
    main.on('blogsChanged', () => void reread(blogsQuery.queryKey)),
    main.on('spellingChanged', (spelling) => queryClient.setQueryData(spellingQuery.queryKey, spelling)),
    main.on('assistiveChanged', ({ assistive }) => noteAssistive(assistive)),
    main.on('settingsChanged', noteSettings),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};
