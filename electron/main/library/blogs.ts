import type { Blog, BlogId } from '../../../core/publishing/blog.ts';
import type { RemoteMedia } from '../../../core/publishing/target.ts';
import { ok } from '../../../core/trouble.ts';
import type { Blogs, Uploads } from './library.ts';
import type { Storage } from './post-rows.ts';

const blogOf = (row: { readonly blog: string }): Blog => JSON.parse(row.blog) as Blog;

export const blogCalls = ({ database }: Storage): Blogs => ({
  list: () => ok(database.all<{ blog: string }>('SELECT blog FROM blogs WHERE connected = 1 ORDER BY key').map(blogOf)),

  get: ({ id }) => {
    const row = database.get<{ blog: string }>('SELECT blog FROM blogs WHERE id = ? AND connected = 1', id);
    return ok(row ? blogOf(row) : null);
  },

  put: (blog) => {
    const { target, address, name } = blog.site;
    database.run(
      `INSERT INTO blogs (id, target, address, name, connected, blog) VALUES (?, ?, ?, ?, 1, ?)
       ON CONFLICT (id) DO UPDATE SET target = excluded.target, address = excluded.address, name = excluded.name,
         connected = 1, blog = excluded.blog`,
      blog.id,
      target,
      address,
      name,
      JSON.stringify(blog),
    );
    return ok(undefined);
  },

  disconnect: ({ id }) => {
    database.run('UPDATE blogs SET connected = 0 WHERE id = ?', id);
    return ok(undefined);
  },

  formerId: ({ target, address, userId }) => {
    const row = database.get<{ id: BlogId }>(
      `SELECT id FROM blogs WHERE target = ? AND address = ? AND connected = 0
       ORDER BY blog ->> '$.account.userId' IS ? DESC, key DESC LIMIT 1`,
      target,
      address,
      userId,
    );
    return ok(row?.id ?? null);
  },
});

type UploadRow = { readonly remote_id: string; readonly url: string; readonly width: number; readonly height: number };

const remoteMedia = ({ remote_id: id, url, width, height }: UploadRow): RemoteMedia => ({ id, url, width, height });

export const uploadCalls = ({ database }: Storage): Uploads => ({
  get: ({ blogId, sha256 }) => {
    const row = database.get<UploadRow>('SELECT * FROM uploads WHERE blog = ? AND sha256 = ?', blogId, sha256);
    return ok(row ? remoteMedia(row) : null);
  },

  put: ({ blogId, sha256, media }) => {
    database.run(
      'INSERT OR REPLACE INTO uploads (blog, sha256, remote_id, url, width, height) VALUES (?, ?, ?, ?, ?, ?)',
      blogId,
      sha256,
      media.id,
      media.url,
      media.width,
      media.height,
    );
    return ok(undefined);
  },

  remove: ({ blogId, sha256 }) => {
    database.run('DELETE FROM uploads WHERE blog = ? AND sha256 = ?', blogId, sha256);
    return ok(undefined);
  },
});
