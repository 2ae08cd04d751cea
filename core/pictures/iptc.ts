import { join, latinAt, numbersOf, uint16 } from './bytes.ts';
import { legacyText } from './legacy-text.ts';
import { type Words, wordsOf } from './metadata.ts';

/** The data sets of record 2 that are read and kept (IPTC-IIM 4.2), by ExifTool's names for them. */
const dataSets: Readonly<Record<string, number>> = {
  ObjectName: 5,
  'By-line': 80,
  'By-lineTitle': 85,
  Headline: 105,
  Credit: 110,
  Source: 115,
  CopyrightNotice: 116,
  'Caption-Abstract': 120,
  'Writer-Editor': 122,
};

const marker = 0x1c;

/** Lengths from here on are written otherwise, for data that no text of ours has. */
const firstExtended = 0x8000;

/**
 * Reads IPTC records up to the first that is not whole. Whatever data set 1:90 says of the encoding, programs write what they
 * like: text that is no UTF-8 is read as what it can be.
 */
export const readIptc = (records: Uint8Array): Words => {
  const numbers = numbersOf(records);
  const found = new Map<string, string[]>();
  const names = new Map(Object.entries(dataSets).map(([name, number]) => [number, name]));
  let at = 0;
  while (at + 5 <= records.length && records[at] === marker) {
    const length = numbers.getUint16(at + 3);
    if (length >= firstExtended || at + 5 + length > records.length) break;
    const name = records[at + 1] === 2 ? names.get(records[at + 2] ?? 0) : undefined;
    if (name !== undefined) {
      const texts = found.get(name) ?? [];
      texts.push(legacyText(records.subarray(at + 5, at + 5 + length)));
      found.set(name, texts);
    }
    at += 5 + length;
  }
  return wordsOf(found);
};

const dataSet = (record: number, number: number, data: Uint8Array): Uint8Array =>
  join(Uint8Array.of(marker, record, number), uint16(data.length), data);

/** Says that what follows is UTF-8 (ISO 2022, IPTC-IIM 1:90). */
const unicode = Uint8Array.of(0x1b, 0x25, 0x47);

/** Records with exactly these words, in UTF-8; null when there are none. */
export const writeIptc = (words: Words): Uint8Array | null => {
  const sets = Object.entries(dataSets).flatMap(([name, number]) =>
    (words.get(name) ?? []).map((text) => dataSet(2, number, new TextEncoder().encode(text))),
  );
  return sets.length === 0 ? null : join(dataSet(1, 90, unicode), dataSet(2, 0, uint16(4)), ...sets);
};

const resource = '8BIM';
const iptcResource = 0x0404;

/** The IPTC records among the image resources of Adobe Photoshop (Photoshop File Formats, "Image Resource Blocks"). */
export const iptcInResources = (resources: Uint8Array): Uint8Array | null => {
  const numbers = numbersOf(resources);
  let at = 0;
  while (at + 12 <= resources.length && latinAt(resources, at, 4) === resource) {
    const id = numbers.getUint16(at + 4);
    const nameLength = (resources[at + 6] ?? 0) + 1;
    const sizeAt = at + 6 + nameLength + (nameLength % 2);
    if (sizeAt + 4 > resources.length) return null;
    const size = numbers.getUint32(sizeAt);
    if (id === iptcResource) return resources.subarray(sizeAt + 4, sizeAt + 4 + size);
    at = sizeAt + 4 + size + (size % 2);
  }
  return null;
};

/** The same as the only image resource. */
export const resourcesOf = (iptc: Uint8Array): Uint8Array =>
  join(
    Uint8Array.from(resource, (letter) => letter.charCodeAt(0)),
    uint16(iptcResource),
    uint16(0),
    uint16(iptc.length >>> 16),
    uint16(iptc.length),
    iptc,
    new Uint8Array(iptc.length % 2),
  );
