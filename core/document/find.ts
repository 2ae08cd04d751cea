import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { failed, ok, type Result } from '../trouble.ts';

/** What is looked for in a post. */
export type FindQuery = {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** `text` is a regular expression of JavaScript (ECMA-262, with the flag `u`); `^` and `$` are the ends of a line. */
  readonly regularExpression: boolean;
};

/** An occurrence by document positions. It lies in one line of one text block, and may run through marks. */
export type Match = { readonly from: number; readonly to: number };

/** Finds every occurrence in a document, in its order, none overlapping. */
export type Finder = (doc: ProseMirrorNode) => Result<readonly Match[]>;

/** Text without anything between: what stands between two ends of blocks, line breaks or other inline nodes. */
type Run = { readonly from: number; readonly text: string };

/** Reads something from a document once: documents never change, each change makes another one. */
const oncePerDocument = <T>(read: (doc: ProseMirrorNode) => T): ((doc: ProseMirrorNode) => T) => {
  const known = new WeakMap<ProseMirrorNode, { readonly value: T }>();
  return (doc) => {
    const kept = known.get(doc) ?? { value: read(doc) };
    known.set(doc, kept);
    return kept.value;
  };
};

/** Looking at the clock costs something too: once in so many runs. */
const runsPerLook = 64;

/** How long a regular expression may look through a document, in milliseconds. */
const patience = 2000;

const runsOf = oncePerDocument((doc): readonly Run[] => {
  const runs: Run[] = [];
  let from = 0;
  let text = '';
  doc.descendants((node, position) => {
    if (!node.isText) return;
    if (text !== '' && from + text.length === position) text += node.text;
    else {
      if (text !== '') runs.push({ from, text });
      from = position;
      text = node.text ?? '';
    }
  });
  if (text !== '') runs.push({ from, text });
  return runs;
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

const wordSign = /[\p{L}\p{N}\p{M}_]/u;

const characterBefore = (text: string, at: number): string =>
  /[\udc00-\udfff]/.test(text.charAt(at - 1))
    ? text.slice(Math.max(0, at - 2), at)
    : text.slice(Math.max(0, at - 1), at);

const characterAt = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
};

/** Whether a word begins or ends at this place, or there is none on either side. */
const isEdge = (text: string, at: number): boolean =>
  !wordSign.test(characterBefore(text, at)) || !wordSign.test(characterAt(text, at));

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
      const counts = !wholeWord || (isEdge(searched, from) && isEdge(searched, to));
      if (counts) matches.push({ from, to });
      from = searched.indexOf(wanted, counts ? to : from + 1);
    }
    return ok(matches);
  };
};

/** Calls back with every match that is not empty; with `wholeWord` only with whole words. */
const eachExpressionMatch = (
  expression: RegExp,
  text: string,
  wholeWord: boolean,
  take: (from: number, to: number) => void,
): void => {
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    const from = match.index;
    const to = from + match[0].length;
    if (to === from) expression.lastIndex += characterAt(text, to).length || 1;
    else if (!wholeWord || (isEdge(text, from) && isEdge(text, to))) take(from, to);
  }
};

const expressionFinder =
  (expression: RegExp, wholeWord: boolean): Finder =>
  (doc) => {
    const matches: Match[] = [];
    const start = Date.now();
    for (const [index, run] of runsOf(doc).entries()) {
      if (index % runsPerLook === 0 && Date.now() - start > patience) return failed('find/too-slow');
      eachExpressionMatch(expression, run.text, wholeWord, (from, to) => {
        matches.push({ from: run.from + from, to: run.from + to });
      });
    }
    return ok(matches);
  };

const compile = ({ text, matchCase }: FindQuery, flags: string): Result<RegExp> => {
  try {
    return ok(new RegExp(text, `mu${matchCase ? '' : 'i'}${flags}`));
  } catch (error) {
    // "Invalid regular expression: /(/imu: Unterminated group": only the reason is news to the writer.
    const detail = String(error);
    const reason = detail.slice(detail.lastIndexOf(': ') + 2).toLowerCase();
    return failed('find/bad-expression', { params: { reason }, detail });
  }
};

/**
 * What looks for this query. Without a regular expression, straight and curly quotes and all spaces count as the same,
 * and so do both cases unless `matchCase`. An expression that is none is `find/bad-expression`; one that takes longer
 * than two seconds over a document gives up with `find/too-slow`, between two lines.
 */
export const finderOf = (query: FindQuery): Result<Finder> => {
  if (!query.regularExpression || query.text === '') return ok(literalFinder(query));
  const expression = compile(query, 'g');
  return expression.ok ? ok(expressionFinder(expression.value, query.wholeWord)) : expression;
};

const runAt = (doc: ProseMirrorNode, position: number): Run | undefined => {
  const runs = runsOf(doc);
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.from ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return runs[low];
};

/** The words that take a match's place: in those for a regular expression `$1`, `$<name>` and `$&` stand for what it found. */
const replacing = (query: FindQuery, replacement: string): ((doc: ProseMirrorNode, match: Match) => string) => {
  const expression = query.regularExpression ? compile(query, 'y') : null;
  if (!expression?.ok) return () => replacement;
  return (doc, { from, to }) => {
    const run = runAt(doc, from);
    if (!run) return replacement;
    const at = from - run.from;
    expression.value.lastIndex = at;
    const replaced = run.text.replace(expression.value, replacement);
    return replaced.slice(at, replaced.length - (run.text.length - (to - run.from)));
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
