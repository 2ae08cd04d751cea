import { type Box, boxesIn, find, fourCc } from './boxes.ts';

/** Boxes of user data that tell where a film was taken: QuickTime's `©xyz`, 3GPP's `loci` (TS 26.244, 8.9), XMP. */
const placeTypes: readonly string[] = ['\xa9xyz', 'loci', 'XMP_'];

/** And which device took it; the last two lines are GoPro's settings and serial numbers (ExifTool's tables of GoPro). */
const deviceTypes: readonly string[] = [
  ...['\xa9mak', '\xa9mod', '\xa9swr', 'manu', 'modl'],
  ...['GPMF', 'FIRM', 'LENS', 'CAME'],
  ...['SETT', 'MUID', 'GUMI', 'BCID'],
];

/** The same among Apple's names, as in `com.apple.quicktime.location.ISO6709`. */
const placeName = /location/i;
const deviceName = /\.(?:make|model|software)$/i;

/** Boxes that must not stay, and whether one of them names a place. */
export type PrivateBoxes = { readonly boxes: readonly Box[]; readonly hadPlace: boolean };

type Found = Box & { readonly isPlace: boolean };

const typed = (boxes: readonly Box[]): readonly Found[] =>
  boxes.flatMap((box) => {
    const isPlace = placeTypes.includes(box.type);
    return isPlace || deviceTypes.includes(box.type) ? [{ ...box, isPlace }] : [];
  });

/** In QuickTime it is a plain box, in ISO's words one with version and flags before its content. */
const contentOf = (bytes: Uint8Array, meta: Box): Box =>
  fourCc(bytes, meta.from + 4) === 'hdlr' ? meta : { ...meta, from: Math.min(meta.from + 4, meta.to) };

/** Apple's metadata: a list of names, and items whose type is the number of their name, from 1 (QuickTime File Format, "Metadata"). */
const namesIn = (bytes: Uint8Array, keys: Box): readonly string[] =>
  boxesIn(bytes, Math.min(keys.from + 8, keys.to), keys.to).map(({ from, to }) =>
    String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 200))),
  );

const inMeta = (bytes: Uint8Array, meta: Box): readonly Found[] => {
  const content = contentOf(bytes, meta);
  const items = find(bytes, content, 'ilst');
  if (!items) return [];
  const listed = boxesIn(bytes, items.from, items.to);
  const keys = find(bytes, content, 'keys');
  const names = keys ? namesIn(bytes, keys) : [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const named = listed.flatMap((item) => {
    const name = names[view.getUint32(item.at + 4) - 1] ?? '';
    return placeName.test(name) || deviceName.test(name) ? [{ ...item, isPlace: placeName.test(name) }] : [];
  });
  return [...typed(listed), ...named];
};

const inUserData = (bytes: Uint8Array, userData: Box): readonly Found[] => {
  const boxes = boxesIn(bytes, userData.from, userData.to);
  return [...typed(boxes), ...boxes.filter(({ type }) => type === 'meta').flatMap((meta) => inMeta(bytes, meta))];
};

/** What the description of a film (`moov`) and of its tracks tells of place and device. Titles, authors and rights stay. */
export const privateBoxesIn = (bytes: Uint8Array, moov: Box): PrivateBoxes => {
  const holders = [moov, ...boxesIn(bytes, moov.from, moov.to).filter(({ type }) => type === 'trak')];
  const found = holders.flatMap(({ from, to }) =>
    boxesIn(bytes, from, to).flatMap((box) => {
      if (box.type === 'udta') return inUserData(bytes, box);
      return box.type === 'meta' ? inMeta(bytes, box) : [];
    }),
  );
  return { boxes: found, hadPlace: found.some(({ isPlace }) => isPlace) };
};
