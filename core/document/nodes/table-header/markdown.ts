/** Only the place in the first row makes a head in Markdown. */
export { tableCellToMarkdown as tableHeaderToMarkdown } from '../table-cell/markdown.ts';
