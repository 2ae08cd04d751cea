import { find, fourCc } from './boxes.ts';
import { privateBoxesIn } from './mp4-metadata.ts';
import { isPrivateTrack, privateSpans, tellsPlace, tracksIn } from './mp4-tracks.ts';
import type { ByteReader, Patch, Reading } from './reading.ts';
import type { Span } from './spans.ts';

/** The largest description of a film that is read, in bytes; a film of some hours has a few million. */
const maxDescription = 64_000_000;

/** Boxes of a hostile file that are looked at; a live recording has two a second. */
const maxBoxes = 100_000;

/** Sound and pictures that browsers play, by the name of their sample entry (https://mp4ra.org/registered-types/sampleentries). */
const playable: ReadonlySet<string> = new Set(['avc1', 'avc3', 'av01', 'vp08', 'vp09', 'mp4a', 'Opus', 'fLaC', '.mp3']);

const formatNames: Readonly<Record<string, string>> = {
  hvc1: 'HEVC (H.265)',
  hev1: 'HEVC (H.265)',
  dvh1: 'HEVC (H.265)',
  dvhe: 'HEVC (H.265)',
  encv: 'copy-protected',
  enca: 'copy-protected',
  alac: 'Apple Lossless',
  apcn: 'ProRes',
  samr: 'AMR',
};

/** Whether a file is of the family of MP4 (ISO/IEC 14496-12). */
export const isMp4 = (bytes: Uint8Array): boolean => fourCc(bytes, 4) === 'ftyp';

type TopLevel = { readonly type: string; readonly at: number; readonly header: number; readonly size: number };

/** The boxes of a whole file, by their headers alone; null for a file that they do not fill. */
const topLevelOf = async (read: ByteReader, fileSize: number): Promise<readonly TopLevel[] | null> => {
  const boxes: TopLevel[] = [];
  let at = 0;
  while (at < fileSize && boxes.length < maxBoxes) {
    const bytes = await read(at, 16);
    if (bytes.length < 8) return boxes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const short = view.getUint32(0);
    const isLong = short === 1 && bytes.length === 16;
    const header = isLong ? 16 : 8;
    // A box of size 0 reaches to the end of the file.
    const size = isLong ? Number(view.getBigUint64(8)) : short === 0 ? fileSize - at : short;
    if (size < header) return null;
    boxes.push({ type: fourCc(bytes, 4), at, header, size });
    at += size;
  }
  return boxes;
};

/** Adobe's box for XMP (XMP specification, part 3, 1.1.6). */
const xmpId = 'be7acfcb97a942e89c71999491e3afac';

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const xmpPatches = async (
  read: ByteReader,
  boxes: readonly TopLevel[],
  fileSize: number,
): Promise<readonly Patch[]> => {
  const patches: Patch[] = [];
  for (const { type, at, header, size } of boxes) {
    if (type !== 'uuid' || size > maxDescription || at + size > fileSize || hex(await read(at + header, 16)) !== xmpId)
      continue;
    patches.push(freed(at, header, size));
  }
  return patches;
};

/** A box that says nothing in the place of another one: no offset in the file moves. */
const freed = (at: number, header: number, size: number): Patch => {
  const bytes = new Uint8Array(size - 4);
  bytes.set([0x66, 0x72, 0x65, 0x65]);
  // A size of eight bytes stands behind the type and stays.
  if (header === 16) new DataView(bytes.buffer).setBigUint64(4, BigInt(size));
  return { at: at + 4, bytes };
};

const zeros = new Uint8Array(1_000_000);

const zeroed = ({ from, to }: Span): readonly Patch[] => {
  const patches: Patch[] = [];
  for (let at = from; at < to; at += zeros.length) patches.push({ at, bytes: zeros.subarray(0, to - at) });
  return patches;
};

const samplesIn = (boxes: readonly TopLevel[], fileSize: number): readonly Span[] =>
  boxes
    .filter(({ type }) => type === 'mdat')
    .map(({ at, header, size }) => ({ from: at + header, to: Math.min(at + size, fileSize) }));

/**
 * Reads what an MP4 file says of itself: which kinds of tracks, how they are coded, and the boxes that tell of place and
 * device, which are overwritten by free space; of tracks that tell such things from second to second the samples, too. Those of a film in
 * fragments (8.8) stay: a part of it may name any track.
 */
export const readMp4 = async (read: ByteReader, size: number): Promise<Reading> => {
  const brand = fourCc(await read(8, 4), 0);
  if (brand === 'qt  ') return { unplayable: 'QuickTime (MOV)' };
  const boxes = await topLevelOf(read, size);
  const moov = boxes?.find(({ type }) => type === 'moov');
  if (!boxes || !moov || moov.size > maxDescription) return null;
  const bytes = await read(moov.at, moov.size);
  const whole = { type: 'moov', at: 0, from: moov.header, to: bytes.length };
  if (bytes.length < moov.size) return null;
  const allTracks = tracksIn(bytes, whole);
  const tracks = allTracks.filter(({ handler }) => handler === 'vide' || handler === 'soun');
  if (tracks.length === 0) return null;
  const strange = tracks.find(({ coding }) => !playable.has(coding));
  if (strange) return { unplayable: formatNames[strange.coding] ?? `MP4 (${strange.coding.replace(/[^\w -]/g, '?')})` };
  const found = privateBoxesIn(bytes, whole);
  const hidden = find(bytes, whole, 'mvex') ? [] : allTracks.filter(isPrivateTrack);
  const patches = [...found.boxes, ...hidden.map(({ box }) => box)].map(({ at, from, to }) =>
    freed(moov.at + at, from - at, to - at),
  );
  const samples = hidden.length > 0 ? privateSpans(bytes, allTracks, samplesIn(boxes, size)) : [];
  return {
    type: tracks.some(({ handler }) => handler === 'vide') ? 'video/mp4' : 'audio/mp4',
    patches: [...patches, ...samples.flatMap(zeroed), ...(await xmpPatches(read, boxes, size))],
    hadPlace: found.hadPlace || hidden.some((track) => tellsPlace(bytes, track)),
  };
};
