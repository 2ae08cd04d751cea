import type { DocumentJson, Edit, Post, PostId, PostSummary } from '../../../core/document/post.ts';
import { postFieldsSchema, postIdSchema, storedDocumentSchema } from '../../../core/document/post.ts';
import { applyEdits, parseDocument, toStored } from '../../../core/document/schema.ts';
import { captionsText, creditsOf, firstWords, headlineOf, plainText } from '../../../core/document/text.ts';
import { usedBeforeMatching } from '../../../core/document/used-before.ts';
import type { Client, PostFilter, PostPage } from '../../../core/ipc.ts';
import type { Publication } from '../../../core/publishing/blog.ts';
import { sourcesSchema } from '../../../core/sources/source.ts';
import { examplePostSchema } from '../../../core/templates/example.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';

type NewPost = Pick<Post, 'document' | 'fields' | 'sources'>;

/** What the library in memory needs of the rest of the double. */
export type PostsNeeds = {
  readonly changed: (id: PostId) => void;
  readonly newPost: (template: string) => Promise<Result<NewPost>>;
  readonly publications: (id: PostId) => readonly Publication[];
};

const readExample = async (): Promise<NewPost> =>
  examplePostSchema.parse((await import('../../../assets/example/post.json')).default);

const summary = (post: Post, publications: readonly Publication[]): PostSummary => {
  const doc = parseDocument(post.document);
  return {
    id: post.id,
    headline: doc.ok ? headlineOf(doc.value) : '',
    firstWords: doc.ok ? firstWords(doc.value) : '',
    state: post.state,
    trashed: post.trashed,
    example: post.example,
    changedAt: post.changedAt,
    scheduledAt: publications.find((it) => it.status === 'scheduled')?.date ?? null,
    blogs: publications.map((it) => it.blogId),
  };
};

const searchable = (post: Post): string => {
  const doc = parseDocument(post.document);
  const words = doc.ok ? [headlineOf(doc.value), plainText(doc.value), captionsText(doc.value)] : [];
  return [...words, ...post.sources.flatMap((it) => [it.title, it.publisher, it.url])].join('\n').toLocaleLowerCase();
};

const creditsIn = (post: Post): readonly string[] => {
  const doc = parseDocument(post.document);
  return doc.ok ? creditsOf(doc.value) : [];
};

const belongs = (post: Post, filter: PostFilter): boolean => {
  if (filter === 'trash') return post.trashed;
  if (post.trashed) return false;
  return filter === 'all' || { drafts: 'draft', scheduled: 'scheduled', published: 'published' }[filter] === post.state;
};

const named = (doc: DocumentJson, prefix: string): DocumentJson => ({
  ...doc,
  content: (doc.content ?? []).map((node) =>
    node.type === 'headline' ? { ...node, content: [{ type: 'text', text: prefix }, ...(node.content ?? [])] } : node,
  ),
});

