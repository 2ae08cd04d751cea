import { isPicture, type MediaType, type PictureMedia, type Sha256 } from '../../../core/document/media.ts';
import type { OutgoingFile } from '../../../core/outbox/perform.ts';
import { isMoving, mayMove } from '../../../core/pictures/animation.ts';
import { cleanPicture, withWordsOf } from '../../../core/pictures/clean-picture.ts';
import type { Draw, DrawnType } from '../../../core/pictures/drawing.ts';
import { type PictureLimits, type PicturePlan, planPicture, type Size } from '../../../core/pictures/limits.ts';
import type { BlogId } from '../../../core/publishing/blog.ts';
import type { ByteSource } from '../../../core/publishing/byte-source.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { LibraryClient } from '../library/library.ts';

/** A file as a blog gets it, and what it is by then: `isMade` for a picture that is made smaller. A recording has no size. */
export type Outgoing = OutgoingFile & Size & { readonly type: MediaType; readonly isMade: boolean };

/**
 * What a blog gets of the library's files. Answers `media/missing`, `media/corrupt` or `media/not-made`; an abort ends the making
 * of a smaller picture with `media/cancelled`.
 */
export type OutgoingFiles = (sha256: Sha256, blogId: BlogId, signal?: AbortSignal) => Promise<Result<Outgoing>>;

type Needs = {
  readonly rows: Pick<LibraryClient['media'], 'get'>;
  /** The bytes of a picture of the library. */
  readonly read: (sha256: Sha256) => Promise<Result<Uint8Array>>;
  /** The bytes of a video or audio file, proved by their hash and read as they are sent. */
  readonly source: (sha256: Sha256) => Promise<Result<ByteSource>>;
  readonly limitsOf: (blogId: BlogId) => PictureLimits;
  readonly draw: Draw;
};

/** What left the computer before pictures were cleaned as they came in is cleaned on its way out. */
const cleaned = ({ type, name }: PictureMedia, bytes: Uint8Array): Result<Uint8Array> => {
  const clean = cleanPicture(bytes, type);
  return clean
    ? ok(clean.bytes)
    : failed('media/corrupt', { params: { name }, detail: 'Its parts cannot be followed' });
};

/**
 * The library's files as a blog gets them: recordings as they are, pictures within the blog's limits. The size is known at once, so that the preview can say it; the smaller
 * picture is made when its bytes are asked for, and is not kept: the blog has it then.
 */
export const makeOutgoingFiles =
  ({ rows, read, source, limitsOf, draw }: Needs): OutgoingFiles =>
  async (sha256, blogId, signal) => {
    const row = await rows.get({ sha256 });
    if (!row.ok) return row;
    const media = row.value;
    if (!isPicture(media)) {
      const { type, name } = media;
      return ok({ type, name, width: 0, height: 0, isMade: false, read: () => source(sha256) });
    }
    const limits = limitsOf(blogId);
    // Only the bytes tell whether a picture moves; they are read only where it matters.
    const larger = planPicture(media, limits, false).isMade;
    const bytes = larger && mayMove(media.type) ? await read(sha256) : null;
    if (bytes && !bytes.ok) return bytes;
    const plan = planPicture(media, limits, bytes !== null && isMoving(bytes.value, media.type));
    return ok({
      ...plan,
      name: media.name,
      read: async () => {
        const original = await read(sha256);
        if (!original.ok) return original;
        if (!plan.isMade) return cleaned(media, original.value);
        return made(media, original.value, plan, limits.quality, (drawing) => draw(drawing, signal));
      },
    });
  };

const made = async (
  { sha256, type, name }: PictureMedia,
  original: Uint8Array,
  plan: PicturePlan,
  quality: number,
  draw: Draw,
): Promise<Result<Uint8Array>> => {
  const { width, height } = plan;
  const drawnType = plan.type as DrawnType;
  const drawn = await draw({ sha256, type: drawnType, quality, cut: null, width, height });
  if (!drawn.ok) return { ok: false, error: { ...drawn.error, params: { name } } };
  const bytes = withWordsOf({ bytes: drawn.value, type: drawnType }, { bytes: original, type });
  return bytes ? ok(bytes) : failed('media/corrupt', { params: { name }, detail: 'Its parts cannot be followed' });
};
