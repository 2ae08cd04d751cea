import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Element, Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtmlTree } from '../document/html-tree.ts';
import { originOf } from '../document/origin.ts';
import type { PostSnapshot } from '../document/post.ts';
import { parseDocument } from '../document/schema.ts';
import { headlineOf } from '../document/text.ts';
import type { PreflightNote } from '../ipc.ts';
import type { Capabilities, Taxonomy } from '../publishing/target.ts';
import { ok, type Result } from '../trouble.ts';
import type { Dialect } from './dialect.ts';
import { embedsIn, labelOfEmbed } from './embed.ts';
import { mediaIn, withoutNoncharacters } from './media-slots.ts';
import { writeOriginals } from './originals.ts';
import { note, preflight } from './preflight.ts';
import { serialise } from './serialise.ts';
import { withSlots } from './slotted-tree.ts';
import { childOf, elementsIn, playerIn, textOf } from './tree.ts';

/** A picture or recording that the rendered string has slots for, with the words that go to the blog's media library. */
export type RenderedPicture = { readonly sha256: string; readonly alt: string; readonly caption: string };

/** A post in one dialect, before its pictures have addresses. */
export type Rendered = {
  readonly title: string;
  /** The one string: `fillMedia` makes the preview and the request of it. */
  readonly html: string;
  /**
   * The same string for the preview. It differs where `html` holds a blog's own markup, which is sent unchanged and shown without
   * what could run.
   */
  readonly view: string;
  readonly excerpt: string;
  /** The post's language where the platform keeps it, else empty. */
  readonly language: string;
  /** Every picture to upload, each once: those of the text in order, then the featured one if it stands outside. */
  readonly pictures: readonly RenderedPicture[];
  /** Every video and audio file to upload, each once, in the order of the text. Without alternative text. */
  readonly recordings: readonly RenderedPicture[];
  /**
   * SHA-256 of the picture that represents the post; the first of the text unless the writer chose one, null for none. Undefined
   * in a post with the blog's own markup, whose pictures are not known here: the blog keeps the one that it has.
   */
  readonly featured: string | null | undefined;
  /** What this blog will drop or change. */
  readonly notes: readonly PreflightNote[];
};

/** Who the post is rendered for. `null` where nothing is known yet: a preview without a blog. */
export type Audience = {
  readonly capabilities: Capabilities | null;
  readonly taxonomy: Taxonomy | null;
  /** Whether the library holds this picture. */
  readonly hasPicture: (sha256: string) => boolean;
  /** The id of the connected blog, which gets its own markup back; null for nobody in particular. */
  readonly blog: string | null;
};

/** Still pictures of embeds that go out with them; they show somebody else's video and never stand for the post. */
const stillsIn = (slotted: Root, html: string): readonly RenderedPicture[] => {
  const sent = new Set(mediaIn(html));
  return embedsIn(slotted).flatMap((shown) => {
    const sha256 = String(shown.picture?.properties.dataMedia ?? '');
    return sent.has(sha256) ? [{ sha256, alt: labelOfEmbed(shown), caption: '' }] : [];
  });
};

/** Posters of videos that go out with them. A player has no place for their words, and they never stand for the post. */
const postersIn = (slotted: Root, html: string): readonly RenderedPicture[] => {
  const sent = new Set(mediaIn(html));
  return elementsIn(slotted, 'video')
    .map(({ properties }) => String(properties.dataPoster ?? ''))
    .filter((sha256) => sent.has(sha256))
    .map((sha256) => ({ sha256, alt: '', caption: '' }));
};

const captionIn = (figure: Element): string => {
  const caption = childOf(figure, 'figcaption');
  return caption ? textOf(caption).trim() : '';
};

const picturesIn = (slotted: Root): readonly RenderedPicture[] => {
  const pictures = new Map<string, RenderedPicture>();
  for (const figure of elementsIn(slotted, 'figure')) {
    // A gallery's own caption says nothing of a single picture.
    const image = childOf(figure, 'img');
    if (!image) continue;
    const { dataMedia, alt } = image.properties;
    const sha256 = String(dataMedia);
    if (pictures.has(sha256)) continue;
    pictures.set(sha256, { sha256, alt: String(alt), caption: captionIn(figure) });
  }
  return [...pictures.values()];
};