/** The library in memory: the same promises as the one on disk, for as long as the page is open. */
export const inMemoryPosts = (needs: PostsNeeds) => {
  const posts = new Map<PostId, Post>();
  const journals = new Map<PostId, readonly Edit[]>();

  const put = (post: Post): Post => {
    posts.set(post.id, post);
    needs.changed(post.id);
    return post;
  };
  const add = (content: NewPost, example = false): Post =>
    put({
      ...content,
      id: postIdSchema.parse(crypto.randomUUID()),
      revision: 1,
      sequence: 0,
      state: 'draft',
      trashed: false,
      example,
      createdAt: Date.now(),
      changedAt: Date.now(),
    });
  const withPost = <T>(id: PostId, run: (post: Post) => Result<T>): Promise<Result<T>> => {
    const post = posts.get(id);
    return Promise.resolve(post === undefined ? failed('post/not-found') : run(post));
  };
  const revise = (
    id: PostId,
    revision: number,
    change: (post: Post) => Partial<Post>,
  ): Promise<Result<{ readonly revision: number }>> =>
    withPost(id, (post) => {
      if (post.revision !== revision) return failed('post/stale');
      return ok({
        revision: put({ ...post, ...change(post), revision: revision + 1, changedAt: Date.now() }).revision,
      });
    });
  const mark = (id: PostId, trashed: boolean): Promise<Result<void>> =>
    withPost(id, (post) => {
      put({ ...post, trashed });
      return ok(undefined);
    });

  const list = ({
    filter,
    query,
    offset,
    limit,
  }: {
    filter: PostFilter;
    query: string;
    offset: number;
    limit: number;
  }) => {
    const all = [...posts.values()].sort((a, b) => b.changedAt - a.changedAt);
    const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const found = all.filter((post) => belongs(post, filter) && words.every((word) => searchable(post).includes(word)));
    const count = (it: PostFilter): number => all.filter((post) => belongs(post, it)).length;
    const page: PostPage = {
      items: found.slice(offset, offset + limit).map((post) => summary(post, needs.publications(post.id))),
      total: found.length,
      counts: {
        all: count('all'),
        drafts: count('drafts'),
        scheduled: count('scheduled'),
        published: count('published'),
        trash: count('trash'),
      },
    };
    return Promise.resolve(ok(page));
  };

  const calls: Client['posts'] = {
    list,
    open: ({ id }) => withPost(id as PostId, ok),
    create: async ({ template }) => {
      const content = await needs.newPost(template);
      return content.ok ? ok(add(content.value)) : content;
    },
    showExample: async () => {
      const there = [...posts.values()].find((post) => post.example && !post.trashed);
      return ok(there ?? add(await readExample(), true));
    },
    duplicate: ({ id }) =>
      withPost(id as PostId, ({ document, fields, sources }) =>
        ok(add({ document: { ...document, doc: named(document.doc, 'Copy of ') }, fields, sources })),
      ),
    trash: ({ id }) => mark(id as PostId, true),
    restore: ({ id }) => mark(id as PostId, false),
    deleteForever: ({ id }) =>
      withPost(id as PostId, (post) => {
        if (!post.trashed) return failed('app/bad-request');
        posts.delete(post.id);
        needs.changed(post.id);
        return ok(undefined);
      }),
    append: ({ id, sequence, edits }) =>
      withPost(id as PostId, (post) => {
        if (sequence > post.sequence) return failed('post/stale');
        const fresh = edits.slice(post.sequence - sequence);
        const doc = parseDocument(post.document);
        const edited = doc.ok ? applyEdits(doc.value, fresh) : doc;
        if (!edited.ok) return edited;
        const document = toStored(edited.value);
        journals.set(post.id, [...(journals.get(post.id) ?? []), ...fresh]);
        posts.set(post.id, { ...post, document, sequence: post.sequence + fresh.length, changedAt: Date.now() });
        return ok({ sequence: post.sequence + fresh.length });
      }),
    journal: ({ id, before }) =>
      withPost(id as PostId, (post) => ok((journals.get(post.id) ?? []).slice(0, before).slice(-1000))),
    save: ({ id, revision, document }) =>
      revise(id as PostId, revision, () => ({ document: storedDocumentSchema.parse(document) })),
    saveFields: ({ id, revision, fields }) =>
      revise(id as PostId, revision, () => ({ fields: postFieldsSchema.parse(fields) })),
    saveSources: ({ id, revision, sources }) =>
      revise(id as PostId, revision, () => ({ sources: sourcesSchema.parse(sources) })),
    keepVersion: ({ id }) => withPost(id as PostId, () => ok(undefined)),
    publications: ({ id }) => Promise.resolve(ok(needs.publications(id as PostId))),
    usedBefore: ({ what, beginning }) => {
      const own = [...posts.values()].filter(({ trashed, example }) => !trashed && !example);
      const used = own
        .toSorted((one, other) => other.changedAt - one.changedAt)
        .flatMap((post) => (what === 'credits' ? creditsIn(post) : post.sources.map(({ publisher }) => publisher)));
      return Promise.resolve(ok(usedBeforeMatching(used, beginning)));
    },
  };
  return {
    calls,
    get: (id: PostId): Post | undefined => posts.get(id),
    setState: (id: PostId, state: Post['state']): void => {
      const post = posts.get(id);
      if (post !== undefined) put({ ...post, state });
    },
    start: async (): Promise<void> => {
      add(await readExample(), true);
    },
  };
};
