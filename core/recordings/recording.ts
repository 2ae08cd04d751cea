import { failed, ok, type Result } from '../trouble.ts';
import { isMp4, readMp4 } from './mp4.ts';
import { isPlayableOgg } from './ogg.ts';
import type { ByteReader, Reading, Recording } from './reading.ts';
import type { RecordingType } from './recording-types.ts';
import { unplayableFormatOf } from './unplayable.ts';
import { isMatroska, readWebm } from './webm.ts';

/** Bytes that tell what a file is. */
const head = 64;

const bare = (type: RecordingType): Recording => ({ type, patches: [], hadPlace: false });

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** The first header of an MPEG audio frame (ISO/IEC 11172-3, 2.4.1.3) of layer III. */
const isMp3Frame = (bytes: Uint8Array, at: number): boolean => {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2);
  return first === 0xff && (second & 0xe6) === 0xe2;
};

/** An ID3 tag names its own size in seven bits a byte (https://id3.org/id3v2.4.0-structure); sound follows it. */
const afterTag = (bytes: Uint8Array): number => {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, 10);
  return 10 + ((a << 21) | (b << 14) | (c << 7) | d);
};

const isMp3 = async (bytes: Uint8Array, read: ByteReader): Promise<boolean> =>
  ascii(bytes, 0, 3) === 'ID3' ? isMp3Frame(await read(afterTag(bytes), 4), 0) : isMp3Frame(bytes, 0);

const readingOf = async (read: ByteReader, size: number): Promise<Reading | undefined> => {
  const bytes = await read(0, head);
  if (isMp4(bytes)) return readMp4(read, size);
  if (isMatroska(bytes)) return readWebm(read);
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WAVE') return bare('audio/wav');
  if (ascii(bytes, 0, 4) === 'OggS') return isPlayableOgg(bytes) ? bare('audio/ogg') : { unplayable: 'Ogg' };
  if (await isMp3(bytes, read)) return bare('audio/mpeg');
  const unplayable = unplayableFormatOf(bytes);
  return unplayable === null ? undefined : { unplayable };
};

/**
 * What a video or audio file is, from its bytes alone, which may be hostile; nothing is decoded. `media/not-a-recording`,
 * `media/unplayable` with the name of the format, `media/recording-corrupt`.
 */
export const readRecording = async (read: ByteReader, size: number): Promise<Result<Recording>> => {
  const reading = await readingOf(read, size);
  if (reading === undefined) return failed('media/not-a-recording');
  if (reading === null) return failed('media/recording-corrupt');
  return 'unplayable' in reading ? failed('media/unplayable', { params: { format: reading.unplayable } }) : ok(reading);
};
