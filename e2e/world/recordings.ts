import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A film of two seconds with sound, 160 × 90 (`recordings/make.ts` made it): H.264 and Opus, or VP8 and Opus. */
export const film = (name: 'cranes.mp4' | 'cranes.webm'): string => join(import.meta.dirname, 'recordings', name);

/** A WAV file of silence: one channel of 8 bits, 8,000 samples a second. */
const wav = (seconds: number): Buffer => {
  const header = Buffer.alloc(44);
  const samples = Buffer.alloc(8000 * seconds, 128);
  header.write('RIFF');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
};

/** Writes a WAV file of so many seconds of silence, and says where. */
export const writeSilence = async (folder: string, name: string, seconds: number): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, wav(seconds));
  return file;
};

/** A WAV file as long as a large film: what follows its first second takes no room on the disk. */
export const writeLongFile = async (folder: string, name: string, bytes: number): Promise<string> => {
  const file = await writeSilence(folder, name, 1);
  await truncate(file, bytes);
  return file;
};
