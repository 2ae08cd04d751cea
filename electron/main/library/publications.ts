import type { PostId } from '../../../core/document/post.ts';
import type { BlogId, Publication } from '../../../core/publishing/blog.ts';
import type { ReleaseStatus } from '../../../core/publishing/target.ts';
import { ok } from '../../../core/trouble.ts';
import type { Database } from './database.ts';
import type { Publications } from './library.ts';
import { type Storage, withPost } from './post-rows.ts';

type PublicationRow = {
  readonly post_id: PostId;
  readonly blog: BlogId;
  readonly remote_id: string;
  readonly link: string;
  readonly slug: string;
  readonly status: ReleaseStatus;
  readonly base: string;
  readonly revision: number;
  readonly date: number | null;
  readonly sent_at: number;
};

const selectSql =
  'SELECT publications.*, posts.id AS post_id FROM publications JOIN posts ON posts.key = publications.post';

const publication = (row: PublicationRow): Publication => ({
  postId: row.post_id,
  blogId: row.blog,
  remoteId: row.remote_id,
  link: row.link,
  slug: row.slug,
  status: row.status,
  base: row.base,
  revision: row.revision,
  date: row.date,
  sentAt: row.sent_at,
});

/** A post's state follows from its publications: public somewhere is published, else going out somewhere is scheduled. */
export const refreshState = (database: Database, key: number): void => {
  database.run(stateSql, key);
};

const stateSql = `
  UPDATE posts SET state = CASE
    WHEN EXISTS (SELECT 1 FROM publications WHERE post = ?1 AND status = 'published') THEN 'published'
    WHEN EXISTS (SELECT 1 FROM publications WHERE post = ?1 AND status = 'scheduled') THEN 'scheduled'
    ELSE 'draft' END
  WHERE key = ?1`;

export const publicationCalls = ({ database }: Storage): Publications => ({
  list: ({ id }) =>
    ok(database.all<PublicationRow>(`${selectSql} WHERE posts.id = ? ORDER BY sent_at`, id).map(publication)),

  get: ({ postId, blogId }) => {
    const row = database.get<PublicationRow>(`${selectSql} WHERE posts.id = ? AND blog = ?`, postId, blogId);
    return ok(row ? publication(row) : null);
  },

  put: (it) =>
    withPost(database, it.postId as PostId, (row) => {
      database.run(
        `INSERT OR REPLACE INTO publications
           (post, blog, remote_id, link, slug, status, base, revision, date, sent_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        row.key,
        it.blogId,
        it.remoteId,
        it.link,
        it.slug,
        it.status,
        it.base,
        it.revision,
        it.date,
        it.sentAt,
      );
      refreshState(database, row.key);
      return ok(undefined);
    }),

  remove: ({ postId, blogId }) =>
    withPost(database, postId, (row) => {
      database.run('DELETE FROM publications WHERE post = ? AND blog = ?', row.key, blogId);
      refreshState(database, row.key);
      return ok(undefined);
    }),
});
