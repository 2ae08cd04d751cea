import type { Fragment, Mark, Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown as print } from 'mdast-util-to-markdown';
import type { Source } from '../sources/source.ts';
import { withDefinitions } from './footnote-definitions.ts';
import type { MarkdownContext, MarkToMarkdown, NodeToMarkdown } from './markdown.ts';
import { boldToMarkdown } from './marks/bold/markdown.ts';
import { citationToMarkdown } from './marks/citation/markdown.ts';
import { codeToMarkdown } from './marks/code/markdown.ts';
import { highlightToMarkdown } from './marks/highlight/markdown.ts';
import { italicToMarkdown } from './marks/italic/markdown.ts';
import { languageToMarkdown } from './marks/language/markdown.ts';
import { linkToMarkdown } from './marks/link/markdown.ts';
import { strikeToMarkdown } from './marks/strike/markdown.ts';
import { subscriptToMarkdown } from './marks/subscript/markdown.ts';
import { superscriptToMarkdown } from './marks/superscript/markdown.ts';
import { underlineToMarkdown } from './marks/underline/markdown.ts';
import { asideToMarkdown } from './nodes/aside/markdown.ts';
import { attributionToMarkdown } from './nodes/attribution/markdown.ts';
import { bulletListToMarkdown } from './nodes/bullet-list/markdown.ts';
import { captionToMarkdown } from './nodes/caption/markdown.ts';
import { codeBlockToMarkdown } from './nodes/code-block/markdown.ts';
import { creditToMarkdown } from './nodes/credit/markdown.ts';
import { dividerToMarkdown } from './nodes/divider/markdown.ts';
import { documentToMarkdown } from './nodes/document/markdown.ts';
import { embedToMarkdown } from './nodes/embed/markdown.ts';
import { figureToMarkdown } from './nodes/figure/markdown.ts';
import { footnoteToMarkdown } from './nodes/footnote/markdown.ts';
import { galleryToMarkdown } from './nodes/gallery/markdown.ts';
import { hardBreakToMarkdown } from './nodes/hard-break/markdown.ts';
import { headingToMarkdown } from './nodes/heading/markdown.ts';
import { headlineToMarkdown } from './nodes/headline/markdown.ts';
import { listItemToMarkdown } from './nodes/list-item/markdown.ts';
import { orderedListToMarkdown } from './nodes/ordered-list/markdown.ts';
import { paragraphToMarkdown } from './nodes/paragraph/markdown.ts';
import { pullQuoteToMarkdown } from './nodes/pull-quote/markdown.ts';
import { quotationToMarkdown } from './nodes/quotation/markdown.ts';
import { rawHtmlToMarkdown } from './nodes/raw-html/markdown.ts';
import { readMoreToMarkdown } from './nodes/read-more/markdown.ts';
import { recordingToMarkdown } from './nodes/recording/markdown.ts';
import { sectionToMarkdown } from './nodes/section/markdown.ts';
import { sectionHeadingToMarkdown } from './nodes/section-heading/markdown.ts';
import { tableToMarkdown } from './nodes/table/markdown.ts';
import { tableCellToMarkdown } from './nodes/table-cell/markdown.ts';
import { tableHeaderToMarkdown } from './nodes/table-header/markdown.ts';
import { tableRowToMarkdown } from './nodes/table-row/markdown.ts';
import { textToMarkdown } from './nodes/text/markdown.ts';
import { marksOf } from './note.ts';

/** How every node of the schema is written in Markdown; a test compares the names with the schema's. */
export const nodesToMarkdown: Readonly<Record<string, NodeToMarkdown>> = {
  doc: documentToMarkdown,
  headline: headlineToMarkdown,
  section: sectionToMarkdown,
  sectionHeading: sectionHeadingToMarkdown,
  paragraph: paragraphToMarkdown,
  heading: headingToMarkdown,
  bulletList: bulletListToMarkdown,
  orderedList: orderedListToMarkdown,
  listItem: listItemToMarkdown,
  quotation: quotationToMarkdown,
  attribution: attributionToMarkdown,
  figure: figureToMarkdown,
  gallery: galleryToMarkdown,
  embed: embedToMarkdown,
  recording: recordingToMarkdown,
  caption: captionToMarkdown,
  credit: creditToMarkdown,
  divider: dividerToMarkdown,
  codeBlock: codeBlockToMarkdown,
  pullQuote: pullQuoteToMarkdown,
  aside: asideToMarkdown,
  readMore: readMoreToMarkdown,
  rawHtml: rawHtmlToMarkdown,
  table: tableToMarkdown,
  tableRow: tableRowToMarkdown,
  tableHeader: tableHeaderToMarkdown,
  tableCell: tableCellToMarkdown,
  text: textToMarkdown,
  hardBreak: hardBreakToMarkdown,
  footnote: footnoteToMarkdown,
};

