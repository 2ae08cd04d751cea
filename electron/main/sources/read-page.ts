import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { maxArticleHtml, maxArticleText, type SavedArticle } from '../../../core/sources/article.ts';
import { decodePage } from '../../../core/sources/page/decode-page.ts';
import { pageFacts } from '../../../core/sources/page/page-facts.ts';
import { type PageFields, pageFields } from '../../../core/sources/page/page-fields.ts';
import { forExtractors, readableTree, textLines, withoutTitle } from '../../../core/sources/page/readable.ts';

/** A page as it came: its bytes after decompression, the header that names its charset, and the address that answered. */
export type FetchedPage = { readonly bytes: Uint8Array; readonly contentType: string; readonly address: string };

/** What was read of a page. `article` is null where nothing readable was found; `closed`: the page says it is not for everybody. */
export type ReadPage = {
  readonly fields: PageFields;
  readonly article: SavedArticle | null;
  readonly closed: boolean;
};

/** A first try with fewer bytes than this may have met the wrong part of the page: the second is asked, too. */
const enough = 600;

/** With fewer bytes than this there is no article. */
const tooFew = 80;

/** In UTF-8: a sign of Chinese says as much as three letters of English, and takes as many bytes. */
const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

type Extractor = (document: Document, address: string) => string;

/** What the extractors expect of a window's document and linkedom's has not. */
const documentOf = (html: string, address: string): Document => {
  const { document } = parseHTML(html) as unknown as { readonly document: object };
  return Object.assign(document, { URL: address, styleSheets: [] }) as unknown as Document;
};

const extractors: readonly Extractor[] = [
  // Asynchronous extractors would ask other servers; standardising changes the words: it takes the space before a colon.
  (document, address) =>
    new Defuddle(document, { url: address, useAsync: false, removeImages: true, standardize: false }).parse().content,
  (document) => new Readability(document).parse()?.content ?? '',
];

/** The readable part of a page. An extractor that fails over odd markup counts as one that found nothing. */
const readablePart = (tree: Root, address: string): Root => {
  const html = `<!doctype html>${toHtml(forExtractors(tree, address))}`;
  let best: Root = { type: 'root', children: [] };
  for (const extract of extractors) {
    let found = '';
    try {
      found = extract(documentOf(html, address), address);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      console.warn(`An extractor failed: ${error.message}`);
    }
    const readable = readableTree(fromHtml(found, { fragment: true }), address);
    if (textLines(readable).length > textLines(best).length) best = readable;
    if (sizeOf(textLines(best)) >= enough) break;
  }
  return best;
};

/** Reads a page: what it says of itself, and its article. The page may be hostile; this belongs in a process of its own. */
export const readPage = ({ bytes, contentType, address }: FetchedPage): ReadPage => {
  const tree = fromHtml(decodePage(bytes, contentType));
  const facts = pageFacts(tree);
  const fields = pageFields(facts, address);
  const readable = withoutTitle(readablePart(tree, address), fields.title);
  const text = textLines(readable);
  const html = toHtml(readable);
  const fits = sizeOf(text) >= tooFew && text.length <= maxArticleText && html.length <= maxArticleHtml;
  return { fields, article: fits ? { title: fields.title, html, text } : null, closed: facts.data.closed };
};
