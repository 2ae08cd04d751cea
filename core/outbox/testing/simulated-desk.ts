import type { Publication } from '../../publishing/blog.ts';
import type { RemoteMedia } from '../../publishing/target.ts';
import { ok } from '../../trouble.ts';
import type { Desk } from '../perform.ts';
import type { SimulatedBlog } from './simulated-blog.ts';

/** The library's side of a desk, in memory: what it was told survives a crash, as the real one's does. */
export class SimulatedDesk implements Desk {
  readonly target: Desk['target'];
  readonly connection: Desk['connection'] = {
    site: { target: 'wordpress', address: '', name: '', platform: '', endpoints: {}, signIn: [] },
    credential: null,
  };
  readonly now: () => number;
  kept: Publication | null = null;
  readonly uploads = new Map<string, RemoteMedia>();

  constructor(blog: SimulatedBlog, now: () => number) {
    this.target = blog.target;
    this.now = now;
  }

  readonly content: Desk['content'] = (job) =>
    ok({
      title: job.headline,
      html: `<p>${job.headline}: the ferries stopped.</p>${job.pictures.map(({ sha256 }) => `<img src="${job.media[sha256]?.url}">`).join('')}`,
      excerpt: '',
      tags: [],
      categories: [],
      language: '',
      featuredMedia: null,
    });

  readonly dropped: Desk['dropped'] = () => [];
  readonly picture: Desk['picture'] = async () =>
    ok({ type: 'image/png', name: 'boat.png', read: async () => ok(new Uint8Array(4)) });
  readonly publication: Desk['publication'] = async () => ok(this.kept);
  readonly putPublication: Desk['putPublication'] = async (publication) => {
    this.kept = publication;
    return ok(undefined);
  };
  readonly uploaded: Desk['uploaded'] = async (_, sha256) => ok(this.uploads.get(sha256) ?? null);
  readonly putUpload: Desk['putUpload'] = async (_, sha256, media) => {
    this.uploads.set(sha256, media);
    return ok(undefined);
  };
}