/** How every mark of the schema is written in Markdown. */
export const marksToMarkdown: Readonly<Record<string, MarkToMarkdown>> = {
  language: languageToMarkdown,
  link: linkToMarkdown,
  citation: citationToMarkdown,
  bold: boldToMarkdown,
  italic: italicToMarkdown,
  underline: underlineToMarkdown,
  strike: strikeToMarkdown,
  highlight: highlightToMarkdown,
  superscript: superscriptToMarkdown,
  subscript: subscriptToMarkdown,
  code: codeToMarkdown,
};

const known = <T>(table: Readonly<Record<string, T>>, name: string): T => {
  const entry = table[name];
  if (!entry) throw new Error(`Nobody says how ${name} becomes Markdown`);
  return entry;
};

const runOf = (mark: Mark, nodes: readonly ProseMirrorNode[]): number => {
  const end = nodes.findIndex((node) => !mark.isInSet(marksOf(node)));
  return end < 0 ? nodes.length : end;
};

/** The mark that goes on for longest, so that signs open once: `_very **loud** indeed_`. Code takes no signs into itself. */
const outermost = (nodes: readonly ProseMirrorNode[], taken: readonly Mark[]): Mark | undefined => {
  const open = marksOf(nodes[0]).filter((mark) => !mark.isInSet(taken));
  const around = open.filter(({ type }) => type.spec.code !== true);
  return (around.length > 0 ? around : open).reduce<Mark | undefined>(
    (longest, mark) => (longest && runOf(longest, nodes) >= runOf(mark, nodes) ? longest : mark),
    undefined,
  );
};

const nodesWith = (
  nodes: readonly ProseMirrorNode[],
  taken: readonly Mark[],
  context: MarkdownContext,
): RootContent[] => {
  const content: RootContent[] = [];
  for (let index = 0; index < nodes.length; ) {
    const rest = nodes.slice(index);
    const [node] = rest;
    if (!node) break;
    const mark = outermost(rest, taken);
    const run = mark ? runOf(mark, rest) : 1;
    if (mark) {
      const words = nodesWith(rest.slice(0, run), [...taken, mark], context) as PhrasingContent[];
      content.push(...known(marksToMarkdown, mark.type.name)(mark, words, context));
    } else {
      content.push(...known(nodesToMarkdown, node.type.name)(node, context));
    }
    index += run;
  }
  return content;
};

/** A checked document, or a piece of one, as an mdast tree. Pictures stand under `mediaPlaceholder`. */
export const toMarkdownTree = (content: Fragment, { sources }: { readonly sources: readonly Source[] }): Root => {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const context: MarkdownContext = {
    // What a line holds are words, and what else holds nodes holds what the schema says.
    words: (node) => nodesWith(node.children, [], context) as PhrasingContent[],
    blocks: <Content extends RootContent>(node: ProseMirrorNode) => nodesWith(node.children, [], context) as Content[],
    source: (id) => (typeof id === 'string' ? byId.get(id) : undefined),
  };
  return withDefinitions(nodesWith(content.content, [], context));
};

/**
 * A checked document, or a piece of one, as GitHub's Markdown. What Markdown has no sign for is said with the elements
 * `u`, `mark`, `sub` and `sup`, or left out; everything that a writer typed stays words.
 */
export const toMarkdown = (content: Fragment, options: { readonly sources: readonly Source[] }): string =>
  print(toMarkdownTree(content, options), {
    extensions: [gfmToMarkdown()],
    bullet: '-',
    emphasis: '_',
    rule: '-',
    listItemIndent: 'one',
  });
