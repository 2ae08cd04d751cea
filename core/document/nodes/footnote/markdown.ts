import { footnoteInPlace } from '../../footnote-definitions.ts';
import type { NodeToMarkdown } from '../../markdown.ts';

/** In its place in the text: `footnote-definitions.ts` numbers it. An empty note is room for the writer, not for the reader. */
export const footnoteToMarkdown: NodeToMarkdown = (node, { words }) =>
  node.textContent.trim() ? [footnoteInPlace(words(node))] : [];
