import { strict as assert } from 'node:assert';
import { createHash, randomUUID } from 'node:crypto';
import type { DocumentJson, PostId } from '../../document/post.ts';
import { wav } from '../../recordings/testing/files.ts';
import { dialects } from '../../rendering/dialects/index.ts';
import { fillMedia } from '../../rendering/media-slots.ts';
import { render } from '../../rendering/render.ts';
import { anybody, snapshotOf } from '../../rendering/testing/render-fixture.ts';
import { ok, type Result, type TroubleCode } from '../../trouble.ts';
import { dropped } from '../dropped.ts';
import type { Connection, MediaUpload, RemoteContent, RemotePost, Target } from '../target.ts';

/** A target on a real place to publish to, and the eyes of a stranger on it. */
export type ContractWorld = {
  readonly target: Target;
  readonly connection: Connection;
  /** What a person would type to connect it. */
  readonly typedAddress: string;
  /** What a stranger's browser gets at an address; null when there is no page. */
  readonly read: (address: string) => Promise<string | null>;
  /** The file at an address as the target gave it for an upload. */
  readonly bytesAt: (address: string) => Promise<Uint8Array>;
  readonly feedAddress: string;
  readonly now: () => number;
};

/** One promise of the `Target` interface; `keeps` throws when it is broken. */
export type ContractCase = { readonly promise: string; readonly keeps: (world: ContractWorld) => Promise<void> };

const value = <T>(result: Result<T>): T => {
  if (!result.ok) assert.fail(`${result.error.code}: ${result.error.detail ?? ''}`);
  return result.value;
};

const code = (result: Result<unknown>): TroubleCode | 'ok' => (result.ok ? 'ok' : result.error.code);

const newMarker = (): string => `draft-${randomUUID()}`;

const draft = async ({ target, connection }: ContractWorld, marker = newMarker()): Promise<RemotePost> =>
  value(await target.createDraft(connection, { postId: randomUUID() as PostId, marker, title: 'A first title' }));

// A 3 × 2 picture.
const picture = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGPQzluIjBhwcgAvvA81zK98/AAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);
const sha256 = createHash('sha256').update(picture).digest('hex');

const upload = (marker: string): MediaUpload => ({
  sha256,
  type: 'image/png',
  fileName: 'boats at the quay.png',
  read: async () => ok(picture),
  alt: 'Two boats & a quay, < 3 m away',
  caption: 'Boats & quay',
  marker,
  earlier: null,
});

/** Two seconds of silence, in parts. */
const foghorn = wav(2);

const sound = (marker: string): MediaUpload => ({
  ...upload(marker),
  sha256: createHash('sha256').update(foghorn).digest('hex'),
  type: 'audio/wav',
  fileName: 'foghorn.wav',
  read: async () =>
    ok({
      size: foghorn.length,
      read: async function* () {
        yield foghorn.subarray(0, 1000);
        yield foghorn.subarray(1000);
      },
    }),
});

const documentOf = (words: string): DocumentJson => ({
  type: 'doc',
  content: [
    { type: 'headline' },
    {
      type: 'section',
      attrs: { kind: 'summary', label: '' },
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: words }, { type: 'hardBreak' }, { type: 'text', text: 'a < b & c > d' }],
        },
        {
          type: 'figure',
          attrs: { media: sha256, alt: 'A <sign> & "words"', decorative: false, width: 3, height: 2 },
          content: [
            { type: 'caption', content: [{ type: 'text', text: 'Boats leave.' }] },
            { type: 'credit', content: [{ type: 'text', text: 'Reuters.' }] },
          ],
        },
        {
          type: 'embed',
          attrs: {
            url: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
            provider: 'youtube',
            videoId: 'aqz-KE-bpKQ',
            title: 'Footage',
          },
          content: [
            { type: 'caption', content: [{ type: 'text', text: 'Footage from the harbour.' }] },
            { type: 'credit' },
          ],
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'underlined', marks: [{ type: 'underline' }] },
            { type: 'text', text: ' and ' },
            { type: 'text', text: 'struck', marks: [{ type: 'strike' }] },
          ],
        },
      ],
    },
  ],
});

