import { type AddedPicture, isPicture, type PictureType, type Sha256 } from '../../../core/document/media.ts';
import { isMoving, mayMove } from '../../../core/pictures/animation.ts';
import { withWordsOf } from '../../../core/pictures/clean-picture.ts';
import { type Cut, isInside } from '../../../core/pictures/cut.ts';
import { type Draw, type DrawnType, isDrawable } from '../../../core/pictures/drawing.ts';
import { failed, type Result } from '../../../core/trouble.ts';
import type { LibraryClient } from '../library/library.ts';

type Needs = {
  readonly rows: Pick<LibraryClient['media'], 'get'>;
  /** The bytes of a picture of the library. */
  readonly read: (sha256: Sha256) => Promise<Result<Uint8Array>>;
  readonly add: (name: string, bytes: Uint8Array) => Promise<Result<AddedPicture>>;
  readonly draw: Draw;
};

/** A cut picture may be cut again and made smaller for a blog, so little is lost here; percent. */
const quality = 95;

const drawnTypes: Readonly<Record<PictureType, DrawnType>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/gif': 'image/png',
  'image/webp': 'image/webp',
  'image/avif': 'image/webp',
};

/**
 * Makes a new picture of a part of another one, with its words; the other one stays. `media/moves` for one that moves, which
 * would stop; `media/not-made` when it could not be drawn.
 */
export const makePictureCutter =
  ({ rows, read, add, draw }: Needs) =>
  async (sha256: Sha256, cut: Cut): Promise<Result<AddedPicture>> => {
    const row = await rows.get({ sha256 });
    if (!row.ok) return row;
    if (!isPicture(row.value)) return failed('app/bad-request', { detail: 'It is no picture' });
    const { type, name, ...size } = row.value;
    if (!isInside(cut, size)) return failed('app/bad-request', { detail: 'The cut lies outside of the picture' });
    const original = await read(sha256);
    if (!original.ok) return original;
    if (mayMove(type) && isMoving(original.value, type)) return failed('media/moves', { params: { name } });
    if (!isDrawable(size)) return failed('media/not-made', { params: { name }, detail: 'Too many pixels' });
    const { width, height } = cut;
    const drawnType = drawnTypes[type];
    const drawn = await draw({ sha256, type: drawnType, quality, cut, width, height });
    if (!drawn.ok) return { ok: false, error: { ...drawn.error, params: { name } } };
    const bytes = withWordsOf({ bytes: drawn.value, type: drawnType }, { bytes: original.value, type });
    return bytes ? add(name, bytes) : failed('media/corrupt', { params: { name } });
  };
