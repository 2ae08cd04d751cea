import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

export type PictureOptions = {
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Red, green and blue of its upper left corner, 0 to 255; it fades to white. */
  readonly colour?: readonly [number, number, number];
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

/** A PNG of 8-bit colours (https://www.w3.org/TR/png-3/): every size and colour is a picture of its own. */
export const png = ({ width = 640, height = 400, colour = [30, 90, 140] }: PictureOptions = {}): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fade = (x / width + y / height) / 2;
      const at = y * (1 + width * 3) + 1 + x * 3;
      for (const [part, full] of colour.entries()) rows[at + part] = Math.round(full + (255 - full) * fade);
    }
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Puts a picture file into a folder, as a camera or a download would; answers its path. */
export const writePicture = async (folder: string, name: string, options?: PictureOptions): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, png(options));
  return path;
};
