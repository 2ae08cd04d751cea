import { join, joinAll, latin, latinAt, limitParts } from './bytes.ts';
import { type MetadataBlocks, noBlocks } from './metadata.ts';

/** A block of a GIF; `whole` is all of its bytes, `data` those of its sub-blocks put together. */
type Block = {
  readonly kind: 'picture' | 'control' | 'application' | 'other';
  readonly name: string;
  readonly whole: Uint8Array;
};

const trailer = 0x3b;
const extension = 0x21;
const imageDescriptor = 0x2c;
const applicationLabel = 0xff;
const controlLabel = 0xf9;

/** Bytes of a colour table by the flags that announce it; none without them. */
const colourTable = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0);

/** Header, logical screen and its colours. */
const headLength = (bytes: Uint8Array): number => 13 + colourTable(bytes[10] ?? 0);

/** Behind the sub-blocks that begin at a place. */
const endOfSubBlocks = (bytes: Uint8Array, from: number): number => {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return Math.min(bytes.length, at + 1);
};

const blockAt = (bytes: Uint8Array, at: number): Block | null => {
  if (bytes[at] === imageDescriptor) {
    const end = endOfSubBlocks(bytes, at + 11 + colourTable(bytes[at + 9] ?? 0));
    return { kind: 'picture', name: '', whole: bytes.subarray(at, end) };
  }
  if (bytes[at] !== extension) return null;
  const whole = bytes.subarray(at, endOfSubBlocks(bytes, at + 2));
  if (bytes[at + 1] === applicationLabel) return { kind: 'application', name: latinAt(bytes, at + 3, 11), whole };
  return { kind: bytes[at + 1] === controlLabel ? 'control' : 'other', name: '', whole };
};

/** The blocks of a file (GIF89a Specification), and whether it has an end; one that was cut off has none. */
const partsOf = (bytes: Uint8Array): { readonly blocks: readonly Block[]; readonly ends: boolean } => {
  const blocks: Block[] = [];
  let at = headLength(bytes);
  for (let block = blockAt(bytes, at); block; block = blockAt(bytes, at)) {
    limitParts(blocks.length);
    blocks.push(block);
    at += block.whole.length;
  }
  return { blocks, ends: bytes[at] === trailer };
};

const xmpName = 'XMP DataXMP';
const applicationHead = 14;

/**
 * XMP lies in a GIF as plain bytes, behind which a "magic trailer" leads readers of sub-blocks to the end (XMP
 * Specification, part 3, §1.1.2).
 */
const magicTrailer = Uint8Array.from({ length: 258 }, (_, index) =>
  index === 0 ? 1 : index === 257 ? 0 : 256 - index,
);

/** The metadata of a GIF. */
export const gifBlocks = (bytes: Uint8Array): MetadataBlocks => {
  const block = partsOf(bytes).blocks.find(({ name }) => name === xmpName);
  return block ? { ...noBlocks, xmp: block.whole.subarray(applicationHead, -magicTrailer.length) } : noBlocks;
};

/** Extensions of programs that say how the pixels are to be shown: how often an animation runs, and its colours. */
const ofPixels: readonly string[] = ['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'];

const isOfPixels = ({ kind, name }: Block): boolean =>
  kind === 'picture' || kind === 'control' || (kind === 'application' && ofPixels.includes(name));

/** The same pixels, all of an animation, with this metadata and no other. */
export const gifWith = (bytes: Uint8Array, { xmp }: MetadataBlocks): Uint8Array => {
  const { blocks, ends } = partsOf(bytes);
  const own = xmp
    ? [join(Uint8Array.of(extension, applicationLabel, xmpName.length), latin(xmpName), xmp, magicTrailer)]
    : [];
  return joinAll([
    bytes.subarray(0, headLength(bytes)),
    ...blocks.filter(isOfPixels).map(({ whole }) => whole),
    ...own,
    ...(ends ? [Uint8Array.of(trailer)] : []),
  ]);
};
