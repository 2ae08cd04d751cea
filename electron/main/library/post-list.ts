import type { PostId, PostState, PostSummary } from '../../../core/document/post.ts';
import type { PostFilter, PostPage } from '../../../core/ipc.ts';
import { ok } from '../../../core/trouble.ts';
import type { Database } from './database.ts';
import type { Posts } from './library.ts';
import { type Condition, searchCondition } from './search.ts';

type SummaryRow = {
  readonly id: PostId;
  readonly headline: string;
  readonly first_words: string;
  readonly state: PostState;
  readonly trashed: 0 | 1;
  readonly example: 0 | 1;
  readonly changed_at: number;
  readonly scheduled_at: number | null;
  readonly blogs: string;
};

const filterConditions: Readonly<Record<PostFilter, string>> = {
  all: 'p.trashed = 0',
  drafts: "p.trashed = 0 AND p.state = 'draft'",
  scheduled: "p.trashed = 0 AND p.state = 'scheduled'",
  published: "p.trashed = 0 AND p.state = 'published'",
  trash: 'p.trashed = 1',
};

/** The page's statement; `post-list.test.ts` checks that it reads an index and no more rows than it shows. */
export const pageSql = (filter: PostFilter, search: Condition | null): string => `
  SELECT p.id, p.headline, p.first_words, p.state, p.trashed, p.example, p.changed_at,
    (SELECT min(date) FROM publications WHERE post = p.key AND status = 'scheduled') AS scheduled_at,
    (SELECT json_group_array(blogs.name) FROM publications JOIN blogs ON blogs.id = publications.blog
      WHERE publications.post = p.key) AS blogs
  FROM posts p WHERE ${filterConditions[filter]}${search ? ` AND ${search.sql}` : ''}
  ORDER BY p.changed_at DESC LIMIT ? OFFSET ?`;

const summary = (row: SummaryRow): PostSummary => ({
  id: row.id,
  headline: row.headline,
  firstWords: row.first_words,
  state: row.state,
  trashed: row.trashed === 1,
  example: row.example === 1,
  changedAt: row.changed_at,
  scheduledAt: row.scheduled_at,
  blogs: JSON.parse(row.blogs) as string[],
});

const countPosts = (database: Database): PostPage['counts'] => {
  const groups = database.all<{ trashed: 0 | 1; state: PostState; posts: number }>(
    'SELECT trashed, state, count(*) AS posts FROM posts GROUP BY trashed, state',
  );
  const sum = (trashed: 0 | 1, state?: PostState): number =>
    groups
      .filter((group) => group.trashed === trashed && (state === undefined || group.state === state))
      .reduce((total, group) => total + group.posts, 0);
  return {
    all: sum(0),
    drafts: sum(0, 'draft'),
    scheduled: sum(0, 'scheduled'),
    published: sum(0, 'published'),
    trash: sum(1),
  };
};

/** One page of the library list, newest change first. */
export const listPosts =
  (database: Database): Posts['list'] =>
  ({ filter, query, offset, limit }) => {
    const counts = countPosts(database);
    const search = searchCondition(query);
    const values = search?.values ?? [];
    const total = search
      ? (database.get<{ total: number }>(
          `SELECT count(*) AS total FROM posts p WHERE ${filterConditions[filter]} AND ${search.sql}`,
          ...values,
        )?.total ?? 0)
      : counts[filter];
    const rows = database.all<SummaryRow>(pageSql(filter, search), ...values, limit, offset);
    return ok({ items: rows.map(summary), total, counts });
  };
