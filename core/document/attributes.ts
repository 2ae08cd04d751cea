import type { Attribute, Attributes } from '@tiptap/core';
import { readCut } from '../pictures/cut.ts';
import { isLinkAddress } from '../sources/address.ts';
import { directions } from './direction.ts';
import { isLanguageTag } from './language-tag.ts';
import { isSha256 } from './media.ts';

/**
 * What an attribute holds. Whoever collects media, rewrites addresses, counts or searches reads these declarations
 * (`declaredAttributes` in `schema.ts`), never lists of node names.
 */
export type AttributeKind = 'image' | 'recording' | 'link' | 'text' | 'source' | 'setting';

/** An attribute that says what it holds. `html` is the HTML attribute that carries it through the clipboard. */
export type Declaration = {
  readonly kind: AttributeKind;
  readonly html: string;
  /** Stays in the document: neither the clipboard nor any other HTML carries it. */
  readonly internal?: boolean;
  /** For `text`: whether the reader of the post meets it (alternative text), or only the writer does (a label). */
  readonly forReader?: boolean;
  /** The value when nothing is said; without one the attribute is required. */
  readonly initial?: unknown;
  /** Decides for documents from disk and from the journal; they may be hostile. */
  readonly accepts: (value: unknown) => boolean;
  /** From the HTML attribute's text; what `accepts` refuses counts as absent. */
  readonly read: (text: string) => unknown;
};

/** A picture of the library by its SHA-256, or null while there is none. */
export const imageAttr = (html: string): Declaration => ({
  kind: 'image',
  html,
  initial: null,
  accepts: (value) => value === null || isSha256(value),
  read: (text) => text,
});

/** A video or audio file of the library by its SHA-256, or null while there is none. */
export const recordingAttr = (html: string): Declaration => ({ ...imageAttr(html), kind: 'recording' });

/** An address the reader can follow: absolute http, https or mailto. Always required. */
export const linkAttr = (html: string, accepts: (address: string) => boolean = isLinkAddress): Declaration => ({
  kind: 'link',
  html,
  accepts: (value) => typeof value === 'string' && accepts(value),
  read: (text) => text,
});

/** Words of the writer outside the running text; empty by default. */
export const textAttr = (html: string, { forReader }: { readonly forReader: boolean }): Declaration => ({
  kind: 'text',
  html,
  forReader,
  initial: '',
  accepts: (value) => typeof value === 'string',
  read: (text) => text,
});

/** The id of one of the post's sources. Whether it exists is not the schema's business: sources can be removed. */
export const sourceAttr = (html: string, { required }: { readonly required: boolean }): Declaration => ({
  kind: 'source',
  html,
  ...(required ? {} : { initial: null }),
  accepts: (value) =>
    (typeof value === 'string' && value.length > 0 && value.length <= 100) || (value === null && !required),
  read: (text) => text,
});

/** The language of something as a BCP 47 tag. Always required. */
export const languageAttr = (html: string): Declaration => ({
  kind: 'setting',
  html,
  accepts: (value) => typeof value === 'string' && isLanguageTag(value),
  read: (text) => text,
});

/** The direction that the writer gave a block; null for that of its first strong letter. */
export const directionAttr: Declaration = {
  kind: 'setting',
  html: 'dir',
  initial: null,
  accepts: (value) => value === null || directions.some((each) => each === value),
  read: (text) => text.toLowerCase(),
};

/** How a picture was cut from another one of the library (`core/pictures/cut.ts`); null for one that was not. */
export const cutAttr = (html: string): Declaration => ({
  kind: 'setting',
  html,
  initial: null,
  accepts: (value) => value === null || readCut(value) !== null,
  read: (text) => text,
});

/** One of a few values; the first is the default. */
export const choiceAttr = (html: string, choices: readonly [string | number, ...(string | number)[]]): Declaration => ({
  kind: 'setting',
  html,
  initial: choices[0],
  accepts: (value) => choices.some((choice) => choice === value),
  read: (text) => choices.find((choice) => String(choice) === text),
});

/** Yes or no; no by default. */
export const flagAttr = (html: string): Declaration => ({
  kind: 'setting',
  html,
  initial: false,
  accepts: (value) => typeof value === 'boolean',
  read: (text) => text === 'true',
});

/** A whole number of at least `min`, or `initial`. */
export const numberAttr = (
  html: string,
  { min, initial }: { readonly min: number; readonly initial: number | null },
): Declaration => ({
  kind: 'setting',
  html,
  initial,
  accepts: (value) => value === initial || (Number.isSafeInteger(value) && Number(value) >= min),
  read: (text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : undefined),
});

/** Turns declarations into TipTap attributes: checked on parse and on `check()`, carried through HTML by name. */
export const declareAttributes = (declarations: Readonly<Record<string, Declaration>>): Attributes =>
  Object.fromEntries(Object.entries(declarations).map(([name, declaration]) => [name, attributeOf(name, declaration)]));

/** What of a DOM element the parse rules look at; core knows no DOM. */
export type ParsedElement = { readonly getAttribute: (name: string) => string | null };

const valueIn = (element: ParsedElement, { html, read, accepts }: Declaration): unknown => {
  const text = element.getAttribute(html);
  const value = text === null ? undefined : read(text);
  return accepts(value) ? value : undefined;
};

/** For parse rules of types with a required attribute: an element that lacks a good one is not such a node or mark. */
export const requireAttributes =
  (declarations: Readonly<Record<string, Declaration>>) =>
  (element: ParsedElement): null | false =>
    Object.values(declarations).every((each) => 'initial' in each || valueIn(element, each) !== undefined)
      ? null
      : false;

const attributeOf = (name: string, declaration: Declaration): Attribute & { readonly declaration: Declaration } => ({
  declaration,
  ...('initial' in declaration ? { default: declaration.initial } : { default: undefined, isRequired: true }),
  validate: (value: unknown) => {
    if (!declaration.accepts(value)) throw new RangeError(`Not a valid ${name}: ${String(value).slice(0, 80)}`);
  },
  parseHTML: (element: ParsedElement) => (declaration.internal ? undefined : valueIn(element, declaration)),
  renderHTML: (attributes: Record<string, unknown>) => {
    const value = attributes[name];
    return declaration.internal || value === null || value === undefined || value === declaration.initial
      ? {}
      : { [declaration.html]: String(value) };
  },
});
