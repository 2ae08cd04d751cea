import { join, joinAll, latin, latinAt, limitParts, numbersOf, uint16 } from './bytes.ts';
import { iptcInResources, resourcesOf } from './iptc.ts';
import { type MetadataBlocks, noWords } from './metadata.ts';

const exifSign = 'Exif\0\0';
const xmpSign = 'http://ns.adobe.com/xap/1.0/\0';
const photoshopSign = 'Photoshop 3.0\0';

/** One marker segment; `data` is without marker and length. */
type Segment = { readonly marker: number; readonly data: Uint8Array };

type Jpeg = {
  /** What stands before the first scan. */
  readonly segments: readonly Segment[];
  /** The scans with the tables between them, up to the end of the picture. */
  readonly scans: Uint8Array;
};

const startOfScan = 0xda;
const endOfImage = 0xd9;

/** Markers without a length: restarts, TEM and the start of an image. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Where the next marker is that is no restart in a scan; the end of the bytes when there is none. */
const nextMarker = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !standsAlone(marker)) return at;
  }
  return bytes.length;
};

/** Where the scans end. What lies behind, other pictures and films of the same moment, is no part of this one. */
const endOfScans = (bytes: Uint8Array, from: number): number => {
  let at = from;
  while (at + 4 <= bytes.length && bytes[at + 1] !== endOfImage) {
    at = nextMarker(bytes, at + 2 + numbersOf(bytes).getUint16(at + 2));
  }
  return Math.min(bytes.length, at + 2);
};

/** Parts a file (ITU-T T.81, annex B). What is cut off ends it; stray bytes between segments are skipped, as decoders do. */
const partsOf = (bytes: Uint8Array): Jpeg => {
  const segments: Segment[] = [];
  let at = nextMarker(bytes, 2);
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === startOfScan) return { segments, scans: bytes.subarray(at, endOfScans(bytes, at)) };
    if (marker === endOfImage) break;
    const end = at + 2 + numbersOf(bytes).getUint16(at + 2);
    limitParts(segments.length);
    segments.push({ marker, data: bytes.subarray(at + 4, Math.max(at + 4, end)) });
    at = nextMarker(bytes, Math.max(at + 4, end));
  }
  return { segments, scans: bytes.subarray(0, 0) };
};

const app = (number: number): number => 0xe0 + number;

const signed = (segments: readonly Segment[], marker: number, sign: string): readonly Uint8Array[] =>
  segments
    .filter((each) => each.marker === marker && latinAt(each.data, 0, sign.length) === sign)
    .map(({ data }) => data.subarray(sign.length));

/** The metadata of a JPEG. Of several blocks of a kind the first counts. */
export const jpegBlocks = (bytes: Uint8Array): MetadataBlocks => {
  const { segments } = partsOf(bytes);
  const [exif = null] = signed(segments, app(1), exifSign);
  const [xmp = null] = signed(segments, app(1), xmpSign);
  return { exif, xmp, iptc: iptcInResources(joinAll(signed(segments, app(13), photoshopSign))), text: noWords };
};

const isApp = ({ marker }: Segment): boolean => marker >= app(0) && marker <= app(15);
const comment = 0xfe;

/** Application segments that say how the pixels are to be read; all others are about something else. */
const pixelSigns: readonly (readonly [number, string])[] = [
  [app(0), 'JFIF\0'],
  [app(2), 'ICC_PROFILE\0'],
  [app(14), 'Adobe'],
];

const isOfPixels = (segment: Segment): boolean =>
  isApp(segment)
    ? pixelSigns.some(([marker, sign]) => segment.marker === marker && latinAt(segment.data, 0, sign.length) === sign)
    : segment.marker !== comment;

/** Length of a JFIF segment without its small picture of the picture. */
const plainJfif = 14;

const withoutThumbnail = (segment: Segment): Segment =>
  segment.marker === app(0) && segment.data.length > plainJfif
    ? { ...segment, data: join(segment.data.subarray(0, plainJfif - 2), Uint8Array.of(0, 0)) }
    : segment;

const bytesOf = ({ marker, data }: Segment): Uint8Array =>
  join(Uint8Array.of(0xff, marker), uint16(data.length + 2), data);

/** The longest content of a segment, in bytes. */
const longest = 65_533;

const metadataSegments = ({ exif, xmp, iptc }: MetadataBlocks): readonly Segment[] =>
  [
    ...(exif ? [{ marker: app(1), data: join(latin(exifSign), exif) }] : []),
    ...(xmp ? [{ marker: app(1), data: join(latin(xmpSign), xmp) }] : []),
    ...(iptc ? [{ marker: app(13), data: join(latin(photoshopSign), resourcesOf(iptc)) }] : []),
  ].filter(({ data }) => data.length <= longest);

/** The same pixels with this metadata and no other. */
export const jpegWith = (bytes: Uint8Array, blocks: MetadataBlocks): Uint8Array => {
  const { segments, scans } = partsOf(bytes);
  const kept = segments.filter(isOfPixels).map(withoutThumbnail);
  const isJfif = ({ marker }: Segment): boolean => marker === app(0);
  const ordered = [...kept.filter(isJfif), ...metadataSegments(blocks), ...kept.filter((each) => !isJfif(each))];
  return joinAll([Uint8Array.of(0xff, 0xd8), ...ordered.map(bytesOf), scans]);
};
