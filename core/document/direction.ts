import type { Node as ProseMirrorNode } from '@tiptap/pm/model';

/** The two ways in which a line of text can run. */
export const directions = ['ltr', 'rtl'] as const;
export type Direction = (typeof directions)[number];

// Letters have a strong direction (UAX #9), and so have the invisible marks that writers set one with.
const strong = /[\p{L}\u200e\u200f\u061c]/u;
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\u200f\u061c]/u;

/** The direction of a text's first strong letter, as `dir="auto"` finds it; null where there is none. */
export const directionOfText = (text: string): Direction | null => {
  const first = strong.exec(text)?.[0];
  return first === undefined ? null : rightToLeft.test(first) ? 'rtl' : 'ltr';
};

const givenTo = ({ attrs: { dir } }: ProseMirrorNode): Direction | null =>
  dir === 'ltr' || dir === 'rtl' ? dir : null;

/**
 * The direction of a block: the one that the writer gave it or its first line, else that of its first strong letter; null
 * where there is none.
 */
export const directionOf = (node: ProseMirrorNode): Direction | null => {
  let found = givenTo(node);
  node.descendants((inner) => {
    found ??= inner.isText ? directionOfText(inner.text ?? '') : givenTo(inner);
    return found === null && !inner.type.spec.code;
  });
  return found;
};
