import { h } from 'hastscript';
import { parseWebAddress } from '../../../sources/address.ts';
import type { MarkToHtml } from '../../html.ts';

/** A link to the source. When the source is gone or has no address yet, the words stand alone. */
export const citationToHtml: MarkToHtml = (mark, children, { source }) => {
  const address = parseWebAddress(source(mark.attrs.source)?.url ?? '');
  return address ? [h('a', { href: address.href }, children)] : children;
};
