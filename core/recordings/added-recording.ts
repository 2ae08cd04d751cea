import type { AddedPicture } from '../document/media.ts';
import type { RecordingKind } from '../document/nodes/recording/schema.ts';

/** A video or audio file that was just taken in, whether the place where it was taken was removed from it, and its player. */
export type AddedRecording = AddedPicture & { readonly kind: RecordingKind };

/** A chosen file that is ready to be copied: the id of its way into the library, its name, and its size in bytes. */
export type ChosenRecording = { readonly taking: string; readonly name: string; readonly bytes: number };

/** The largest piece of a file that crosses from the window at once, in bytes. */
export const maxPieceBytes = 4_000_000;
