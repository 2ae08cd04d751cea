import type { DocumentJson } from '../post.ts';
import type { Migration } from './migrate.ts';

// Its own copies: a released step must not change when the rest of the program does.
const letters = /\p{L}/gu;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const textOf = (node: DocumentJson): string => node.text ?? (node.content ?? []).map(textOf).join('');

/** Begins with a right-to-left word and is mostly written from left to right. */
const readsLeftToRight = (text: string): boolean => {
  const found = text.match(letters) ?? [];
  const [first] = found;
  const turned = found.filter((letter) => rightToLeft.test(letter)).length;
  return first !== undefined && rightToLeft.test(first) && turned * 2 < found.length;
};

const keep = (node: DocumentJson): DocumentJson => {
  const kept = node.content ? { ...node, content: node.content.map(keep) } : node;
  const isLine = node.type === 'paragraph' || node.type === 'heading';
  return isLine && readsLeftToRight(textOf(node)) ? { ...kept, attrs: { ...kept.attrs, dir: 'ltr' } } : kept;
};

/**
 * Version 1 showed and published every line from left to right. Since version 2 a line runs as its first letter does,
 * which would turn round lines that merely begin with, say, a Hebrew name: these keep their direction as one that
 * the writer chose. Positions stay as they are, so edits that were journaled on the old document still fit.
 */
export const keepDirection: Migration = {
  name: 'keep the direction of lines that begin with a right-to-left word',
  migrate: keep,
};
