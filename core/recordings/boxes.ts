/** A box of an MP4 file (ISO/IEC 14496-12, 4.2): `at` is where it begins, `from` and `to` are the ends of what it holds. */
export type Box = { readonly type: string; readonly at: number; readonly from: number; readonly to: number };

/** Boxes of a hostile file that are looked at within one. */
const maxBoxes = 10_000;

/** Four bytes as letters. */
export const fourCc = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** The boxes between two places, as far as they can be followed. */
export const boxesIn = (bytes: Uint8Array, from: number, to: number): readonly Box[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to && boxes.length < maxBoxes) {
    const short = view.getUint32(at);
    const isLong = short === 1 && at + 16 <= to;
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    const header = isLong ? 16 : 8;
    if (size < header || at + size > to) return boxes;
    boxes.push({ type: fourCc(bytes, at + 4), at, from: at + header, to: at + size });
    at += size;
  }
  return boxes;
};

/** The first box at the end of a path of types. */
export const find = (bytes: Uint8Array, within: Omit<Box, 'type'>, ...path: readonly string[]): Box | undefined => {
  const [type, ...rest] = path;
  const box = boxesIn(bytes, within.from, within.to).find((each) => each.type === type);
  return box && rest.length > 0 ? find(bytes, box, ...rest) : box;
};
