import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';

/** Longer texts take the parser longer than anybody waits; characters. */
const maxLength = 500_000;

/** Quotations and lists this deep in one another exhaust the parser's stack, and nobody writes them. */
const tooDeep = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){50}/m;

/** Signs that no other kind of text has: a fence with its end, a table's second line, a link or picture with an address, bold words. */
const certain: readonly RegExp[] = [
  /^ {0,3}(`{3,}|~{3,})[^\n`]*\n[\s\S]*?^ {0,3}\1[`~]*[ \t]*$/m,
  /^ {0,3}(?:\|[ \t]*:?-{3,}:?[ \t]*\|?|\|?[ \t]*:?-{3,}:?(?:[ \t]*\|[ \t]*:?-{3,}:?)+[ \t]*\|?)[ \t]*$/m,
  /\[[^[\]\n]+\]\((?:https?:\/\/|mailto:)[^\s()]+(?:\([^\s()]*\)[^\s()]*)?(?: "[^"\n]*")?\)/,
  /(?<![\w*])\*\*(?=[^\s*])(?:[^*\n]*[^\s*])?\*\*(?![\w*])/,
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

/**
 * Markdown (CommonMark with GitHub's tables, strikethrough and task lists) as HTML, to be cleaned like any other. HTML in it stands
 * as text: it is said, not done.
 */
export const htmlOfMarkdown = (markdown: string): string => {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return toHtml(
    toHast(tree, {
      handlers: { html: (_, node: { readonly value: string }) => ({ type: 'text', value: node.value }) },
    }),
  );
};
