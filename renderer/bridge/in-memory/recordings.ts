import { sha256Schema } from '../../../core/document/media.ts';
import type { Client } from '../../../core/ipc.ts';
import { maxPieceBytes } from '../../../core/recordings/added-recording.ts';
import { readRecording } from '../../../core/recordings/recording.ts';
import { maxRecordingBytes, recordingKindOf, recordingTypes } from '../../../core/recordings/recording-types.ts';
import { failed, ok } from '../../../core/trouble.ts';
import { hex, type inMemoryMedia } from './media.ts';

type Taking = {
  readonly name: string;
  readonly file: File | null;
  pieces: readonly Uint8Array<ArrayBuffer>[];
  taken: number;
};

const pickFile = (): Promise<File | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = Object.keys(recordingTypes).join(',');
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });

const joined = async (pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Blob([...pieces]).arrayBuffer());

/** Video and audio files on their way into the media store in memory: a plain browser has no other place for them. */
export const inMemoryRecordings = (media: ReturnType<typeof inMemoryMedia>): Client['recordings'] => {
  const underWay = new Map<string, Taking>();
  const begin = (name: string, file: File | null): string => {
    const id = crypto.randomUUID();
    underWay.set(id, { name, file, pieces: [], taken: 0 });
    return id;
  };
  return {
    choose: async () => {
      const file = await pickFile();
      if (!file) return ok(null);
      const { name, size } = file;
      if (size > maxRecordingBytes) return failed('media/recording-too-large', { params: { name } });
      return ok({ taking: begin(name, file), name, bytes: size });
    },
    begin: ({ name, bytes }) =>
      Promise.resolve(
        bytes > maxRecordingBytes
          ? failed('media/recording-too-large', { params: { name } })
          : ok({ taking: begin(name, null) }),
      ),
    take: async ({ taking, piece }) => {
      const it = underWay.get(taking);
      if (!it) return failed('media/cancelled');
      const part = it.file?.slice(it.taken, it.taken + maxPieceBytes);
      const next = Uint8Array.from(piece ?? new Uint8Array((await part?.arrayBuffer()) ?? []));
      it.pieces = [...it.pieces, next];
      it.taken += next.length;
      return ok({ taken: it.taken, whole: piece === null && next.length < maxPieceBytes });
    },
    finish: async ({ taking }) => {
      const it = underWay.get(taking);
      if (!it) return failed('media/cancelled');
      underWay.delete(taking);
      const bytes = await joined(it.pieces);
      const read = await readRecording(async (from, length) => bytes.subarray(from, from + length), bytes.length);
      const { name } = it;
      if (!read.ok) return { ok: false, error: { ...read.error, params: { ...read.error.params, name } } };
      const { type, patches, hadPlace } = read.value;
      for (const patch of patches) bytes.set(patch.bytes, patch.at);
      const sha256 = sha256Schema.parse(hex(await crypto.subtle.digest('SHA-256', bytes)));
      const facts = { sha256, type, bytes: bytes.length, width: 0, height: 0, name, suggestions: [] };
      return ok({ ...media.hold(facts, bytes), placeRemoved: hadPlace, kind: recordingKindOf(type) });
    },
    cancel: ({ taking }) => {
      underWay.delete(taking);
      return Promise.resolve(ok(undefined));
    },
  };
};
