import type { Cut } from '../../core/pictures/cut.ts';
import type { Drawing } from '../../core/pictures/drawing.ts';

type Surface = { readonly canvas: OffscreenCanvas; readonly context: OffscreenCanvasRenderingContext2D };

const surface = (width: number, height: number): Surface => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error(`No canvas of ${width} × ${height}`);
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
};

/** The part of an upright picture that a cut says, in its own pixels. */
const cutOut = (picture: ImageBitmap, { mirrored, turn, x, y, width, height }: Cut): OffscreenCanvas => {
  const { canvas, context } = surface(width, height);
  const lies = turn === 90 || turn === 270;
  const [turnedWidth, turnedHeight] = lies ? [picture.height, picture.width] : [picture.width, picture.height];
  // Read from the last line up: around its own middle the picture is mirrored, then turned, then put in its place.
  context.translate(turnedWidth / 2 - x, turnedHeight / 2 - y);
  context.rotate((turn * Math.PI) / 180);
  context.scale(mirrored ? -1 : 1, 1);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
  return canvas;
};

/**
 * The picture in another size. No step takes less than half of the one before, so that every pixel counts. `createImageBitmap`
 * can resize too, but in Chromium 130 it moves pictures that Exif turns.
 */
const scaled = (picture: ImageBitmap | OffscreenCanvas, width: number, height: number): OffscreenCanvas => {
  const next = (from: number, to: number): number => Math.max(to, Math.ceil(from / 2));
  const { canvas, context } = surface(next(picture.width, width), next(picture.height, height));
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.width === width && canvas.height === height ? canvas : scaled(canvas, width, height);
};

/**
 * Draws a picture anew from the one at an address. The engine turns it upright and brings its colours to sRGB. Throws where it
 * cannot be decoded whole.
 */
export const drawPicture = async (
  address: string,
  { type, quality, cut, width, height }: Omit<Drawing, 'sha256'>,
): Promise<Uint8Array> => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The picture: ${answer.status}`);
  const whole = await createImageBitmap(await answer.blob());
  const drawn = scaled(cut ? cutOut(whole, cut) : whole, width, height);
  const blob = await drawn.convertToBlob({ type, quality: quality / 100 });
  if (blob.type !== type) throw new Error(`It became ${blob.type}`);
  return new Uint8Array(await blob.arrayBuffer());
};
