import type { RecordingType } from './recording-types.ts';

/** Reads at most `length` bytes of a file from `from` on; fewer where it ends. */
export type ByteReader = (from: number, length: number) => Promise<Uint8Array>;

/** Bytes that take the place of as many others in a file. */
export type Patch = { readonly at: number; readonly bytes: Uint8Array };

/** What a video or audio file is, and what is overwritten in the library's copy so that it tells nothing of place and device. */
export type Recording = {
  readonly type: RecordingType;
  readonly patches: readonly Patch[];
  readonly hadPlace: boolean;
};

/** What the parser of one container found: a recording, the name of what browsers cannot play, or a damaged file. */
export type Reading = Recording | { readonly unplayable: string } | null;
