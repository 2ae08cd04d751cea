import { schemaVersion } from '../../document/migrations/migrations.ts';
import { type DocumentJson, emptyFields, type PostId, type PostSnapshot } from '../../document/post.ts';
import { newSource } from '../../sources/source.ts';
import { blogger } from '../dialects/blogger.ts';
import { ghost } from '../dialects/ghost.ts';
import { dialects as ofTargets } from '../dialects/index.ts';
import { fillMedia } from '../media-slots.ts';
import { type Audience, type Rendered, render } from '../render.ts';

/** Every dialect there is: those of targets, and those that posts of other blogs come in and go back in. */
export const dialects = { ...ofTargets, ghost, blogger };
export type DialectName = keyof typeof dialects;
export const dialectNames = Object.keys(dialects) as readonly DialectName[];

/** The picture that the fixtures show. */
export const fixturePicture = '3f'.repeat(32);

/** The source that the fixtures cite. */
export const fixtureSource = newSource({
  id: '0b1f4c1e-6f0a-4a43-9d0c-1f6a2f0e8b11',
  url: 'https://harbour-courier.example/ferries?from=1&to=2',
  title: 'Ferries leave the inner harbour',
  publisher: 'Harbour Courier',
});

export const snapshotOf = (doc: DocumentJson, more: Partial<PostSnapshot> = {}): PostSnapshot => ({
  postId: '7d2f9c5e-8f0b-4f5e-9a51-0f0a3c6b2d10' as PostId,
  revision: 1,
  document: { schemaVersion, doc },
  fields: emptyFields,
  sources: [fixtureSource],
  ...more,
});

/** Somebody of whom nothing is known but that the library has the pictures. */
export const anybody: Audience = { capabilities: null, taxonomy: null, hasPicture: () => true, blog: null };

/** Renders a document that must be readable. */
export const rendered = (
  doc: DocumentJson,
  dialect: DialectName,
  more: Partial<PostSnapshot> = {},
  audience: Audience = anybody,
): Rendered => {
  const result = render(snapshotOf(doc, more), dialects[dialect], audience);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

/** The whole way of a post's markup: rendered, then filled with a recorded upload. */
export const renderFixture = (doc: DocumentJson, dialect: DialectName): string =>
  fillMedia(rendered(doc, dialect).html, () => ({
    id: '17',
    url: 'https://blog.example/wp-content/uploads/2026/11/boats.jpg?a=1&b=2',
    width: 1600,
    height: 900,
  }));
