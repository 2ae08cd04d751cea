import { h } from 'hastscript';
import { isLinkAddress } from '../../../sources/address.ts';
import type { MarkToHtml } from '../../html.ts';

/** The schema already refuses other addresses; this is the last door before the page. */
export const linkToHtml: MarkToHtml = (mark, children) => {
  const href = String(mark.attrs.href);
  return isLinkAddress(href) ? [h('a', { href }, children)] : children;
};
