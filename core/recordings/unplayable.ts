const startsWith = (bytes: Uint8Array, signature: string, at = 0): boolean =>
  [...signature].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** Formats that are known and not played by browsers, or not by all: their names for people, and how their bytes begin. */
const signatures: readonly (readonly [string, (bytes: Uint8Array) => boolean])[] = [
  ['AVI', (bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'AVI ', 8)],
  ['Windows Media', (bytes) => startsWith(bytes, '\x30\x26\xb2\x75\x8e\x66\xcf\x11')],
  ['Flash video', (bytes) => startsWith(bytes, 'FLV\x01')],
  ['QuickTime', (bytes) => ['moov', 'mdat', 'wide', 'pnot'].some((type) => startsWith(bytes, type, 4))],
  ['FLAC', (bytes) => startsWith(bytes, 'fLaC')],
  ['AIFF', (bytes) => startsWith(bytes, 'FORM') && startsWith(bytes, 'AIF', 8)],
  ['AMR', (bytes) => startsWith(bytes, '#!AMR')],
  ['MPEG', (bytes) => startsWith(bytes, '\0\0\x01\xba') || startsWith(bytes, '\0\0\x01\xb3')],
  // Sound of AAC in a stream of its own (ADTS): a sync word whose layer is 0.
  ['AAC', (bytes) => bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0],
];

/** The name of a video or audio format that is known and not taken in; null for anything else. */
export const unplayableFormatOf = (bytes: Uint8Array): string | null =>
  signatures.find(([, is]) => is(bytes))?.[0] ?? null;
