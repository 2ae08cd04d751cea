import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Source } from '../sources/source.ts';
import { archivedWord } from './archived-word.ts';
import { type Direction, directionOf } from './direction.ts';
import { withEndnotes } from './endnotes.ts';
import type { HtmlContext, MarkToHtml, NodeToHtml } from './html.ts';
import { directionOfLanguage } from './languages.ts';
import { boldToHtml } from './marks/bold/html.ts';
import { citationToHtml } from './marks/citation/html.ts';
import { codeToHtml } from './marks/code/html.ts';
import { highlightToHtml } from './marks/highlight/html.ts';
import { italicToHtml } from './marks/italic/html.ts';
import { languageToHtml } from './marks/language/html.ts';
import { linkToHtml } from './marks/link/html.ts';
import { strikeToHtml } from './marks/strike/html.ts';
import { subscriptToHtml } from './marks/subscript/html.ts';
import { superscriptToHtml } from './marks/superscript/html.ts';
import { underlineToHtml } from './marks/underline/html.ts';
import { asideToHtml } from './nodes/aside/html.ts';
import { attributionToHtml } from './nodes/attribution/html.ts';
import { bulletListToHtml } from './nodes/bullet-list/html.ts';
import { captionToHtml } from './nodes/caption/html.ts';
import { codeBlockToHtml } from './nodes/code-block/html.ts';
import { creditToHtml } from './nodes/credit/html.ts';
import { dividerToHtml } from './nodes/divider/html.ts';
import { documentToHtml } from './nodes/document/html.ts';
import { embedToHtml } from './nodes/embed/html.ts';
import { figureToHtml } from './nodes/figure/html.ts';
import { footnoteToHtml } from './nodes/footnote/html.ts';
import { galleryToHtml } from './nodes/gallery/html.ts';
import { hardBreakToHtml } from './nodes/hard-break/html.ts';
import { headingToHtml } from './nodes/heading/html.ts';
import { headlineToHtml } from './nodes/headline/html.ts';
import { listItemToHtml } from './nodes/list-item/html.ts';
import { orderedListToHtml } from './nodes/ordered-list/html.ts';
import { paragraphToHtml } from './nodes/paragraph/html.ts';
import { pullQuoteToHtml } from './nodes/pull-quote/html.ts';
import { quotationToHtml } from './nodes/quotation/html.ts';
import { rawHtmlToHtml } from './nodes/raw-html/html.ts';
import { readMoreToHtml } from './nodes/read-more/html.ts';
import { recordingToHtml } from './nodes/recording/html.ts';
import { sectionToHtml } from './nodes/section/html.ts';
import { sectionHeadingToHtml } from './nodes/section-heading/html.ts';
import { tableToHtml } from './nodes/table/html.ts';
import { tableCellToHtml } from './nodes/table-cell/html.ts';
import { tableHeaderToHtml } from './nodes/table-header/html.ts';
import { tableRowToHtml } from './nodes/table-row/html.ts';
import { textToHtml } from './nodes/text/html.ts';
import { marksOf } from './note.ts';

export { mediaPlaceholder } from './media-placeholder.ts';

/** How every node of the schema becomes HTML; a test compares the names with the schema's. */
export const nodesToHtml: Readonly<Record<string, NodeToHtml>> = {
  doc: documentToHtml,
  headline: headlineToHtml,
  section: sectionToHtml,
  sectionHeading: sectionHeadingToHtml,
  paragraph: paragraphToHtml,
  heading: headingToHtml,
  bulletList: bulletListToHtml,
  orderedList: orderedListToHtml,
  listItem: listItemToHtml,
  quotation: quotationToHtml,
  attribution: attributionToHtml,
  figure: figureToHtml,
  gallery: galleryToHtml,
  embed: embedToHtml,
  recording: recordingToHtml,
  caption: captionToHtml,
  credit: creditToHtml,
  divider: dividerToHtml,
  codeBlock: codeBlockToHtml,
  pullQuote: pullQuoteToHtml,
  aside: asideToHtml,
  readMore: readMoreToHtml,
  rawHtml: rawHtmlToHtml,
  table: tableToHtml,
  tableRow: tableRowToHtml,
  tableHeader: tableHeaderToHtml,
  tableCell: tableCellToHtml,
  text: textToHtml,
  hardBreak: hardBreakToHtml,
  footnote: footnoteToHtml,
};