const recordingsIn = (slotted: Root): readonly RenderedPicture[] => {
  const recordings = new Map<string, RenderedPicture>();
  for (const figure of elementsIn(slotted, 'figure')) {
    const sha256 = String(playerIn(figure)?.properties.dataMedia ?? '');
    if (sha256 !== '' && !recordings.has(sha256))
      recordings.set(sha256, { sha256, alt: '', caption: captionIn(figure) });
  }
  return [...recordings.values()];
};

/**
 * What places in a post are named after: the same at every rendering of a post, another for every post on a blog's front page. A
 * blog's own markup may hold places of an earlier rendering, so what is added to it is named after the other end of the id.
 */
const anchorOf = (postId: string, added: boolean): string => `${added ? postId.slice(-8) : postId.slice(0, 8)}-`;

type Written = Pick<Rendered, 'html' | 'view' | 'notes'> & { readonly anew: Root; readonly withOriginals: boolean };

/** A post goes to the blog that it came from with that blog's own markup, and to every other one without. */
const write = (
  doc: ProseMirrorNode,
  { sources, fields: { language }, postId }: PostSnapshot,
  dialect: Dialect,
  blog: string | null,
): Written => {
  const markup = (tree: Root, adapt: Dialect['adapt']): string =>
    serialise(sanitize(adapt(tree), dialect.schema) as Root).trim();
  const origin = originOf(doc);
  const format = origin && origin.blog === blog ? dialect.origins[origin.format] : undefined;
  if (!origin || !format) {
    const anew = withSlots(toHtmlTree(doc, { sources, language, anchor: anchorOf(postId, false) }));
    const html = markup(anew, dialect.adapt);
    return { html, view: html, anew, withOriginals: false, notes: [] };
  }
  const { losses, ...written } = writeOriginals(doc, origin, {
    facts: { sources, language, anchor: anchorOf(postId, true) },
    gap: format.gap,
    write: (tree) => markup(tree, format.adapt),
  });
  return {
    ...written,
    withOriginals: true,
    notes: losses > 0 ? [note('info', 'look-of-blog-lost', { count: losses })] : [],
  };
};

/**
 * Document → HTML tree → dialect → allow-list → one string. The same call serves the preview and the request, so that
 * what is previewed is what is published. Fails with `post/unreadable` only.
 */
export const render = (snapshot: PostSnapshot, dialect: Dialect, audience: Audience): Result<Rendered> => {
  const parsed = parseDocument(snapshot.document);
  if (!parsed.ok) return parsed;
  const { html, view, anew, withOriginals, notes } = write(parsed.value, snapshot, dialect, audience.blog);
  const { fields } = snapshot;
  const inText = picturesIn(anew);
  const recordings = recordingsIn(anew);
  const chosen = fields.featuredImage;
  const own = new Set(inText.map(({ sha256 }) => sha256));
  const stills = [...stillsIn(anew, html), ...postersIn(anew, html)].filter(({ sha256 }) => !own.has(sha256));
  const shown = [
    ...inText,
    ...stills.filter(({ sha256 }, at) => stills.findIndex((it) => it.sha256 === sha256) === at),
  ];
  const pictures =
    chosen && !shown.some((picture) => picture.sha256 === chosen)
      ? [...shown, { sha256: chosen, alt: fields.featuredAlt.trim(), caption: fields.featuredCredit.trim() }]
      : shown;
  return ok({
    title: withoutNoncharacters(headlineOf(parsed.value)).trim(),
    html,
    view,
    excerpt: withoutNoncharacters(fields.excerpt).trim(),
    language: dialect.keepsLanguage ? fields.language : '',
    pictures,
    recordings,
    featured:
      pictures.find((picture) => picture.sha256 === chosen)?.sha256 ??
      (withOriginals ? undefined : (inText[0]?.sha256 ?? null)),
    notes: [
      ...preflight(snapshot, { pictures, recordings }, audience),
      ...dialect.notes(anew, audience.capabilities),
      ...notes,
    ],
  });
};
