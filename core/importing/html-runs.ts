import type { RootContent } from 'hast';
import { readHtml } from '../rendering/read-html.ts';

/** A run of HTML by offsets: one block, or a paragraph's worth of words. White space between runs belongs to none. */
export type HtmlRun = { readonly start: number; readonly end: number };

/** Elements that stand in lines of words, pictures among them: shortcodes stand around those. Everything else is a run of its own. */
const inlineNames: ReadonlySet<string> = new Set(
  [
    'a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup',
    'time tt u var wbr',
  ].flatMap((names) => names.split(' ')),
);

/** Blogger's read-more break, which its newer editor puts into a span. */
export const isJumpBreak = (node: RootContent): boolean => {
  if (node.type !== 'element') return false;
  const [only, ...more] = node.children;
  if (node.tagName === 'span') return more.length === 0 && only !== undefined && isJumpBreak(only);
  return node.tagName === 'a' && node.properties.name === 'more' && only === undefined;
};

const isWords = (node: RootContent): boolean =>
  node.type === 'text' ||
  (node.type === 'element' && inlineNames.has(node.tagName) && !isJumpBreak(node) && node.children.every(isWords));

/** Where a line of words may end: at an empty line in its text, as WordPress's `wpautop` has it, at two `<br>`, or only at a block. */
export type ParagraphEnds = 'empty-line' | 'two-breaks' | 'block';

type Token = { readonly start: number; readonly end: number; readonly kind: 'words' | 'block' | 'space' | 'break' };

/** White space as HTML has it; a no-break space is a sign like any other. */
const isSpace = (sign: string | undefined): boolean => sign !== undefined && ' \t\n\f\r'.includes(sign);

const emptyLine = /\n[ \t\r\f]*\n[ \t\n\f\r]*/g;

const textTokens = (html: string, start: number, end: number, ends: ParagraphEnds): readonly Token[] => {
  const tokens: Token[] = [];
  let at = start;
  const add = (until: number): void => {
    if (until > at)
      tokens.push({ start: at, end: until, kind: /[^ \t\n\f\r]/.test(html.slice(at, until)) ? 'words' : 'space' });
    at = until;
  };
  if (ends === 'empty-line') {
    for (const match of html.slice(start, end).matchAll(emptyLine)) {
      add(start + match.index);
      tokens.push({ start: at, end: at + match[0].length, kind: 'break' });
      at += match[0].length;
    }
  }
  add(end);
  return tokens;
};

const isBreak = (node: RootContent | undefined): boolean => node?.type === 'element' && node.tagName === 'br';

const isSpaceOnly = (node: RootContent): boolean => node.type === 'text' && [...node.value].every(isSpace);

/** For every node the nearest one before it, of these in this order, that shows something. */
const nearest = (nodes: readonly RootContent[]): readonly (RootContent | undefined)[] => {
  let last: RootContent | undefined;
  return nodes.map((node) => {
    const before = last;
    if (!isSpaceOnly(node)) last = node;
    return before;
  });
};

/** Where every node's markup ends: where that of the next node with a place begins. */
const endsOf = (html: string, nodes: readonly RootContent[]): readonly number[] => {
  let next = html.length;
  return nodes
    .toReversed()
    .map((node) => {
      const end = next;
      next = node.position?.start.offset ?? next;
      return end;
    })
    .toReversed();
};

/** The outermost nodes of some HTML as tokens. Where the parser moved nodes about, their markup goes to the one before. */
const tokensOf = (html: string, nodes: readonly RootContent[], ends: ParagraphEnds): readonly Token[] => {
  const tokens: Token[] = [];
  const before = nearest(nodes);
  const after = nearest(nodes.toReversed()).toReversed();
  // A line break beside another one, or beside what is no words, ends a paragraph.
  const endsParagraph = (index: number): boolean =>
    [before[index], after[index]].some((each) => each !== undefined && (isBreak(each) || !isWords(each)));
  let at = 0;
  for (const [index, until] of endsOf(html, nodes).entries()) {
    const node = nodes[index];
    const end = Math.max(at, until);
    if (end === at || !node) continue;
    if (node.type === 'text') tokens.push(...textTokens(html, at, end, ends));
    else if (ends === 'two-breaks' && isBreak(node) && endsParagraph(index))
      tokens.push({ start: at, end, kind: 'break' });
    else tokens.push({ start: at, end, kind: isWords(node) ? 'words' : 'block' });
    at = end;
  }
  return at < html.length ? [...tokens, { start: at, end: html.length, kind: 'block' }] : tokens;
};

const trimmed = (html: string, { start, end }: HtmlRun): HtmlRun | null => {
  let [from, to] = [start, end];
  while (from < to && isSpace(html[from])) from += 1;
  while (to > from && isSpace(html[to - 1])) to -= 1;
  return from === to ? null : { start: from, end: to };
};

/**
 * Parts HTML into runs, one for each block that a reader of the page would see as one. They never overlap, they keep their
 * order, and what stands between them is white space (with `two-breaks`, line breaks too).
 */
export const htmlRuns = (html: string, ends: ParagraphEnds): readonly HtmlRun[] => {
  const tree = readHtml(html);
  const whole = { start: 0, end: html.length };
  if (!tree) return [whole].flatMap((run) => trimmed(html, run) ?? []);
  const runs: HtmlRun[] = [];
  let open: HtmlRun | null = null;
  const close = (): void => {
    if (open) runs.push(open);
    open = null;
  };
  for (const token of tokensOf(html, tree.children, ends)) {
    if (token.kind === 'break') close();
    else if (token.kind === 'block') {
      close();
      runs.push(token);
    } else if (token.kind === 'words' || open) {
      const { start }: HtmlRun = open ?? token;
      open = { start, end: token.end };
    }
  }
  close();
  return runs.flatMap((run) => trimmed(html, run) ?? []);
};
