import { isRecord } from '../document/hostile.ts';

/** What a block comment says: its name without the `core/` of WordPress's own blocks, and its attributes. */
export type BlockDelimiter = {
  readonly name: string;
  /** Null when the comment's JSON is broken; WordPress then takes the block for one without attributes. */
  readonly attributes: Readonly<Record<string, unknown>> | null;
};

/** A run of a post's markup, by offsets: a block of the outermost level, or what stands between blocks. */
export type MarkupRun = {
  readonly start: number;
  readonly end: number;
  /** What the block's comment says, and where its content lies; null between blocks. */
  readonly block: (BlockDelimiter & { readonly contentStart: number; readonly contentEnd: number }) | null;
};

type Delimiter = BlockDelimiter & {
  readonly kind: 'opener' | 'closer' | 'void';
  readonly start: number;
  readonly end: number;
};

const attributesOf = (json: string): BlockDelimiter['attributes'] => {
  if (json === '') return {};
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/**
 * The block comments of a text in their order, as `@wordpress/block-serialization-default-parser` finds them:
 * `<!-- wp:name {json} -->`, `<!-- /wp:name -->`, `<!-- wp:name {json} /-->`. JSON ends at the first `}` with white space and the
 * comment's end behind it. Takes time in proportion to the text whatever it says.
 */
const delimitersIn = (markup: string): readonly Delimiter[] => {
  const found: Delimiter[] = [];
  const start = /<!--\s+(\/?)wp:((?:[a-z][a-z0-9_-]*\/)?[a-z][a-z0-9_-]*)\s+/g;
  const afterJson = /\}\s+(\/?)-->/g;
  const atOnce = /(\/?)-->/y;
  let endless = false;
  for (let match = start.exec(markup); match; match = start.exec(markup)) {
    const json = markup[start.lastIndex] === '{';
    // Where no comment with attributes ends, none ends further on.
    if (json && endless) continue;
    const ending = json ? afterJson : atOnce;
    ending.lastIndex = start.lastIndex;
    const end = ending.exec(markup);
    if (!end) {
      endless ||= json;
      continue;
    }
    const [, slash = '', name = ''] = match;
    found.push({
      kind: slash ? 'closer' : end[1] ? 'void' : 'opener',
      name: name.replace(/^core\//, ''),
      attributes: attributesOf(json ? markup.slice(start.lastIndex, end.index + 1) : ''),
      start: match.index,
      end: ending.lastIndex,
    });
    start.lastIndex = ending.lastIndex;
  }
  return found;
};

/** What one HTML comment says when it is a block comment; null for every other. `text` is what stands between its dashes. */
export const blockCommentOf = (text: string): (BlockDelimiter & { readonly kind: Delimiter['kind'] }) | null => {
  const markup = `<!--${text}-->`;
  const [delimiter] = delimitersIn(markup);
  return delimiter?.start === 0 && delimiter.end === markup.length ? delimiter : null;
};

/**
 * Parts a post's markup into its outermost blocks and what stands between them; the runs follow one another without a gap.
 * As in WordPress a closing comment closes the innermost open block whatever its name, and an open block reaches to the end.
 */
export const markupRuns = (markup: string): readonly MarkupRun[] => {
  const runs: MarkupRun[] = [];
  const open: Delimiter[] = [];
  let at = 0;
  const close = (opener: Delimiter, contentEnd: number, end: number): void => {
    if (opener.start > at) runs.push({ start: at, end: opener.start, block: null });
    const { name, attributes, start } = opener;
    runs.push({ start, end, block: { name, attributes, contentStart: opener.end, contentEnd } });
    at = end;
  };
  for (const delimiter of delimitersIn(markup)) {
    if (delimiter.kind === 'opener') open.push(delimiter);
    else if (delimiter.kind === 'void') {
      if (open.length === 0) close(delimiter, delimiter.end, delimiter.end);
    } else {
      const opener = open.pop();
      if (opener && open.length === 0) close(opener, delimiter.start, delimiter.end);
    }
  }
  const [unclosed] = open;
  if (unclosed) close(unclosed, markup.length, markup.length);
  if (at < markup.length) runs.push({ start: at, end: markup.length, block: null });
  return runs;
};
