import type { Mark, Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { ElementContent } from 'hast';
import type { Source } from '../sources/source.ts';
import type { Direction } from './direction.ts';

/** What a node or mark needs to become HTML besides itself. */
export type HtmlContext = {
  /** The HTML of a node's content. */
  readonly children: (node: ProseMirrorNode) => ElementContent[];
  /** The direction of the post: that of its language, else of its first strong letter. */
  readonly direction: Direction;
  /** A source of the post; undefined when it was removed. */
  readonly source: (id: unknown) => Source | undefined;
  /** The link to a source's archived copy, for behind what refers to it first; nothing after that, or without a copy. */
  readonly archived: (source: Source) => ElementContent[];
};

/** How one kind of node looks to a reader on any platform. Nothing worth showing answers an empty list. */
export type NodeToHtml = (node: ProseMirrorNode, context: HtmlContext) => ElementContent[];

/** How one kind of mark looks around its content. */
export type MarkToHtml = (mark: Mark, children: ElementContent[], context: HtmlContext) => ElementContent[];
