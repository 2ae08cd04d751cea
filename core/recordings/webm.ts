import type { ByteReader, Reading } from './reading.ts';

/** How far into a file its tracks are looked for, in bytes; writers of WebM put them before any sound or picture. */
const searched = 1_000_000;

/** Elements of a hostile file that are looked at. */
const maxElements = 10_000;

// RFC 9559 (Matroska), 5.1; ids with their length bits.
const ids = { header: 0x1a45dfa3, docType: 0x4282, segment: 0x18538067, tracks: 0x1654ae6b, track: 0xae } as const;
const trackType = 0x83;
const videoTrack = 1;
const audioTrack = 2;

type Element = { readonly id: number; readonly from: number; readonly to: number };

/** A variable-length integer (RFC 8794, 4): how long it is stands in the zeros before its first bit. */
const integerAt = (
  bytes: Uint8Array,
  at: number,
): { readonly raw: number; readonly value: number; readonly length: number } | null => {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || at + length > bytes.length) return null;
  let raw = 0;
  for (let index = 0; index < length; index += 1) raw = raw * 256 + (bytes[at + index] ?? 0);
  return { raw, value: raw - 2 ** (7 * length), length };
};

/** The elements between two places. One of unknown size, as live recordings have, reaches to the end. */
function* elementsIn(bytes: Uint8Array, from: number, to: number): Generator<Element> {
  let at = from;
  for (let count = 0; at < to && count < maxElements; count += 1) {
    const id = integerAt(bytes, at);
    const size = id && integerAt(bytes, at + id.length);
    if (!id || !size) return;
    const start = at + id.length + size.length;
    const unknown = size.value === 2 ** (7 * size.length) - 1;
    const end = unknown ? to : Math.min(start + size.value, to);
    yield { id: id.raw, from: start, to: end };
    at = end;
  }
}

const find = (bytes: Uint8Array, within: Omit<Element, 'id'>, id: number): Element | undefined => {
  for (const element of elementsIn(bytes, within.from, within.to)) if (element.id === id) return element;
  return undefined;
};

/** Whether a file is Matroska or its part WebM. */
export const isMatroska = (bytes: Uint8Array): boolean => integerAt(bytes, 0)?.raw === ids.header;

/** Reads the beginning of a WebM file: whether it holds pictures or sound alone. Matroska at large is not played by browsers. */
export const readWebm = async (read: ByteReader): Promise<Reading> => {
  const bytes = await read(0, searched);
  const whole = { from: 0, to: bytes.length };
  const header = find(bytes, whole, ids.header);
  const docType = header && find(bytes, header, ids.docType);
  if (!docType) return null;
  const name = String.fromCharCode(...bytes.subarray(docType.from, Math.min(docType.to, docType.from + 16)));
  if (name.replace(/\0+$/, '') !== 'webm') return { unplayable: 'Matroska (MKV)' };
  const segment = find(bytes, whole, ids.segment);
  const tracks = segment && find(bytes, segment, ids.tracks);
  if (!tracks) return null;
  const types = [...elementsIn(bytes, tracks.from, tracks.to)]
    .filter(({ id }) => id === ids.track)
    .map((track) => bytes[find(bytes, track, trackType)?.from ?? bytes.length]);
  if (types.includes(videoTrack)) return { type: 'video/webm', patches: [], hadPlace: false };
  return types.includes(audioTrack) ? { type: 'audio/webm', patches: [], hadPlace: false } : null;
};
