import { type Box, boxesIn, find, fourCc } from './boxes.ts';
import { type Span, spansWithout } from './spans.ts';

/** A track of a film: what its handler says it is for (ISO/IEC 14496-12, 8.4.3), and how its samples are coded. */
export type Track = { readonly box: Box; readonly handler: string; readonly coding: string };

const samplesOf = (bytes: Uint8Array, track: Box): Box | undefined => find(bytes, track, 'mdia', 'minf', 'stbl');

const trackOf = (bytes: Uint8Array, box: Box): readonly Track[] => {
  const handler = find(bytes, box, 'mdia', 'hdlr');
  const table = samplesOf(bytes, box);
  const descriptions = table && find(bytes, table, 'stsd');
  if (!handler || !descriptions) return [];
  // Version and flags come first in both, then a number and the name of what follows it.
  return [{ box, handler: fourCc(bytes, handler.from + 8), coding: fourCc(bytes, descriptions.from + 12) }];
};

/** The tracks of the description of a film, those left out that say nothing of themselves. */
export const tracksIn = (bytes: Uint8Array, moov: Box): readonly Track[] =>
  boxesIn(bytes, moov.from, moov.to)
    .filter(({ type }) => type === 'trak')
    .flatMap((box) => trackOf(bytes, box));

/**
 * Codings of tracks that tell from second to second where a film was taken: GoPro's GPMF, the Camera Motion Metadata of
 * Android, and what DJI and Sony write.
 */
const placeCodings: readonly string[] = ['gpmd', 'camm', 'djmd', 'rtmd'];

/** Whether a track tells what no reader of a post is to know: timed metadata of any kind, which no browser shows. */
export const isPrivateTrack = ({ handler, coding }: Track): boolean =>
  handler === 'meta' || placeCodings.includes(coding);

/** Whether it tells a place; Apple's boxed metadata (`mebx`) lists the names of what it holds beside its coding. */
export const tellsPlace = (bytes: Uint8Array, { box, coding }: Track): boolean => {
  if (placeCodings.includes(coding)) return true;
  const table = samplesOf(bytes, box);
  const descriptions = table && find(bytes, table, 'stsd');
  if (coding !== 'mebx' || !descriptions) return false;
  return /location/i.test(
    String.fromCharCode(...bytes.subarray(descriptions.from, descriptions.to).subarray(0, 10_000)),
  );
};

/** Chunks of a track of a hostile film that are followed; a film of hours has some hundred thousand. */
const maxChunks = 1_000_000;

/** A table of four-byte numbers: its rows, as many as fit into its box, and the number in a column of a row. */
type Table = { readonly rows: number; readonly number: (row: number, column: number) => number };

const noTable: Table = { rows: 0, number: () => 0 };

/** The table in a box whose header, the number of rows last, has so many bytes. */
const tableIn = (bytes: Uint8Array, box: Box | undefined, header: number, columns: number): Table => {
  if (!box || box.to - box.from < header) return noTable;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = box.from + header;
  const rows = Math.min(view.getUint32(first - 4), Math.floor((box.to - first) / (4 * columns)));
  return { rows, number: (row, column) => (row < rows ? view.getUint32(first + 4 * (row * columns + column)) : 0) };
};

/** The bytes that so many samples from one on have; null for tables of another kind (`stz2`), which films seldom have. */
const sampleSizes = (bytes: Uint8Array, samples: Box): ((first: number, count: number) => number) | null => {
  const box = find(bytes, samples, 'stsz');
  if (!box || box.to - box.from < 12) return null;
  const shared = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(box.from + 4);
  const own = tableIn(bytes, box, 12, 1);
  return (first, count) => {
    if (shared > 0) return shared * count;
    let size = 0;
    for (let sample = first; sample < Math.min(first + count, own.rows); sample += 1) size += own.number(sample, 0);
    return size;
  };
};

const chunkPlaces = (
  bytes: Uint8Array,
  samples: Box,
): { readonly count: number; readonly at: (chunk: number) => number } => {
  const far = find(bytes, samples, 'co64');
  const table = far ? tableIn(bytes, far, 8, 2) : tableIn(bytes, find(bytes, samples, 'stco'), 8, 1);
  const at = (chunk: number): number =>
    far ? table.number(chunk, 0) * 2 ** 32 + table.number(chunk, 1) : table.number(chunk, 0);
  return { count: table.rows, at };
};

/** Where in the file the samples of a track lie, chunk by chunk (ISO/IEC 14496-12, 8.7); null where that cannot be followed. */
const spansOf = (bytes: Uint8Array, { box }: Track): readonly Span[] | null => {
  const samples = samplesOf(bytes, box);
  const sizeOf = samples && sampleSizes(bytes, samples);
  const chunks = samples && chunkPlaces(bytes, samples);
  if (!samples || !sizeOf || !chunks || chunks.count > maxChunks) return null;
  const runs = tableIn(bytes, find(bytes, samples, 'stsc'), 8, 3);
  const spans: Span[] = [];
  let run = 0;
  let sample = 0;
  for (let chunk = 0; chunk < chunks.count; chunk += 1) {
    while (run + 1 < runs.rows && runs.number(run + 1, 0) <= chunk + 1) run += 1;
    const from = chunks.at(chunk);
    const count = runs.number(run, 1);
    spans.push({ from, to: from + sizeOf(sample, count) });
    sample += count;
  }
  return spans;
};

/**
 * Where in the file the samples of private tracks lie and nothing else: neither a sample of a track that stays nor anything outside
 * of `samples`, the film's boxes for them. Empty where the places of what stays cannot be followed.
 */
export const privateSpans = (
  bytes: Uint8Array,
  tracks: readonly Track[],
  samples: readonly Span[],
): readonly Span[] => {
  const kept = tracks.filter((track) => !isPrivateTrack(track)).map((track) => spansOf(bytes, track));
  if (kept.some((spans) => spans === null)) return [];
  const taken = tracks.filter(isPrivateTrack).flatMap((track) => spansOf(bytes, track) ?? []);
  const outside = spansWithout([{ from: 0, to: Number.MAX_SAFE_INTEGER }], samples);
  return spansWithout(taken, [...kept.flatMap((spans) => spans ?? []), ...outside]);
};
