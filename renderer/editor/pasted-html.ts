import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { attribute, elementsIn, textOf } from '../../core/rendering/tree.ts';
import type { Source } from '../../core/sources/source.ts';
import { onlyAllowed } from './pasted/allowed.ts';
import { readCode } from './pasted/code.ts';
import { readFootnotes } from './pasted/footnotes.ts';
import { readGalleries } from './pasted/galleries.ts';
import { markLanguages } from './pasted/languages.ts';
import { mendLines } from './pasted/lines.ts';
import { dropDeadLinks, mendLinks } from './pasted/links.ts';
import { mendLists } from './pasted/lists.ts';
import { isOffice, readOffice } from './pasted/office.ts';
import { isOwnCopy } from './pasted/own-copy.ts';
import { parseHtml } from './pasted/parse.ts';
import { takePictures } from './pasted/pictures.ts';
import { mendQuotations, sourceFinder } from './pasted/quotations.ts';
import { readRecordings } from './pasted/recordings.ts';
import { sayPlainly } from './pasted/styles.ts';
import { mendTables } from './pasted/tables.ts';

/** Pasted HTML, ready for the browser's parser and the schema's rules. */
export type CleanHtml = {
  readonly html: string;
  /** How many pictures of other sites were left out. */
  readonly picturesLeftOut: number;
};

// Windows' clipboard format puts a header before the HTML, and most programs there do not take it off.
const header = /^Version:\d[\s\S]{0,2000}?(?=<)/;

const pageOf = (html: string, tree: Root): string | null => {
  const [, page] = /^SourceURL:(\S+)/m.exec(header.exec(html)?.[0] ?? '') ?? [];
  const [base] = elementsIn(tree, 'base');
  const address = page ?? (base ? attribute(base, 'href') : '');
  return URL.canParse(address) ? address : null;
};

/**
 * What of pasted or dropped HTML may meet the browser's parser: the text, and the elements and attributes that the
 * schema can hold. It is parsed as browsers do (parse5) and cut down as a tree, so nothing can hide in markup that two
 * parsers read differently. What other programs mean with styles, classes and nesting of their own is said plainly first.
 * `language` is the post's (BCP 47): words that the page says to be in another one than it are marked.
 */
export const cleanHtml = (html: string, sources: readonly Source[], language: string): CleanHtml => {
  const tree = parseHtml(html.replace(header, ''));
  const own = isOwnCopy(tree);
  const page = pageOf(html, tree);
  const inGalleries = own ? 0 : readGalleries(tree);
  const picturesLeftOut = inGalleries + takePictures(tree);
  if (own) dropDeadLinks(tree);
  else {
    readRecordings(tree, page);
    readFootnotes(tree);
    if (isOffice(html)) readOffice(tree);
    mendTables(tree);
    readCode(tree);
    markLanguages(tree, language);
    sayPlainly(tree);
    mendLists(tree);
    mendLines(tree);
    mendLinks(tree, page);
    mendQuotations(tree, sourceFinder(sources));
  }
  return { html: toHtml(onlyAllowed(tree)), picturesLeftOut };
};

/** The cleaned HTML alone, without sources to tie quotations to, for a post in English. */
export const cleanPastedHtml = (html: string): string => cleanHtml(html, [], 'en').html;

/** Whether HTML says anything beside pictures; a copied picture comes with an `<img>` of its own. */
export const hasText = (html: string): boolean => textOf(onlyAllowed(parseHtml(html))).trim() !== '';
