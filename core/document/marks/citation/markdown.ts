import { parseWebAddress } from '../../../sources/address.ts';
import type { MarkToMarkdown } from '../../markdown.ts';

/** A link to the source. When the source is gone or has no address yet, the words stand alone. */
export const citationToMarkdown: MarkToMarkdown = (mark, children, { source }) => {
  const url = parseWebAddress(source(mark.attrs.source)?.url ?? '')?.href;
  return url === undefined ? children : [{ type: 'link', url, children }];
};
