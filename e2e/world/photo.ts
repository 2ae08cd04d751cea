import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';

const press = resolve(import.meta.dirname, '..', '..', 'core', 'pictures', 'fixtures', 'press.jpg');

/** The metadata segments of a press picture: credit and owner, and a place and a device that nobody is to learn. */
const pressSegments = async (orientation: number): Promise<Buffer> => {
  const bytes = await readFile(press);
  const segments: Buffer[] = [];
  for (let at = 2; bytes[at + 1] !== 0xdb; at += 2 + bytes.readUInt16BE(at + 2)) {
    const isApp = bytes[at + 1] === 0xe1 || bytes[at + 1] === 0xed;
    if (isApp) segments.push(bytes.subarray(at, at + 2 + bytes.readUInt16BE(at + 2)));
  }
  const metadata = Buffer.concat(segments);
  metadata.writeUInt16BE(orientation, metadata.indexOf(Buffer.from('01120003000000010001', 'hex')) + 8);
  return metadata;
};

/**
 * A photo of 3000 × 2000 pixels as a camera that was held upright writes it: lying, to be turned by 90°. It is then 2000 × 3000
 * with red above and blue below, and carries the metadata of a press picture. Any browser page draws it.
 */
export const uprightPhoto = async (page: Page): Promise<Buffer> => {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 3000;
    canvas.height = 2000;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas');
    context.fillStyle = '#c00000';
    context.fillRect(0, 0, 1500, 2000);
    context.fillStyle = '#0000c0';
    context.fillRect(1500, 0, 1500, 2000);
    return canvas.toDataURL('image/jpeg', 0.95);
  });
  const jpeg = Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), await pressSegments(6), jpeg.subarray(2)]);
};

/** The colours, each as red, green and blue, at places of a picture that are given as parts of its width and height. */
export const coloursAt = (
  page: Page,
  { bytes, type }: { readonly bytes: Buffer; readonly type: string },
  places: readonly (readonly [number, number])[],
): Promise<number[][]> =>
  page.evaluate(
    async ([address, at]) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('No canvas');
      context.drawImage(image, 0, 0);
      return at.map(([x, y]) => [
        ...context.getImageData(Math.floor(canvas.width * x), Math.floor(canvas.height * y), 1, 1).data.slice(0, 3),
      ]);
    },
    [`data:${type};base64,${bytes.toString('base64')}`, places] as const,
  );

/**
 * A photo of one colour, given as Display P3 from 0 to 1, 3000 × 2000 pixels, with the profile that says so: what a phone writes. Null
 * where the browser cannot draw one.
 */
export const wideGamutPhoto = async (page: Page, colour: readonly [number, number, number]): Promise<Buffer | null> => {
  const drawn = await page.evaluate(([red, green, blue]) => {
    const canvas = document.createElement('canvas');
    canvas.width = 3000;
    canvas.height = 2000;
    const context = canvas.getContext('2d', { colorSpace: 'display-p3' });
    if (!context) throw new Error('No canvas');
    context.fillStyle = `color(display-p3 ${red} ${green} ${blue})`;
    context.fillRect(0, 0, 3000, 2000);
    return canvas.toDataURL('image/jpeg', 0.95);
  }, colour);
  const jpeg = Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64');
  return jpeg.includes('ICC_PROFILE') ? jpeg : null;
};

/** The same colour in sRGB, 0 to 255 (CSS Color 4, "Sample code for Color Conversions"). */
export const srgbOfP3 = (colour: readonly [number, number, number]): readonly number[] => {
  const [red = 0, green = 0, blue = 0] = colour.map((it) =>
    it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4,
  );
  return [
    1.2249401762805598 * red - 0.2249401762805598 * green,
    -0.0420569547096881 * red + 1.0420569547096881 * green,
    -0.0196375545903344 * red - 0.0786360455506319 * green + 1.0982736001409663 * blue,
  ].map((it) => 255 * (it <= 0.0031308 ? it * 12.92 : 1.055 * it ** (1 / 2.4) - 0.055));
};
