import type {
  Capabilities,
  MediaUpload,
  RemoteContent,
  RemoteMedia,
  RemotePost,
  RemoteStatus,
  Target,
} from '../../publishing/target.ts';
import { failed, ok, type Result } from '../../trouble.ts';

/**
 * What becomes of one request. `refused`: it certainly never arrived. `lost`: neither request nor answer arrived.
 * `unanswered`: it was carried out, the answer was lost. `late`: like `lost`, but it is carried out after so many more
 * requests. `error` and `garbled`: it was carried out and the answer is a 500 or no answer of this platform.
 * `broken`: a 500, and nothing was carried out.
 */
export type Fate =
  | { readonly is: 'fine' | 'refused' | 'lost' | 'unanswered' | 'error' | 'garbled' | 'broken' }
  | { readonly is: 'late'; readonly after: number };

type Kept = { status: RemoteStatus; slug: string; title: string; html: string; date: number | null };

/**
 * A blog in memory that behaves like WordPress where it matters to the outbox: a taken slug gets a number, an empty
 * slug is made from the title on release, a status change leaves the text alone, the trash is not found.
 */
export class SimulatedBlog {
  readonly posts = new Map<string, Kept>();
  readonly media: { readonly marker: string; readonly answer: RemoteMedia }[] = [];
  /** Every address that ever was public. */
  readonly publicSlugs = new Set<string>();
  readonly #onTheWay: { due: number; readonly arrive: () => void }[] = [];
  readonly #now: () => number;
  readonly #fate: (call: keyof Target) => Fate;
  #requests = 0;
  #uploads = 0;

  constructor(now: () => number, fate: (call: keyof Target) => Fate) {
    this.#now = now;
    this.#fate = fate;
  }

  get public(): readonly (readonly [string, Kept])[] {
    return [...this.posts].filter(([, post]) => post.status === 'published');
  }

  /** Everything that is still on its way arrives. */
  deliver(): void {
    for (const late of this.#onTheWay.splice(0)) late.arrive();
  }

  /** What the blog itself does as time passes. */
  tick(): void {
    for (const post of this.posts.values()) {
      if (post.status === 'scheduled' && post.date !== null && post.date <= this.#now()) this.#publish(post);
    }
  }

  #free(slug: string, self: string): string {
    const taken = new Set(
      [...this.posts].filter(([id, post]) => id !== self && post.slug).map(([, post]) => post.slug),
    );
    let free = slug;
    for (let number = 2; slug !== '' && taken.has(free); number += 1) free = `${slug}-${number}`;
    return free;
  }

  #publish(post: Kept): void {
    post.status = 'published';
    this.publicSlugs.add(post.slug);
  }

  #answer(id: string): Result<RemotePost> {
    const post = this.posts.get(id);
    if (!post || post.status === 'trash') return failed('publish/gone');
    const fingerprint = JSON.stringify([post.title, post.html]);
    return ok({ id, ...post, link: `https://blog.invalid/${post.slug || `?p=${id}`}`, fingerprint });
  }

  async #request<T>(call: keyof Target, carryOut: () => Result<T>): Promise<Result<T>> {
    this.#requests += 1;
    for (const late of this.#onTheWay.filter(({ due }) => due <= this.#requests)) {
      this.#onTheWay.splice(this.#onTheWay.indexOf(late), 1);
      late.arrive();
    }
    const fate = this.#fate(call);
    switch (fate.is) {
      case 'fine':
        return carryOut();
      case 'refused':
        return failed('network/refused');
      case 'lost':
        return failed('network/timeout', { unclear: true });
      case 'late':
        this.#onTheWay.push({ due: this.#requests + fate.after, arrive: carryOut });
        return failed('network/timeout', { unclear: true });
      case 'broken':
        return failed('publish/server-error');
      case 'unanswered':
        carryOut();
        return failed('network/failed', { unclear: true });
      case 'error':
        carryOut();
        return failed('publish/server-error');
      case 'garbled':
        carryOut();
        return failed('publish/unexpected-answer');
    }
  }

  #create(marker: string, title: string): Result<RemotePost> {
    const id = `p${this.posts.size + 1}`;
    this.posts.set(id, { status: 'draft', slug: this.#free(marker, id), title, html: '', date: null });
    return this.#answer(id);
  }

  #update(id: string, content: RemoteContent, slug: string): Result<RemotePost> {
    const post = this.posts.get(id);
    if (!post || post.status === 'trash') return failed('publish/gone');
    post.title = content.title;
    post.html = content.html;
    post.slug = this.#free(slug, id);
    if (post.status === 'published') this.publicSlugs.add(post.slug);
    return this.#answer(id);
  }

  #release(id: string, status: 'draft' | 'published' | 'scheduled', slug: string, date: number | null) {
    const post = this.posts.get(id);
    if (!post || post.status === 'trash') return failed('publish/gone');
    post.slug = this.#free(slug || post.title.toLowerCase().replace(/\W+/g, '-'), id);
    post.date = date ?? (status === 'published' ? this.#now() : null);
    if (status === 'published') this.#publish(post);
    else post.status = status;
    return this.#answer(id);
  }

  #upload(upload: MediaUpload): Result<RemoteMedia> {
    const there =
      this.media.find(({ answer }) => answer.id === upload.earlier?.id) ??
      this.media.find(({ marker }) => marker === upload.marker);
    if (there) return ok(there.answer);
    this.#uploads += 1;
    const id = `m${this.#uploads}`;
    const answer = { id, url: `https://blog.invalid/${id}.png`, width: 4, height: 3 };
    this.media.push({ marker: upload.marker, answer });
    return ok(answer);
  }

  readonly capabilities: Capabilities = {
    publish: true,
    uploadMedia: true,
    schedule: true,
    createTags: true,
    createCategories: true,
    categories: true,
    tags: true,
    featuredImage: true,
    unfilteredHtml: true,
    timeZone: 'UTC',
  };

  readonly target: Target = {
    id: 'wordpress',
    discover: async () => ok(null),
    signIn: async () => failed('blog/no-sign-in'),
    taxonomy: async () => ok({ categories: [], tags: [] }),
    list: async () => ok([]),
    capabilities: () => this.#request('capabilities', () => ok(this.capabilities)),
    uploadMedia: (_, upload) => this.#request('uploadMedia', () => this.#upload(upload)),
    createDraft: (_, { marker, title }) => this.#request('createDraft', () => this.#create(marker, title)),
    update: (_, id, content, slug) => this.#request('update', () => this.#update(id, content, slug)),
    publish: (_, id, release) =>
      this.#request('publish', () =>
        this.#release(id, release.status, release.slug, release.status === 'scheduled' ? release.date : null),
      ),
    find: (_, marker) =>
      this.#request('find', () =>
        ok(
          [...this.posts]
            .filter(([, post]) => post.status !== 'trash' && post.slug.startsWith(marker))
            .map(([id]) => this.#answer(id))
            .flatMap((answer) => (answer.ok ? [answer.value] : [])),
        ),
      ),
    fetch: (_, id) => this.#request('fetch', () => this.#answer(id)),
    remove: (_, id) =>
      this.#request('remove', () => {
        const post = this.posts.get(id);
        if (post) Object.assign(post, { status: 'trash', slug: `${post.slug}__trashed` });
        return ok(undefined);
      }),
  };
}
