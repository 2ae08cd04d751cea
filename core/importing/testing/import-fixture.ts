import { readdirSync, readFileSync } from 'node:fs';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { OriginFormat } from '../../document/origin.ts';
import { emptyFields, type PostId, type PostSnapshot, type StoredDocument } from '../../document/post.ts';
import { parseDocument, toStored } from '../../document/schema.ts';
import { testSources } from '../../document/testing/sources.ts';
import type { Dialect } from '../../rendering/dialect.ts';
import { blogger } from '../../rendering/dialects/blogger.ts';
import { ghost } from '../../rendering/dialects/ghost.ts';
import { wordpress } from '../../rendering/dialects/wordpress.ts';
import { fillMedia } from '../../rendering/media-slots.ts';
import { type Rendered, render } from '../../rendering/render.ts';
import { importPost, type PostToImport, wordpressFormat } from '../import-post.ts';

/** Where the posts written for these tests lie. */
export const fixtures = new URL('../fixtures/', import.meta.url);

/** The blog that the tests' posts come from. */
export const homeBlog = '2f0c1d8e-5a57-4a8e-9d53-6a1f0c2b7e44';

/** The picture that the library has a copy of: every address but one that says `unknown`. */
export const knownPicture = 'c5'.repeat(32);

/** The video or audio file that the library has a copy of: every address but one that says `unknown`. */
export const knownRecording = 'd7'.repeat(32);

const formats: readonly (readonly [string, (markup: string) => OriginFormat, Dialect])[] = [
  ['wordpress-', wordpressFormat, wordpress],
  ['ghost-', () => 'ghost', ghost],
  ['blogger-', () => 'blogger', blogger],
];

/** A post of a blog, and the dialect in which it goes back. */
export type BlogPost = {
  readonly name: string;
  readonly markup: string;
  readonly format: OriginFormat;
  readonly dialect: Dialect;
};

/** The posts of `fixtures/`, whose names begin with their platform. */
export const blogPosts: readonly BlogPost[] = readdirSync(fixtures)
  .filter((file) => file.endsWith('.html'))
  .map((file) => {
    const markup = readFileSync(new URL(file, fixtures), 'utf8');
    const known = formats.find(([platform]) => file.startsWith(platform));
    if (!known) throw new Error(`Of which platform is ${file}?`);
    const [, formatOf, dialect] = known;
    return { name: file.slice(0, -'.html'.length), markup, format: formatOf(markup), dialect };
  });

/** Imports a post; throws when it is refused. */
export const imported = (markup: string, format: OriginFormat, more: Partial<PostToImport> = {}): ProseMirrorNode => {
  const result = importPost({
    markup,
    format,
    blog: homeBlog,
    title: 'The old lock',
    sources: testSources,
    commentHeading: 'My Comment:',
    pictureAt: (address) => (address.includes('unknown') ? null : { media: knownPicture, width: 1024, height: 683 }),
    recordingAt: (address) =>
      address.includes('unknown') ? null : { media: knownRecording, width: 1280, height: 720 },
    ...more,
  });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return documentIn(result.value);
};

const documentIn = (stored: StoredDocument): ProseMirrorNode => {
  const parsed = parseDocument(JSON.parse(JSON.stringify(stored)));
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${parsed.error.detail}`);
  return parsed.value;
};

/** A document as it goes to a blog: to the one that it came from, unless another is named. */
export const renderedFor = (
  doc: ProseMirrorNode,
  dialect: Dialect,
  {
    blog = homeBlog,
    sources = testSources,
    fields = emptyFields,
  }: { readonly blog?: string | null } & Partial<Pick<PostSnapshot, 'sources' | 'fields'>> = {},
): Rendered => {
  const snapshot: PostSnapshot = {
    postId: '7d2f9c5e-8f0b-4f5e-9a51-0f0a3c6b2d10' as PostId,
    revision: 1,
    document: JSON.parse(JSON.stringify(toStored(doc))),
    fields,
    sources,
  };
  const result = render(snapshot, dialect, { capabilities: null, taxonomy: null, hasPicture: () => true, blog });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

/** The request that is sent: rendered and filled. */
export const sent = (doc: ProseMirrorNode, dialect: Dialect, blog: string | null = homeBlog): string =>
  fillMedia(renderedFor(doc, dialect, { blog }).html, () => ({
    id: '5',
    url: 'https://tideline.example/new.jpg',
    width: 3,
    height: 2,
  }));
