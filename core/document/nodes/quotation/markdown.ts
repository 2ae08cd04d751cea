import type { PhrasingContent } from 'mdast';
import { parseWebAddress } from '../../../sources/address.ts';
import { labelOf } from '../../../sources/label.ts';
import type { Source } from '../../../sources/source.ts';
import type { NodeToMarkdown } from '../../markdown.ts';

const sourceLink = (source: Source): PhrasingContent => {
  const label = { type: 'text', value: labelOf(source) } as const;
  const url = parseWebAddress(source.url)?.href;
  return url === undefined ? label : { type: 'link', url, children: [label] };
};

/** The quoted words, then a line "— who said them, publisher". */
export const quotationToMarkdown: NodeToMarkdown = (node, { blocks, words, source: sourceOf }) => {
  const { lastChild: attribution } = node;
  if (!attribution) return [];
  const quoted = blocks(node.cut(0, node.content.size - attribution.nodeSize));
  const source = sourceOf(node.attrs.source);
  const parts: PhrasingContent[][] = [
    ...(attribution.textContent.trim() ? [words(attribution)] : []),
    ...(source && labelOf(source) ? [[sourceLink(source)]] : []),
  ];
  const said = parts.flatMap((part, index): PhrasingContent[] => [
    { type: 'text', value: index === 0 ? '— ' : ', ' },
    ...part,
  ]);
  const children = [...quoted, ...(said.length > 0 ? [{ type: 'paragraph', children: said } as const] : [])];
  return children.length > 0 ? [{ type: 'blockquote', children }] : [];
};
