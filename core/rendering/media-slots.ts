import type { RemoteMedia } from '../publishing/target.ts';

/**
 * What of a picture only the blog knows. A rendered string holds one slot for each, and `fillMedia` is the only
 * function that fills them: with local addresses for the preview, with upload results for the request.
 */
export type MediaSlot = 'url' | 'id' | 'width' | 'height';

/**
 * Slots are fenced with two noncharacters, which Unicode reserves for internal use as sentinels (The Unicode Standard,
 * §23.7) and HTML forbids. `withoutNoncharacters` takes them out of everything a writer typed, so that no text can
 * look like a slot.
 */
const open = '\u{fdd0}';
const close = '\u{fdd1}';
const slotPattern = /\u{fdd0}(?:([0-9a-f]{64})\.(url|id|width|height))?\u{fdd1}/gu;

/** The placeholder for one fact about a picture. */
export const mediaSlot = (sha256: string, slot: MediaSlot): string => `${open}${sha256}.${slot}${close}`;

/**
 * A blog's own markup as part of a rendered string: an empty slot stands for a fence that the blog wrote, so that nothing in
 * it is filled and `fillMedia` gives it back unchanged.
 */
export const withoutSlots = (markup: string): string => markup.replaceAll(open, `${open}${close}`);

/** Whether a value is exactly one slot: block comments write such a value without quotes when it is a number. */
export const isMediaSlot = (value: string): boolean => value.replace(slotPattern, '') === '' && value !== '';

/** Takes out the code points that HTML and XML forbid in text: noncharacters, lone surrogates, control characters. */
export const withoutNoncharacters = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is what this is for
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u{fdd0}-\u{fdef}\ufffe\uffff]|\p{Cs}/gu, '');

/** SHA-256 of the pictures that a rendered string has slots for, each once, in order. */
export const mediaIn = (rendered: string): readonly string[] => [
  ...new Set([...rendered.matchAll(slotPattern)].flatMap((match) => match[1] ?? [])),
];

const references: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escapeAttribute = (value: string): string => value.replace(/[&"<>]/g, (it) => references[it] ?? it);

/**
 * Fills the slots of a rendered string. `lookup` must know every picture of `mediaIn(rendered)`: the outbox uploads
 * them first, the preview asks the library; an unknown one is a bug and throws.
 */
export const fillMedia = (
  rendered: string,
  lookup: (sha256: string) => Pick<RemoteMedia, MediaSlot> | undefined,
): string =>
  rendered.replace(slotPattern, (_, sha256: string | undefined, slot: MediaSlot) => {
    if (sha256 === undefined) return open;
    const media = lookup(sha256);
    if (!media) throw new Error(`No address for picture ${sha256}`);
    return slot === 'url' ? escapeAttribute(media.url) : String(media[slot]).replace(/\W/g, '');
  });
