import type { Media } from '../../../core/document/media.ts';
import { cleanPicture } from '../../../core/pictures/clean-picture.ts';
import { suggestionsOf } from '../../../core/pictures/suggestions.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import { pictureSizeOf } from './picture-size.ts';
import { pictureTypeOf, refusedFormatOf } from './picture-type.ts';

/** A picture as it goes into the library: its facts, its bytes without what tells of place and device, and whether a place was there. */
export type ReadPicture = {
  readonly facts: Omit<Media, 'sha256'>;
  readonly bytes: Uint8Array;
  readonly hadPlace: boolean;
};

/**
 * What a picture file is, from its bytes alone, which may be hostile; nothing is decoded. `name` is for people. Answers
 * `media/heic`, `media/svg`, `media/not-a-picture` or `media/corrupt`.
 */
export const readPicture = (name: string, given: Uint8Array): Result<ReadPicture> => {
  const type = pictureTypeOf(given);
  if (!type) return failed(refusedFormatOf(given) ?? 'media/not-a-picture', { params: { name } });
  const size = pictureSizeOf(given, type);
  if (!size.ok) return { ok: false, error: { ...size.error, params: { name } } };
  const cleaned = cleanPicture(given, type);
  if (!cleaned) return failed('media/corrupt', { params: { name }, detail: 'Its parts cannot be followed' });
  const { bytes, metadata } = cleaned;
  const facts = { type, bytes: bytes.length, ...size.value, name, suggestions: suggestionsOf(metadata) };
  return ok({ facts, bytes, hadPlace: metadata.hasPlace });
};