/** A whole post as this target gets it, with its picture uploaded. */
const content = async (
  { target, connection }: ContractWorld,
  words: string,
  more: Partial<RemoteContent> = {},
): Promise<RemoteContent> => {
  const media = value(await target.uploadMedia(connection, upload(`up-${sha256.slice(0, 32)}`)));
  const { html } = value(render(snapshotOf(documentOf(words)), dialects[target.id], anybody));
  return {
    title: 'Ferries < boats & "quays"',
    html: fillMedia(html, () => media),
    excerpt: 'A & B < C',
    tags: [],
    categories: [],
    language: '',
    featuredMedia: media.id,
    ...more,
  };
};

/** A post that has gone the whole way. */
const published = async (world: ContractWorld, words: string, slug = ''): Promise<RemotePost> => {
  const { target, connection } = world;
  const { id } = await draft(world);
  value(await target.update(connection, id, await content(world, words), slug));
  return value(await target.publish(connection, id, { status: 'published', slug }));
};

const isNear = (time: number | null, other: number): boolean => time !== null && Math.abs(time - other) <= 60_000;

/** Every promise that a target makes to the outbox. A new target runs them all against a real platform. */
export const targetContract: readonly ContractCase[] = [
  {
    promise: 'is found from the address that a person types',
    keeps: async ({ target, typedAddress, connection }) => {
      const site = value(await target.discover(typedAddress));
      assert.equal(site?.target, target.id);
      assert.equal(site.address, connection.site.address);
    },
  },
  {
    promise: 'names the account and says what it may do',
    keeps: async ({ target, connection }) => {
      assert.notEqual(value(await target.signIn(connection)).userId, '');
      const may = value(await target.capabilities(connection));
      assert.equal(may.publish, true);
      assert.equal(may.uploadMedia, true);
      assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: may.timeZone }));
    },
  },
  {
    promise: 'creates a draft that nobody sees and that its marker finds',
    keeps: async (world) => {
      const { target, connection } = world;
      const marker = newMarker();
      const post = await draft(world, marker);
      assert.equal(post.status, 'draft');
      assert.equal(post.date, null);
      assert.deepEqual(value(await target.find(connection, marker)), [post]);
      assert.deepEqual(value(await target.fetch(connection, post.id)), post);
      assert.ok(!(await world.read(post.link))?.includes('A first title'));
      assert.ok(!(await world.read(world.feedAddress))?.includes(marker));
    },
  },
  {
    promise: 'finds every draft that a repeated first request made',
    keeps: async (world) => {
      const marker = newMarker();
      const made = [await draft(world, marker), await draft(world, marker), await draft(world, marker)];
      const found = value(await world.target.find(world.connection, marker)).map(({ id }) => id);
      assert.deepEqual(new Set(found), new Set(made.map(({ id }) => id)));
    },
  },
  {
    promise: 'finds nothing under a marker that was never sent',
    keeps: async ({ target, connection }) => {
      assert.deepEqual(value(await target.find(connection, newMarker())), []);
    },
  },
  {
    promise: 'keeps one copy of a picture however often it is sent, and says how large it is',
    keeps: async ({ target, connection }) => {
      const marker = `up-${randomUUID()}`;
      const first = value(await target.uploadMedia(connection, upload(marker)));
      assert.deepEqual(value(await target.uploadMedia(connection, upload(marker))), first);
      assert.deepEqual(value(await target.uploadMedia(connection, { ...upload(marker), earlier: first })), first);
      assert.equal(first.width, 3);
      assert.equal(first.height, 2);
      assert.match(first.url, /\.png$/);
    },
  },
  {
    promise: 'keeps one copy of a video or audio file, and a stranger gets every byte of it',
    keeps: async ({ target, connection, bytesAt }) => {
      const marker = `up-${randomUUID()}`;
      const first = value(await target.uploadMedia(connection, sound(marker)));
      assert.deepEqual(value(await target.uploadMedia(connection, sound(marker))), first);
      const unread = { ...sound(marker), read: () => Promise.reject(new Error('It was read again')), earlier: first };
      assert.deepEqual(value(await target.uploadMedia(connection, unread)), first);
      assert.match(first.url, /\.wav$/);
      assert.deepEqual(await bytesAt(first.url), foghorn);
    },
  },
  {
    promise: 'refuses a file that is no picture it knows',
    keeps: async ({ target, connection }) => {
      const bytes = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
      const file = {
        ...upload(`up-${randomUUID()}`),
        read: async () => ok(bytes),
        type: 'image/svg+xml',
        fileName: 'drawing.svg',
      };
      assert.equal(code(await target.uploadMedia(connection, file)), 'publish/upload-refused');
    },
  },
  {
    promise: 'stores title and markup as they were sent, drops nothing, and takes the marker away',
    keeps: async (world) => {
      const { target, connection } = world;
      const marker = newMarker();
      const { id } = await draft(world, marker);
      const sent = await content(world, 'First words');
      const post = value(await target.update(connection, id, sent, ''));
      assert.equal(post.title, sent.title);
      assert.deepEqual(dropped(sent.html, post.html), []);
      assert.equal(post.status, 'draft');
      assert.ok(!post.slug.includes(marker) && !post.link.includes(marker));
      assert.deepEqual(value(await target.find(connection, marker)), []);
    },
  },
  {
    promise: 'has a fingerprint that changes with the words and with nothing else',
    keeps: async (world) => {
      const { target, connection } = world;
      const { id } = await draft(world);
      const first = value(await target.update(connection, id, await content(world, 'One'), ''));
      const again = value(await target.update(connection, id, await content(world, 'One'), ''));
      const other = value(await target.update(connection, id, await content(world, 'Two'), ''));
      assert.equal(again.fingerprint, first.fingerprint);
      assert.notEqual(other.fingerprint, first.fingerprint);
      const out = value(await target.publish(connection, id, { status: 'published', slug: '' }));
      assert.equal(out.fingerprint, other.fingerprint);
      assert.equal(value(await target.fetch(connection, id)).fingerprint, other.fingerprint);
    },
  },
  {
    promise: 'publishes once: repeating it gives the same post at the same address with the same date',
    keeps: async (world) => {
      const { target, connection } = world;
      const post = await published(world, 'Words for everybody to read');
      assert.equal(post.status, 'published');
      assert.ok(isNear(post.date, world.now()));
      const again = value(await target.publish(connection, post.id, { status: 'published', slug: '' }));
      assert.deepEqual(again, post);
      const page = await world.read(post.link);
      for (const words of ['Words for everybody to read', 'Boats leave.', 'Reuters.', 'Footage from the harbour.']) {
        assert.ok(page?.includes(words), `${words} is not on the page`);
      }
      assert.ok(!page?.includes('draft-'));
    },
  },
  {
    promise: "uses the writer's slug, and another address for a second post of that slug",
    keeps: async (world) => {
      const slug = `harbour-${randomUUID().slice(0, 8)}`;
      const first = await published(world, 'The first', slug);
      const second = await published(world, 'The second', slug);
      assert.equal(first.slug, slug);
      assert.notEqual(second.link, first.link);
      assert.ok((await world.read(first.link))?.includes('The first'));
      assert.ok((await world.read(second.link))?.includes('The second'));
    },
  },
  {
    promise: 'updates a published post in its place',
    keeps: async (world) => {
      const { target, connection } = world;
      const post = await published(world, 'Before the update');
      const sent = await content(world, 'After the update', { title: 'Another title' });
      value(await target.update(connection, post.id, sent, ''));
      const again = value(await target.publish(connection, post.id, { status: 'published', slug: '' }));
      assert.equal(again.link, post.link);
      assert.equal(again.date, post.date);
      const page = await world.read(post.link);
      assert.ok(page?.includes('After the update') && !page.includes('Before the update'));
    },
  },
  {
    promise: 'schedules to the second, shows nothing before, and publishes early when asked to',
    keeps: async (world) => {
      const { target, connection } = world;
      const { id } = await draft(world);
      const words = `Words of tomorrow ${randomUUID()}`;
      value(await target.update(connection, id, await content(world, words), ''));
      const date = Math.floor(world.now() / 1000) * 1000 + 86_400_000;
      const waiting = value(await target.publish(connection, id, { status: 'scheduled', slug: '', date }));
      assert.equal(waiting.status, 'scheduled');
      assert.equal(waiting.date, date);
      assert.ok(!(await world.read(waiting.link))?.includes(words));
      assert.ok(!(await world.read(world.feedAddress))?.includes(words));
      const out = value(await target.publish(connection, id, { status: 'published', slug: '' }));
      assert.equal(out.status, 'published');
      assert.ok(isNear(out.date, world.now()));
      assert.ok((await world.read(out.link))?.includes(words));
    },
  },
  {
    promise: 'publishes at once a draft that was scheduled before',
    keeps: async (world) => {
      const { target, connection } = world;
      const { id } = await draft(world);
      value(await target.update(connection, id, await content(world, 'Not tomorrow but now'), ''));
      const date = world.now() + 86_400_000;
      value(await target.publish(connection, id, { status: 'scheduled', slug: '', date }));
      value(await target.publish(connection, id, { status: 'draft', slug: '' }));
      const out = value(await target.publish(connection, id, { status: 'published', slug: '' }));
      assert.equal(out.status, 'published');
      assert.ok(isNear(out.date, world.now()));
    },
  },
  {
    promise: 'takes a published post back to a draft',
    keeps: async (world) => {
      const post = await published(world, 'Words that go away again');
      const back = value(await world.target.publish(world.connection, post.id, { status: 'draft', slug: '' }));
      assert.equal(back.status, 'draft');
      assert.ok(!(await world.read(post.link))?.includes('Words that go away again'));
    },
  },
  {
    promise: 'puts tags and categories on a post and knows them afterwards, each once',
    keeps: async (world) => {
      const { target, connection } = world;
      const [tag, category] = [`Sea & ${randomUUID().slice(0, 6)}`, `Ports <${randomUUID().slice(0, 6)}>`];
      const { id } = await draft(world);
      const sent = await content(world, 'Filed', { tags: [tag, tag.toUpperCase()], categories: [category] });
      value(await target.update(connection, id, sent, ''));
      value(await target.update(connection, id, { ...sent, tags: [tag] }, ''));
      const known = value(await target.taxonomy(connection));
      assert.equal(known.tags.filter(({ name }) => name === tag).length, 1);
      const may = value(await target.capabilities(connection));
      const isKnown = known.categories.some(({ name }) => name.startsWith('Ports'));
      assert.ok(isKnown || !may.createCategories);
    },
  },
  {
    promise: 'lists the newest changes first, no more than asked for',
    keeps: async (world) => {
      const first = await published(world, 'Listed');
      const second = await published(world, 'Listed too');
      assert.equal(value(await world.target.list(world.connection, 1)).length, 1);
      // Platforms keep changes to the second: neighbours may stand either way round.
      const listed = value(await world.target.list(world.connection, 20)).map(({ id }) => id);
      assert.ok(listed.includes(first.id) && listed.includes(second.id));
    },
  },
  {
    promise: 'removes a post from sight, says that it is gone, and minds no repetition',
    keeps: async (world) => {
      const { target, connection } = world;
      const marker = newMarker();
      const { id } = await draft(world, marker);
      value(await target.remove(connection, id));
      value(await target.remove(connection, id));
      assert.deepEqual(value(await target.find(connection, marker)), []);
      assert.equal(code(await target.fetch(connection, id)), 'publish/gone');
      assert.equal(code(await target.update(connection, id, await content(world, 'Late'), '')), 'publish/gone');
      assert.equal(code(await target.publish(connection, id, { status: 'published', slug: '' })), 'publish/gone');
      const post = await published(world, 'Trashed while public');
      value(await target.remove(connection, post.id));
      assert.ok(!(await world.read(post.link))?.includes('Trashed while public'));
    },
  },
];
