import { z } from 'zod';
import { type Metadata, type MetadataKind, metadataKinds } from './metadata.ts';

/** The fields of a figure that a picture may have words for. */
export const suggestedFields = ['caption', 'credit', 'alt'] as const;
export type SuggestedField = (typeof suggestedFields)[number];

/** Where suggested words come from: one kind of the picture's metadata, or the page that showed the picture. */
export const suggestionOrigins = [...metadataKinds, 'page'] as const;
export type SuggestionOrigin = (typeof suggestionOrigins)[number];

/** Words for a field of a figure, and where they come from. */
export type Suggestion = { readonly field: SuggestedField; readonly text: string; readonly from: SuggestionOrigin };

/** Suggestions as they are kept. */
export const suggestionsSchema = z.array(
  z.object({ field: z.enum(suggestedFields), text: z.string(), from: z.enum(suggestionOrigins) }),
);

/**
 * Where words for each field are looked for, the best place first. Field names are those of the IPTC Photo Metadata Standard
 * (https://www.iptc.org/std/photometadata/specification/), of Exif and of the PNG Specification. A credit line is what the
 * owner wants to be named; who took the picture, where it came from and who owns it are the next best.
 */
const places: Readonly<Record<SuggestedField, readonly (readonly [MetadataKind, string])[]>> = {
  credit: [
    ['iptc', 'Credit'],
    ['xmp', 'photoshop:Credit'],
    ['iptc', 'By-line'],
    ['xmp', 'dc:creator'],
    ['exif', 'Artist'],
    ['text', 'Author'],
    ['iptc', 'Source'],
    ['xmp', 'photoshop:Source'],
    ['iptc', 'CopyrightNotice'],
    ['xmp', 'dc:rights'],
    ['exif', 'Copyright'],
    ['text', 'Copyright'],
  ],
  caption: [
    ['iptc', 'Caption-Abstract'],
    ['xmp', 'dc:description'],
    ['exif', 'ImageDescription'],
    ['text', 'Description'],
  ],
  alt: [['xmp', 'Iptc4xmpCore:AltTextAccessibility']],
};

/** Longest words that are suggested, in characters. A longer credit is no credit but terms of use. */
const longest: Readonly<Record<SuggestedField, number>> = { credit: 200, caption: 2000, alt: 1000 };

/** The most suggestions for one field. */
const most = 3;

/** What cameras write by themselves where a description belongs. */
const cameraWords =
  /^(?:olympus digital camera|sony dsc|samsung camera pictures|kodak .*digital.*camera|minolta digital camera|konica minolta digital camera|digital camera|exif_jpeg_picture|default|untitled|image|photo|dcim|picture)$/i;

const suggestionsFor = (field: SuggestedField, { words }: Metadata): readonly Suggestion[] => {
  const found = new Map<string, Suggestion>();
  for (const [from, name] of places[field]) {
    const text = words[from].get(name)?.join(', ') ?? '';
    const key = text.toLowerCase();
    if (text === '' || text.length > longest[field] || cameraWords.test(text) || found.has(key)) continue;
    found.set(key, { field, text, from });
  }
  return [...found.values()].slice(0, most);
};

/** What a picture's metadata has to say for caption, credit and alternative text: the best of each field first. */
export const suggestionsOf = (metadata: Metadata): readonly Suggestion[] =>
  suggestedFields.flatMap((field) => suggestionsFor(field, metadata));

/** Words that a page has for a picture, by field; empty where it has none. */
export type PageWords = Readonly<Record<SuggestedField, string>>;

/**
 * What was suggested for a picture, and what the page says that showed it. A picture's own data come first: pages lose them more
 * often than they correct them.
 */
export const withPageWords = (suggestions: readonly Suggestion[], page: PageWords): readonly Suggestion[] => [
  ...suggestions,
  ...suggestedFields.flatMap((field): readonly Suggestion[] => {
    const text = page[field].trim();
    const isKnown = suggestions.some(
      (known) => known.field === field && known.text.toLowerCase() === text.toLowerCase(),
    );
    return text === '' || text.length > longest[field] || isKnown ? [] : [{ field, text, from: 'page' }];
  }),
];
