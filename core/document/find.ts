import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { ok, type Result } from '../trouble.ts';
import {
  compileExpression,
  type FindQuery,
  isWordEdge,
  type Line,
  type Match,
  matchesInLines,
} from './find-expression.ts';

export type { FindQuery, Line, Match } from './find-expression.ts';

/** Finds every occurrence in a document, in its order, none overlapping. */
export type Finder = (doc: ProseMirrorNode) => Result<readonly Match[]>;

/** Reads something from a document once: documents never change, each change makes another one. */
const oncePerDocument = <T>(read: (doc: ProseMirrorNode) => T): ((doc: ProseMirrorNode) => T) => {
  const known = new WeakMap<ProseMirrorNode, { readonly value: T }>();
  return (doc) => {
    const kept = known.get(doc) ?? { value: read(doc) };
    known.set(doc, kept);
    return kept.value;
  };
};

/** The text of a document, line by line. */
export const linesOf = oncePerDocument((doc): readonly Line[] => {
  const lines: Line[] = [];
  let from = 0;
  let text = '';
  doc.descendants((node, position) => {
    if (!node.isText) return;
    if (text !== '' && from + text.length === position) text += node.text;
    else {
      if (text !== '') lines.push({ from, text });
      from = position;
      text = node.text ?? '';
    }
  });
  if (text !== '') lines.push({ from, text });
  return lines;
});

/**
 * Signs that a keyboard has one key for and a text several: each is looked for as the plain one. Every text keeps its
 * length, so that places in it stay what they are.
 */
const plainSigns = (text: string): string =>
  text
    .replace(/[‘’‚‹›]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\u00a0\u202f]/g, ' ');

/** Lower case, letter by letter where that would change the length (İ). */
const lowerCase = (text: string): string => {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
};

/** Stands where a document has no text; nobody can type it into a query. */
const gap = '\0';

const spreadInto = (parts: string[], node: ProseMirrorNode): void => {
  for (const child of node.children) {
    if (child.isText) parts.push(child.text ?? '');
    else if (child.isLeaf) parts.push(gap.repeat(child.nodeSize));
    else {
      parts.push(gap);
      spreadInto(parts, child);
      parts.push(gap);
    }
  }
};

/** The whole document as one text, in which every character stands at its document position. */
const spread = oncePerDocument((doc): string => {
  const parts: string[] = [];
  spreadInto(parts, doc);
  return parts.join('');
});

const lowerCaseSpread = oncePerDocument((doc) => lowerCase(spread(doc)));
const plainSpread = oncePerDocument((doc) => plainSigns(spread(doc)));
const plainLowerCaseSpread = oncePerDocument((doc) => plainSigns(lowerCaseSpread(doc)));

const literalFinder = ({ text, matchCase, wholeWord }: FindQuery): Finder => {
  const plain = plainSigns(text);
  const wanted = matchCase ? plain : lowerCase(plain);
  // Only those who look for such signs pay for them.
  const signs = /['" ]/.test(plain);
  const read = matchCase ? (signs ? plainSpread : spread) : signs ? plainLowerCaseSpread : lowerCaseSpread;
  return (doc) => {
    const matches: Match[] = [];
    if (wanted === '') return ok(matches);
    const searched = read(doc);
    for (let from = searched.indexOf(wanted); from !== -1; ) {
      const to = from + wanted.length;
      const counts = !wholeWord || (isWordEdge(searched, from) && isWordEdge(searched, to));
      if (counts) matches.push({ from, to });
      from = searched.indexOf(wanted, counts ? to : from + 1);
    }
    return ok(matches);
  };
};

/**
 * What looks for this query. Without a regular expression, straight and curly quotes and all spaces count as the same,
 * and so do both cases unless `matchCase`. An expression that is none is `find/bad-expression`; for those see
 * `matchesInLines`.
 */
export const finderOf = (query: FindQuery): Result<Finder> => {
  if (!query.regularExpression || query.text === '') return ok(literalFinder(query));
  const compiled = compileExpression(query, 'g');
  return compiled.ok ? ok((doc) => matchesInLines(linesOf(doc), query)) : compiled;
};

const lineAt = (doc: ProseMirrorNode, position: number): Line | undefined => {
  const lines = linesOf(doc);
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.from ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return lines[low];
};

/** The words that take a match's place: in those for a regular expression `$1`, `$<name>` and `$&` stand for what it found. */
const replacing = (query: FindQuery, replacement: string): ((doc: ProseMirrorNode, match: Match) => string) => {
  const expression = query.regularExpression ? compileExpression(query, 'y') : null;
  if (!expression?.ok) return () => replacement;
  return (doc, { from, to }) => {
    const line = lineAt(doc, from);
    if (!line) return replacement;
    const at = from - line.from;
    expression.value.lastIndex = at;
    const replaced = line.text.replace(expression.value, replacement);
    return replaced.slice(at, replaced.length - (line.text.length - (to - line.from)));
  };
};

/**
 * Puts `replacement` in the place of every match; the new words are formatted like the first character of the old
 * ones. `matches` are what the query's finder answered for the document of `tr`, or some of them. One step is made for
 * each text block, however many matches it has.
 */
export const replaceMatches = (
  tr: Transaction,
  matches: readonly Match[],
  query: FindQuery,
  replacement: string,
): Transaction => {
  const { doc } = tr;
  const wordsFor = replacing(query, replacement);
  // From the end, so that the places before stay what they are.
  for (let last = matches.length - 1; last >= 0; ) {
    const parentStart = doc.resolve(matches[last]?.from ?? 0).start();
    let first = last;
    while (first > 0 && doc.resolve(matches[first - 1]?.from ?? 0).start() === parentStart) first -= 1;
    const group = matches.slice(first, last + 1);
    const start = group[0]?.from ?? 0;
    let content = Fragment.empty;
    let end = start;
    for (const match of group) {
      const words = wordsFor(doc, match);
      const marks = doc.nodeAt(match.from)?.marks ?? [];
      content = content.append(doc.slice(end, match.from).content);
      if (words !== '') content = content.append(Fragment.from(doc.type.schema.text(words, marks)));
      end = match.to;
    }
    tr.replaceWith(start, end, content);
    last = first - 1;
  }
  return tr;
};
