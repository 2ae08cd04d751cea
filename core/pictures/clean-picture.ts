import type { PictureType } from '../document/media.ts';
import { avifBlocks, avifWith } from './avif.ts';
import { unlessCut } from './bytes.ts';
import { readExif, writeExif } from './exif.ts';
import { gifBlocks, gifWith } from './gif.ts';
import { readIptc, writeIptc } from './iptc.ts';
import { jpegBlocks, jpegWith } from './jpeg.ts';
import { type Metadata, type MetadataBlocks, noWords } from './metadata.ts';
import { pngBlocks, pngWith } from './png.ts';
import { extendedWebp, webpBlocks, webpWith } from './webp.ts';
import { namesPlace, readXmp, writeXmp } from './xmp.ts';

/** Where a picture format keeps its metadata. None of these looks at a pixel. */
type Container = {
  /** Throws a `RangeError` at bytes that cannot be followed. */
  readonly blocks: (bytes: Uint8Array) => MetadataBlocks;
  /** The same pixels with this metadata and no other. Throws as `blocks` does. */
  readonly rewrite: (bytes: Uint8Array, blocks: MetadataBlocks) => Uint8Array;
};

const containers: Readonly<Record<PictureType, Container>> = {
  'image/jpeg': { blocks: jpegBlocks, rewrite: jpegWith },
  'image/png': { blocks: pngBlocks, rewrite: pngWith },
  'image/gif': { blocks: gifBlocks, rewrite: gifWith },
  'image/webp': { blocks: webpBlocks, rewrite: webpWith },
  'image/avif': { blocks: avifBlocks, rewrite: avifWith },
};

const metadataIn = ({ exif, iptc, xmp, text }: MetadataBlocks): Metadata => {
  const fromExif = exif ? unlessCut(() => readExif(exif)) : null;
  return {
    words: {
      exif: fromExif?.words ?? noWords,
      iptc: iptc ? readIptc(iptc) : noWords,
      xmp: xmp ? readXmp(xmp) : noWords,
      text,
    },
    orientation: fromExif?.orientation ?? 1,
    hasPlace: (fromExif?.hasPlace ?? false) || (xmp !== null && namesPlace(xmp)),
  };
};

/** What of its metadata a picture keeps, written anew, for pixels that are to be turned so before they are shown. */
const keptBlocks = ({ words }: Metadata, orientation: number): MetadataBlocks => ({
  exif: writeExif({ words: words.exif, orientation }),
  iptc: writeIptc(words.iptc),
  xmp: writeXmp(words.xmp),
  text: words.text,
});

/** A picture as it is kept, and what it said about itself. */
export type CleanPicture = { readonly bytes: Uint8Array; readonly metadata: Metadata };

/**
 * Takes everything out of a picture file that its reader does not need: where it was taken, with which device, by which
 * program, small pictures of it, comments, what lies behind its end. Who made it, what it shows and who owns it stay, written
 * anew from what was read, as do its orientation and every pixel. A clean picture comes out as it went in. Null for bytes that
 * cannot be followed; they may be hostile.
 */
export const cleanPicture = (bytes: Uint8Array, type: PictureType): CleanPicture | null =>
  unlessCut(() => {
    const { blocks, rewrite } = containers[type];
    const metadata = metadataIn(blocks(bytes));
    return { bytes: rewrite(bytes, keptBlocks(metadata, metadata.orientation)), metadata };
  });

/**
 * A picture that was drawn upright from another one, with the words that the other one keeps. Those of a kind that its
 * format has no place for are left out. Null when the bytes of either cannot be followed.
 */
export const withWordsOf = (
  drawn: { readonly bytes: Uint8Array; readonly type: PictureType },
  original: { readonly bytes: Uint8Array; readonly type: PictureType },
): Uint8Array | null =>
  unlessCut(() => {
    const blocks = keptBlocks(metadataIn(containers[original.type].blocks(original.bytes)), 1);
    const bytes = drawn.type === 'image/webp' ? extendedWebp(drawn.bytes) : drawn.bytes;
    return containers[drawn.type].rewrite(bytes, blocks);
  });
