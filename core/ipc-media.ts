import { z } from 'zod';
import { type AddedPicture, type Media, sha256Schema } from './document/media.ts';
import { call, none } from './ipc-call.ts';
import { cutSchema } from './pictures/cut.ts';
import { suggestedFields } from './pictures/suggestions.ts';
import { type AddedRecording, type ChosenRecording, maxPieceBytes } from './recordings/added-recording.ts';
import { leadPictureSchema } from './sources/source.ts';
import type { Result } from './trouble.ts';

/** The pictures of the library. */
export const mediaCalls = {
  /** Opens the system's file dialog; an empty list when it was cancelled. */
  choose: call<readonly Result<AddedPicture>[]>()(none),
  /** A dropped or pasted picture. Larger ones are refused before their bytes cross. */
  add: call<AddedPicture>()(z.object({ name: z.string().max(255), bytes: z.instanceof(Uint8Array) })),
  /**
   * A picture from an address; `fetching` is the id to cancel it by. `typed`: the writer typed it, so it may lead to this computer
   * or a private network. `page`: what the page that shows it says of it.
   */
  fetch: call<AddedPicture>()(
    z.object({
      fetching: z.uuid(),
      url: z.url({ protocol: /^https?$/ }).max(2048),
      typed: z.boolean().default(true),
      page: leadPictureSchema.omit({ url: true }).optional(),
    }),
  ),
  /** That fetching answers `media/cancelled`. */
  cancelFetch: call<void>()(z.object({ fetching: z.uuid() })),
  get: call<Media>()(z.object({ sha256: sha256Schema })),
  /** Makes a new picture of a part of one; that one stays. */
  cut: call<AddedPicture>()(z.object({ sha256: sha256Schema, cut: cutSchema })),
  /** The writer does not want what a picture suggests for a field; nobody is asked about it again. */
  dismissSuggestion: call<void>()(z.object({ sha256: sha256Schema, field: z.enum(suggestedFields) })),
  /** Takes back a picture that turned out to be unreadable and that no post uses. */
  discard: call<void>()(z.object({ sha256: sha256Schema })),
} as const;

/** Video and audio files on their way into the library. The window asks for piece after piece: so it can show how far they are, and stop. */
export const recordingCalls = {
  /** Opens the system's file dialog; null when it was cancelled. `taking` is the id of the file on its way. */
  choose: call<ChosenRecording | null>()(none),
  /** A dropped or pasted file, which the window sends in pieces. */
  begin: call<{ readonly taking: string }>()(z.object({ name: z.string().max(255), bytes: z.int().min(0) })),
  /** Takes the next piece, or without one copies a part of the chosen file; `whole` at its end. */
  take: call<{ readonly taken: number; readonly whole: boolean }>()(
    z.object({
      taking: z.uuid(),
      piece: z
        .instanceof(Uint8Array)
        .refine(({ length }) => length <= maxPieceBytes)
        .nullable(),
    }),
  ),
  /** Puts the file into the library; what it is, its bytes say. */
  finish: call<AddedRecording>()(z.object({ taking: z.uuid() })),
  /** Nothing of the file stays. What is still asked answers `media/cancelled`. */
  cancel: call<void>()(z.object({ taking: z.uuid() })),
} as const;
