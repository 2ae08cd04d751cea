import { z } from 'zod';
import type { Suggestion } from '../pictures/suggestions.ts';
import { recordingTypes } from '../recordings/recording-types.ts';
import type { TroubleCode } from '../trouble.ts';

const sha256Pattern = /^[0-9a-f]{64}$/;

export const sha256Schema = z.string().regex(sha256Pattern).brand<'Sha256'>();
/** SHA-256 of a media file's bytes in lower-case hex: its name in the library. */
export type Sha256 = z.infer<typeof sha256Schema>;

/** The same check without the schema, for the window: a validator would only cost it launch time. */
export const isSha256 = (value: unknown): value is Sha256 => typeof value === 'string' && sha256Pattern.test(value);

/** Picture types that are taken in. SVG is not among them: it can carry script, and WordPress refuses it. */
export const pictureTypes = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
} as const;
export type PictureType = keyof typeof pictureTypes;

/** Everything that the library keeps as a file of its own, with the ending of its name. */
export const mediaTypes = { ...pictureTypes, ...recordingTypes } as const;
export type MediaType = keyof typeof mediaTypes;

/**
 * Why a file that calls itself so is not taken in; null for what may be a picture. Asked before its bytes are read, which
 * have the last word.
 */
export const refusalOf = ({ type, name }: { readonly type: string; readonly name: string }): TroubleCode | null => {
  if (Object.hasOwn(pictureTypes, type)) return null;
  if (/^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name)) return 'media/heic';
  return type === 'image/svg+xml' ? 'media/svg' : 'media/not-a-picture';
};

/** The largest picture that is taken in, in bytes (50 MB): browsers and blogs choke on more. */
export const maxPictureBytes = 50_000_000;

/** A picture, video or audio file in the library. Width and height are a picture's pixels; 0 for the others. */
export type Media = {
  readonly sha256: Sha256;
  readonly type: MediaType;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  /** The name of the file it was copied from, without its folder. */
  readonly name: string;
  /** What its metadata says for the fields of a figure, the best of each field first; without what the writer dismissed. */
  readonly suggestions: readonly Suggestion[];
};

/** A file of the library that is a picture. */
export type PictureMedia = Media & { readonly type: PictureType };

/** Whether a file of the library is a picture. */
export const isPicture = (media: Media): media is PictureMedia => Object.hasOwn(pictureTypes, media.type);

/** A picture or recording that was just taken in, and whether the place where it was taken was removed from it. */
export type AddedPicture = Media & { readonly placeRemoved: boolean };

/** The address under which the window plays a video or audio file of the library. */
export const recordingAddress = (sha256: string): string => `recording://library/${sha256}`;

/** The address under which the window shows a picture of the library. */
export const mediaAddress = (sha256: string): string => `media://library/${sha256}`;
