import { isLinkAddress } from '../../../sources/address.ts';
import type { MarkToMarkdown } from '../../markdown.ts';

/** The schema already refuses other addresses; this is the last door before the page. */
export const linkToMarkdown: MarkToMarkdown = (mark, children) => {
  const url = String(mark.attrs.href);
  return isLinkAddress(url) ? [{ type: 'link', url, children }] : children;
};
