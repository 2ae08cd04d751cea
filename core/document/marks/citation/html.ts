import { h } from 'hastscript';
import { parseWebAddress } from '../../../sources/address.ts';
import type { MarkToHtml } from '../../html.ts';

/** A link to the source, and the first time to its archived copy. When the source is gone or has no address yet, the words stand alone. */
export const citationToHtml: MarkToHtml = (mark, children, { source: sourceOf, archived }) => {
  const source = sourceOf(mark.attrs.source);
  const address = parseWebAddress(source?.url ?? '');
  return [...(address ? [h('a', { href: address.href }, children)] : children), ...(source ? archived(source) : [])];
};
