import { expect } from '../app.ts';
import type { WordPressSite } from '../servers/wordpress.ts';

type BlogPost = {
  readonly id: number;
  readonly status: string;
  readonly slug: string;
  readonly link: string;
  readonly title: { readonly raw: string };
  readonly content: { readonly raw: string };
};

const readJson = async <T>(answer: Response): Promise<T> => {
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** The blog's posts in any of these statuses (separated by commas), without the one that every WordPress comes with. */
export const postsOn = async (site: WordPressSite, status: string): Promise<readonly BlogPost[]> => {
  const posts = await readJson<BlogPost[]>(
    await site.fetchRest(`wp/v2/posts?context=edit&per_page=100&status=${status}`),
  );
  return posts.filter(({ slug }) => !slug.startsWith('hello-world'));
};

/** How many files the blog has for its posts. */
export const filesOn = async (site: WordPressSite): Promise<number> =>
  (await readJson<unknown[]>(await site.fetchRest('wp/v2/media?per_page=100'))).length;

const notPublic = 'draft,pending,private,future';

/** Fails unless the blog has exactly one post of this headline, it is public, and its pictures are there once each. */
export const expectOnePost = async (
  site: WordPressSite,
  { headline, pictures }: { readonly headline: string; readonly pictures: readonly unknown[] },
): Promise<BlogPost> => {
  const published = (await postsOn(site, 'publish')).filter(({ title }) => title.raw === headline);
  expect(published.map(({ slug }) => slug)).toHaveLength(1);
  expect((await postsOn(site, notPublic)).map(({ title, slug }) => ({ title: title.raw, slug }))).toEqual([]);
  const [post] = published;
  if (!post) throw new Error('There is no post.');
  const shown = new Set([...post.content.raw.matchAll(/wp-image-(\d+)/g)].map(([, id]) => id));
  expect(shown.size).toBe(pictures.length);
  return post;
};

/** Everything that a stranger can read, in which no marker of the outbox may stand. */
export const expectNoMarker = async (site: WordPressSite): Promise<void> => {
  const index = await readJson<BlogPost[]>(await fetch(`${site.url}/wp-json/wp/v2/posts?per_page=100`));
  const places = [
    ...['/', '/feed/', '/feed/atom/', '/comments/feed/', '/wp-json/wp/v2/posts?per_page=100', '/?s=the'],
    ...['/wp-sitemap.xml', '/wp-sitemap-posts-post-1.xml'],
  ].map((path) => site.url + path);
  for (const place of [...places, ...index.map(({ link }) => link)]) {
    const answer = await fetch(place);
    expect([place, answer.status]).toEqual([place, 200]);
    expect(await answer.text(), place).not.toMatch(/draft-[0-9a-f]{8}-/);
  }
};
