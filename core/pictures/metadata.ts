/** Words of metadata by the name of their field. A field of several people has several. */
export type Words = ReadonlyMap<string, readonly string[]>;

/** The kinds of metadata that a picture carries words in. `text` are the textual chunks of PNG. */
export const metadataKinds = ['iptc', 'xmp', 'exif', 'text'] as const;
export type MetadataKind = (typeof metadataKinds)[number];

/** What a picture says about itself beside its pixels, as far as it is read and kept. */
export type Metadata = {
  readonly words: Readonly<Record<MetadataKind, Words>>;
  /** How it is to be turned before it is shown: 1 (as it is) to 8 (Exif 2.32, tag 0x0112). */
  readonly orientation: number;
  /** Whether it said where it was taken. */
  readonly hasPlace: boolean;
};

/** Metadata as it lies in the file. EXIF without its signature, IPTC as records, XMP as one packet. */
export type MetadataBlocks = {
  readonly exif: Uint8Array | null;
  readonly iptc: Uint8Array | null;
  readonly xmp: Uint8Array | null;
  readonly text: Words;
};

export const noWords: Words = new Map();

export const noBlocks: MetadataBlocks = { exif: null, iptc: null, xmp: null, text: noWords };

/** The longest text that is read and kept, in characters. Longer ones are cut. */
const longest = 2000;

/** The most texts of one field. */
const most = 20;

/** Words as they are kept: without control characters, on one line, none of them empty, none twice. */
export const keptWords = (texts: readonly string[]): readonly string[] => {
  const kept = texts.slice(0, most).map((text) =>
    text
      .slice(0, 10 * longest)
      .replaceAll(/[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim()
      .slice(0, longest)
      .toWellFormed(),
  );
  return [...new Set(kept.filter((text) => text !== ''))];
};

/** The fields that say something. */
export const wordsOf = (fields: Iterable<readonly [string, readonly string[]]>): Words =>
  new Map(
    [...fields].flatMap(([name, texts]) => {
      const kept = keptWords(texts);
      return kept.length > 0 ? [[name, kept] as const] : [];
    }),
  );
