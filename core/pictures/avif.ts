import { latinAt, limitParts, numbersOf, unlessCut } from './bytes.ts';
import { type MetadataBlocks, noWords } from './metadata.ts';

/** A box of an ISO media file (ISO/IEC 14496-12, §4.2): where its content begins and ends. */
type Box = { readonly type: string; readonly from: number; readonly to: number };

/** A part of the file, in bytes from its beginning. */
type Extent = { readonly from: number; readonly length: number };

const boxesIn = (bytes: Uint8Array, from: number, to: number): readonly Box[] => {
  const numbers = numbersOf(bytes);
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    const size = numbers.getUint32(at);
    const large = size === 1 && at + 16 <= to;
    const length = large ? Number(numbers.getBigUint64(at + 8)) : size === 0 ? to - at : size;
    if (length < 8) break;
    limitParts(boxes.length);
    boxes.push({ type: latinAt(bytes, at + 4, 4), from: at + (large ? 16 : 8), to: Math.min(to, at + length) });
    at += length;
  }
  return boxes;
};

/** Reads numbers one after the other, of 0, 2, 4 or 8 bytes. */
const readerAt = (numbers: DataView, start: number) => {
  let at = start;
  const read = (size: number): number => {
    const from = at;
    at += size;
    if (size === 0) return 0;
    if (size === 1) return numbers.getUint8(from);
    if (size === 2) return numbers.getUint16(from);
    return size === 4 ? numbers.getUint32(from) : Number(numbers.getBigUint64(from));
  };
  return { read, place: () => at };
};

type Kind = 'exif' | 'xmp';

/** The ids of the items that are metadata (§8.11.6): `Exif`, and `mime` with the type of XMP. */
const metadataItems = (bytes: Uint8Array, list: Box): ReadonlyMap<number, Kind> => {
  const numbers = numbersOf(bytes);
  const entries = boxesIn(bytes, list.from + (numbers.getUint8(list.from) === 0 ? 6 : 8), list.to);
  const items = new Map<number, Kind>();
  for (const { type, from, to } of entries) {
    if (type !== 'infe' || to - from < 12) continue;
    const version = numbers.getUint8(from);
    const { read, place } = readerAt(numbers, from + 4);
    const id = read(version >= 3 ? 4 : 2);
    const name = latinAt(bytes, place() + 2, 4);
    if (name === 'Exif') items.set(id, 'exif');
    if (name === 'mime' && latinAt(bytes, place() + 6, to - place()).includes('application/rdf+xml'))
      items.set(id, 'xmp');
  }
  return items;
};

/** Where the items lie (§8.11.3). `dataFrom` is the content of the box that an item may lie in instead of the file. */
const extentsOf = (bytes: Uint8Array, location: Box, dataFrom: number): ReadonlyMap<number, readonly Extent[]> => {
  const numbers = numbersOf(bytes);
  const { read } = readerAt(numbers, location.from);
  const version = read(1);
  read(1);
  read(2);
  const sizes = [read(1), read(1)].flatMap((pair) => [pair >> 4, pair & 0x0f]);
  const [offsetSize = 0, lengthSize = 0, baseSize = 0, indexSize = 0] = sizes;
  const found = new Map<number, readonly Extent[]>();
  let all = 0;
  const count = read(version < 2 ? 2 : 4);
  for (let item = 0; item < count; item += 1) {
    const id = read(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : read(2) & 0x0f;
    read(2);
    const base = read(baseSize) + (method === 1 ? dataFrom : 0);
    const extents: Extent[] = [];
    const parts = read(2);
    for (let part = 0; part < parts; part += 1) {
      all += 1;
      limitParts(all);
      if (version > 0) read(indexSize);
      const offset = read(offsetSize);
      const length = read(lengthSize);
      extents.push({ from: base + offset, length: length === 0 ? bytes.length - base - offset : length });
    }
    found.set(id, extents);
  }
  return found;
};

type Found = { readonly kind: Kind; readonly extents: readonly Extent[] };

/** The metadata items of a file and where they lie. */
const itemsOf = (bytes: Uint8Array): readonly Found[] => {
  const meta = boxesIn(bytes, 0, bytes.length).find(({ type }) => type === 'meta');
  if (!meta) return [];
  const boxes = boxesIn(bytes, meta.from + 4, meta.to);
  const box = (wanted: string): Box | undefined => boxes.find(({ type }) => type === wanted);
  const list = box('iinf');
  const location = box('iloc');
  if (!list || !location) return [];
  const places = extentsOf(bytes, location, box('idat')?.from ?? 0);
  return [...metadataItems(bytes, list)].map(([id, kind]) => ({ kind, extents: places.get(id) ?? [] }));
};

const contentOf = (bytes: Uint8Array, items: readonly Found[], wanted: Kind): Uint8Array | null => {
  const extents = items.find(({ kind }) => kind === wanted)?.extents ?? [];
  const [first] = extents;
  // In several parts nobody writes so little.
  return first && extents.length === 1 ? bytes.subarray(first.from, first.from + first.length) : null;
};

/** In an item the block stands behind its own offset (ISO/IEC 23008-12, annex A.2.1). */
const tiffIn = (item: Uint8Array | null): Uint8Array | null => {
  const offset = item && unlessCut(() => numbersOf(item).getUint32(0));
  return item && offset !== null ? item.subarray(4 + offset) : null;
};

/** The metadata of an AVIF picture. */
export const avifBlocks = (bytes: Uint8Array): MetadataBlocks => {
  const items = itemsOf(bytes);
  return {
    exif: tiffIn(contentOf(bytes, items, 'exif')),
    xmp: contentOf(bytes, items, 'xmp'),
    iptc: null,
    text: noWords,
  };
};

/** What stands in the place of a block: as long as it was, so that nothing else of the file moves. */
const padded = (block: Uint8Array | null, { length }: Extent, kind: Kind): Uint8Array => {
  const place = new Uint8Array(length);
  const from = kind === 'exif' ? 4 : 0;
  if (kind === 'xmp') place.fill(0x20);
  if (block && from + block.length <= length) place.set(block, from);
  return place;
};

/** The same pixels with this metadata, as far as it fits in the place of what was there, and no other. */
export const avifWith = (bytes: Uint8Array, { exif, xmp }: MetadataBlocks): Uint8Array => {
  const written = bytes.slice();
  const filled = new Set<Kind>();
  for (const { kind, extents } of itemsOf(bytes)) {
    for (const extent of extents) {
      const left = Math.max(0, bytes.length - extent.from);
      const whole = { from: Math.min(extent.from, bytes.length), length: Math.min(extent.length, left) };
      const isOwn = extents.length === 1 && !filled.has(kind);
      const block = isOwn ? { exif, xmp }[kind] : null;
      written.set(padded(block, whole, kind), whole.from);
      filled.add(kind);
    }
  }
  return written;
};
