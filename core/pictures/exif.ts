import { join, latin, latinAt, numbersOf, uint16, uint32, unlessCut } from './bytes.ts';
import { legacyText } from './legacy-text.ts';
import { noWords, type Words, wordsOf } from './metadata.ts';

/** What is read and kept of EXIF (CIPA DC-008, TIFF 6.0 §8): nothing else of it goes on. */
export type Exif = { readonly words: Words; readonly orientation: number; readonly hasPlace: boolean };

const tags: Readonly<Record<string, number>> = { ImageDescription: 0x010e, Artist: 0x013b, Copyright: 0x8298 };

const orientationTag = 0x0112;
const placeTag = 0x8825;
/** Latitude and longitude in the directory of the place. */
const placeTags: readonly number[] = [0x0002, 0x0004];

/** ASCII, and UTF-8 since Exif 3.0. */
const textTypes: readonly number[] = [2, 129];

type Entry = { readonly tag: number; readonly type: number; readonly count: number; readonly at: number };

/** The entries of the directory at an offset; those that are not whole are left out. */
const entriesAt = (numbers: DataView, offset: number, little: boolean): readonly Entry[] => {
  const count = unlessCut(() => numbers.getUint16(offset, little)) ?? 0;
  return Array.from({ length: count }, (_, index) => offset + 2 + 12 * index)
    .filter((at) => at + 12 <= numbers.byteLength)
    .map((at) => ({
      tag: numbers.getUint16(at, little),
      type: numbers.getUint16(at + 2, little),
      count: numbers.getUint32(at + 4, little),
      at: at + 8,
    }));
};

/** What the Copyright tag says of photographer and editor is parted by a NUL. */
const textsOf = (bytes: Uint8Array): readonly string[] => {
  const cut = bytes.indexOf(0);
  return cut < 0 ? [legacyText(bytes)] : [legacyText(bytes.subarray(0, cut)), legacyText(bytes.subarray(cut + 1))];
};

/** Reads a TIFF block. Whatever cannot be read of it says nothing. */
export const readExif = (tiff: Uint8Array): Exif => {
  const order = latinAt(tiff, 0, 2);
  const little = order === 'II';
  const numbers = numbersOf(tiff);
  if (tiff.length < 8 || !(little || order === 'MM') || numbers.getUint16(2, little) !== 42) {
    return { words: noWords, orientation: 1, hasPlace: false };
  }
  const entries = entriesAt(numbers, numbers.getUint32(4, little), little);
  const find = (tag: number): Entry | undefined => entries.find((entry) => entry.tag === tag);
  const texts = (tag: number): readonly string[] => {
    const entry = find(tag);
    if (!entry || !textTypes.includes(entry.type)) return [];
    const from = entry.count <= 4 ? entry.at : numbers.getUint32(entry.at, little);
    return textsOf(tiff.subarray(from, from + entry.count));
  };
  const orientationAt = find(orientationTag)?.at;
  const orientation = orientationAt === undefined ? 1 : numbers.getUint16(orientationAt, little);
  const place = find(placeTag);
  const placeEntries = place ? entriesAt(numbers, numbers.getUint32(place.at, little), little) : [];
  return {
    words: wordsOf(Object.entries(tags).map(([name, tag]) => [name, texts(tag)])),
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    hasPlace: placeEntries.some(({ tag }) => placeTags.includes(tag)),
  };
};

/** A TIFF block with exactly this; null when there is nothing to say. */
export const writeExif = ({ words, orientation }: Pick<Exif, 'words' | 'orientation'>): Uint8Array | null => {
  const texts = Object.entries(tags).flatMap(([name, tag]) => {
    const said = words.get(name);
    return said ? [{ tag, type: 2, data: new TextEncoder().encode(`${said.join('; ')}\0`) }] : [];
  });
  const turned = orientation === 1 ? [] : [{ tag: orientationTag, type: 3, data: uint16(orientation) }];
  const entries = [...texts, ...turned].toSorted((one, other) => one.tag - other.tag);
  if (entries.length === 0) return null;
  const directory: Uint8Array[] = [];
  const values: Uint8Array[] = [];
  let free = 8 + 2 + 12 * entries.length + 4;
  for (const { tag, type, data } of entries) {
    const isInside = data.length <= 4;
    const padded = join(data, new Uint8Array(isInside ? 4 - data.length : data.length % 2));
    const count = type === 3 ? data.length / 2 : data.length;
    directory.push(uint16(tag), uint16(type), uint32(count), isInside ? padded : uint32(free));
    if (isInside) continue;
    values.push(padded);
    free += padded.length;
  }
  return join(latin('MM'), uint16(42), uint32(8), uint16(entries.length), ...directory, uint32(0), ...values);
};
