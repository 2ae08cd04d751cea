import { Fragment, type Node as ProseMirrorNode, Slice } from '@tiptap/pm/model';

/** The markup of HTML blocks that were copied in this window. */
const copied = new Set<string>();

/** Remembers the HTML blocks of what is copied: these may come back. */
export const rememberHtmlBlocks = (slice: Slice): Slice => {
  slice.content.descendants((node) => {
    if (node.type.name === 'rawHtml') copied.add(node.textContent);
    return !node.isTextblock;
  });
  return slice;
};

const withoutForeign = (node: ProseMirrorNode): ProseMirrorNode => {
  if (node.type.name !== 'rawHtml') return node.isTextblock ? node : node.copy(inFragment(node.content));
  const { codeBlock } = node.type.schema.nodes;
  return copied.has(node.textContent) || !codeBlock ? node : codeBlock.create(null, node.content);
};

const inFragment = (content: Fragment): Fragment => Fragment.from(content.content.map(withoutForeign));

/**
 * Turns HTML blocks that were not copied in this window into code blocks. What stands in an HTML block is published as it is,
 * and any page can put one on the clipboard in the midst of an article.
 */
export const onlyOwnHtmlBlocks = (slice: Slice): Slice =>
  new Slice(inFragment(slice.content), slice.openStart, slice.openEnd);
