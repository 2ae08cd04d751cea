import type { Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';

/** Longer texts take the parser longer than anybody waits; characters. */
const maxLength = 500_000;

/** Quotations and lists this deep in one another exhaust the parser's stack, and nobody writes them. */
const tooDeep = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){50}/m;

/** Signs that no other kind of text has: a fence with its end, a table's second line, a link or picture with an address, bold words, a footnote. */
const certain: readonly RegExp[] = [
  /^ {0,3}(`{3,}|~{3,})[^\n`]*\n[\s\S]*?^ {0,3}\1[`~]*[ \t]*$/m,
  /^ {0,3}(?:\|[ \t]*:?-{3,}:?[ \t]*\|?|\|?[ \t]*:?-{3,}:?(?:[ \t]*\|[ \t]*:?-{3,}:?)+[ \t]*\|?)[ \t]*$/m,
  /\[[^[\]\n]+\]\((?:https?:\/\/|mailto:)[^\s()]+(?:\([^\s()]*\)[^\s()]*)?(?: "[^"\n]*")?\)/,
  /(?<![\w*])\*\*(?=[^\s*])(?:[^*\n]*[^\s*])?\*\*(?![\w*])/,
  // What Rejoinder writes around a gallery.
  /^<!--gallery-->$/m,
  /^ {0,3}\[\^[^\]\s]+\]:[ \t]+\S/m,
  // A heading stands alone. A line of code that begins with # has the next one below it.
  /(?:^|\n[ \t]*\n)#{1,6} \S[^\n]*(?=\n[ \t]*\n)/,
];

/** Signs that ordinary text may have too; two kinds of them are needed. */
const likely: readonly RegExp[] = [
  /(?:^|\n)(?:[ \t]*[-*+] \S[^\n]*(?:\n|$)){2,}/,
  /(?:^|\n)(?:[ \t]*\d{1,3}[.)] \S[^\n]*(?:\n|$)){2,}/,
  /(?:^|\n)(?:> ?[^\n]*(?:\n|$))+/,
  /(?<!`)`[^`\n]+`(?!`)/,
  /(?:^|\n)#{2,6} \S/,
  /(?:^|\n)(?:---|\*\*\*|___)[ \t]*(?:\n|$)/,
];

const isItem = (line: string): boolean => /^\s*(?:[-*+]|\d{1,3}[.)]) \S/.test(line);

/**
 * Whether plain text is clearly written as Markdown: it has a sign that nothing else has, two kinds of likely ones, or is a
 * list from its first line to its last. A script of a shell never is.
 */
export const isMarkdown = (text: string): boolean => {
  const lines = text.trim().replace(/\r\n?/g, '\n');
  if (lines.startsWith('#!') || lines.length > maxLength || tooDeep.test(lines)) return false;
  const written = lines.split('\n').filter((line) => line.trim() !== '');
  return (
    certain.some((sign) => sign.test(lines)) ||
    likely.filter((sign) => sign.test(lines)).length > 1 ||
    (written.length > 1 && written.every(isItem))
  );
};

const isSign = (node: RootContent | undefined, sign: string): boolean => node?.type === 'html' && node.value === sign;

const isPicture = (node: RootContent): boolean =>
  node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'image';

/** As the `<figure>` of this name: what remark's own tree has no node for. */
const figure = (children: readonly RootContent[], hProperties: Properties = {}, hName = 'figure'): Paragraph => ({
  type: 'paragraph',
  children: children as PhrasingContent[],
  data: { hName, hProperties },
});

const captionOf = (lines: readonly RootContent[]): readonly RootContent[] =>
  lines.length > 0 ? [figure(lines, {}, 'figcaption')] : [];

/** The pictures between the signs of a gallery, each with the lines below it as its caption. */
const galleryOf = (blocks: readonly RootContent[]): Paragraph => {
  const starts = blocks.flatMap((block, at) => (isPicture(block) ? [at] : []));
  const figures = starts.map((start, nth) => {
    const [picture, ...lines] = blocks.slice(start, starts[nth + 1]);
    return figure([...(picture ? [picture] : []), ...captionOf(lines)]);
  });
  return figure([...blocks.slice(0, starts[0]), ...figures], { className: ['gallery'] });
};

const withGalleries = (tree: Root): Root => {
  const children: RootContent[] = [];
  for (let at = 0; at < tree.children.length; at += 1) {
    const block = tree.children[at];
    const end = isSign(block, '<!--gallery-->')
      ? tree.children.findIndex((other, place) => place > at && isSign(other, '<!--/gallery-->'))
      : -1;
    if (end > 0) children.push(galleryOf(tree.children.slice(at + 1, end)));
    else if (block) children.push(block);
    at = Math.max(at, end);
  }
  return { ...tree, children };
};

/**
 * Markdown (CommonMark with GitHub's tables, strikethrough and task lists) as HTML, to be cleaned like any other. HTML in it stands
 * as text: it is said, not done.
 */
export const htmlOfMarkdown = (markdown: string): string => {
  const tree = withGalleries(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return toHtml(
    toHast(tree, {
      handlers: { html: (_, node: { readonly value: string }) => ({ type: 'text', value: node.value }) },
    }),
  );
};