/** How every mark of the schema becomes HTML. */
export const marksToHtml: Readonly<Record<string, MarkToHtml>> = {
  language: languageToHtml,
  link: linkToHtml,
  citation: citationToHtml,
  bold: boldToHtml,
  italic: italicToHtml,
  underline: underlineToHtml,
  strike: strikeToHtml,
  highlight: highlightToHtml,
  superscript: superscriptToHtml,
  subscript: subscriptToHtml,
  code: codeToHtml,
};

const known = <T>(table: Readonly<Record<string, T>>, name: string): T => {
  const entry = table[name];
  if (!entry) throw new Error(`Nobody says how ${name} becomes HTML`);
  return entry;
};

// Neighbours that share their outermost mark share its element: `a <b>bold <i>word</i></b>`, not two bold elements.
const inlineToHtml = (nodes: readonly ProseMirrorNode[], depth: number, context: HtmlContext): ElementContent[] => {
  const content: ElementContent[] = [];
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index];
    if (!node) break;
    const mark = marksOf(node)[depth];
    let end = index + 1;
    if (mark) {
      while (marksOf(nodes[end])[depth]?.eq(mark)) end += 1;
      const inner = inlineToHtml(nodes.slice(index, end), depth + 1, context);
      content.push(...known(marksToHtml, mark.type.name)(mark, inner, context));
    } else {
      content.push(...known(nodesToHtml, node.type.name)(node, context));
    }
    index = end;
  }
  return content;
};

// Every block says its direction; what it has from the element around it is not written.
const withoutInherited = (nodes: readonly ElementContent[], inherited: Direction): ElementContent[] =>
  nodes.map((node) => {
    if (node.type !== 'element') return node;
    const { dir, ...properties } = node.properties;
    const own = dir === 'ltr' || dir === 'rtl' ? dir : inherited;
    const children = withoutInherited(node.children, own);
    return { ...node, properties: own === inherited ? properties : { ...properties, dir: own }, children };
  });

/** What of a post beside its document its HTML is made from. `language` is empty where nobody said it. */
export type HtmlFacts = { readonly sources: readonly Source[]; readonly language?: string; readonly anchor?: string };

const contextOf = (doc: ProseMirrorNode, { sources, language = '' }: HtmlFacts): HtmlContext => {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const linked = new Set<string>();
  const context: HtmlContext = {
    children: (node) => inlineToHtml(node.children, 0, context),
    direction: language === '' ? (directionOf(doc) ?? 'ltr') : directionOfLanguage(language),
    source: (id) => (typeof id === 'string' ? byId.get(id) : undefined),
    archived: ({ id, archive }) => {
      if (archive === null || linked.has(id)) return [];
      linked.add(id);
      const link = h('a', { href: archive.url }, archivedWord(language));
      return [{ type: 'text', value: ' (' }, link, { type: 'text', value: ')' }];
    },
  };
  return context;
};

const rootOf = (content: readonly ElementContent[]): Root => ({
  type: 'root',
  children: withoutInherited(content, 'ltr'),
});

/**
 * A checked document as platform-neutral HTML, without its headline. Sections are `<section class="summary">` (kind),
 * pictures stand under `mediaPlaceholder`, videos are `<figure class="embed" data-url data-provider data-video-id>`
 * around a plain link, recordings `<figure class="recording">` around `<video>` or `<audio>` under `mediaPlaceholder`, a direction stands where it is another than that of the element around (at the root: left to right), HTML blocks `<div class="raw-html" data-source>`,
 * footnotes a numbered list at the end, whose places begin with `anchor`. Dialects make of it what their platform wants. Holds nothing that could run.
 */
export const toHtmlTree = (doc: ProseMirrorNode, facts: HtmlFacts): Root => {
  const context = contextOf(doc, facts);
  const { anchor = '' } = facts;
  return rootOf(withEndnotes(inlineToHtml([doc], 0, context), { anchor, direction: context.direction }));
};

/**
 * Parts of a document, such as single blocks in their sections, as trees of their own in the same order. Footnotes are numbered through
 * all of them; where there are any, one more tree holds their list.
 */
export const toHtmlTrees = (
  doc: ProseMirrorNode,
  parts: readonly ProseMirrorNode[],
  facts: HtmlFacts,
): readonly Root[] => {
  const context = contextOf(doc, facts);
  const { anchor = '' } = facts;
  const content = parts.map((part) => h('div', inlineToHtml([part], 0, context)));
  return withEndnotes(content, { anchor, direction: context.direction }).map((node, index) =>
    rootOf(index < parts.length && node.type === 'element' ? node.children : [node]),
  );
};
