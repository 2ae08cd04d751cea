import type { NodeToMarkdown } from '../../markdown.ts';

const sign = (value: string) => ({ type: 'html', value }) as const;

/** Its figures and its caption between two comments: Markdown has no gallery, and whoever does not know the comments shows the pictures. */
export const galleryToMarkdown: NodeToMarkdown = (node, { blocks, words }) => {
  const { lastChild: caption } = node;
  const figures = blocks(node.cut(0, node.content.size - (caption?.nodeSize ?? 0)));
  const below = caption?.textContent.trim() ? [{ type: 'paragraph', children: words(caption) } as const] : [];
  return figures.length + below.length > 0
    ? [sign('<!--gallery-->'), ...figures, ...below, sign('<!--/gallery-->')]
    : [];
};
