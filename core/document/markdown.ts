import type { Mark, Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import type { Source } from '../sources/source.ts';

/** What a node or mark needs to become Markdown besides itself. */
export type MarkdownContext = {
  /** The Markdown of a line's words. */
  readonly words: (node: ProseMirrorNode) => PhrasingContent[];
  /** The Markdown of the nodes in a node: blocks, or whatever else the schema puts there. */
  readonly blocks: <Content extends RootContent = BlockContent>(node: ProseMirrorNode) => Content[];
  /** A source of the post; undefined when it was removed. */
  readonly source: (id: unknown) => Source | undefined;
};

/** How one kind of node is written in Markdown, as an mdast tree. Nothing worth showing answers an empty list. */
export type NodeToMarkdown = (node: ProseMirrorNode, context: MarkdownContext) => RootContent[];

/** How one kind of mark is written around its words. What Markdown has no sign for leaves the words alone. */
export type MarkToMarkdown = (mark: Mark, words: PhrasingContent[], context: MarkdownContext) => PhrasingContent[];
