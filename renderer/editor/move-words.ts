import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, NodeSelection } from '@tiptap/pm/state';
import type { Direction } from '../../core/document/editing/move-block.ts';
import { sectionName } from './section-name.ts';
import { words } from './words.ts';

const blockName = (node: ProseMirrorNode | null | undefined): string =>
  words(`blocks.${node?.type.name}`, { defaultValue: words('blocks.other') });

/** The outermost depth at which a selection went to another place; null when it stands where it stood. */
const movedDepth = ({ $from: before }: EditorState['selection'], { $from: after }: EditorState['selection']) => {
  for (let depth = 0; depth <= Math.min(before.depth, after.depth); depth += 1) {
    if (before.index(depth) !== after.index(depth)) return depth;
  }
  return null;
};

/**
 * Where the selected blocks stand after a move, for people who do not see it: "Paragraph moved up, 3 of 9", counted in their
 * list, section or gallery; a heading or caption is no block. Over a border the section is named.
 */
export const blockMoved = (before: EditorState, after: EditorState, direction: Direction): string => {
  const { $from, $to } = after.selection;
  const depth = movedDepth(before.selection, after.selection);
  if (depth === null) return words('moved.no');
  const level = Math.max(1, depth);
  const parent = $from.node(level);
  const heading = parent.firstChild?.type.name === 'sectionHeading' ? 1 : 0;
  const caption = parent.lastChild?.type.name === 'caption' ? 1 : 0;
  const selected =
    after.selection instanceof NodeSelection || $to.depth <= level ? 1 : $to.index(level) - $from.index(level) + 1;
  const said = {
    what:
      selected > 1 ? words('blocks.several', { count: selected }) : blockName(parent.maybeChild($from.index(level))),
    place: $from.index(level) + 1 - heading,
    count: parent.childCount - heading - caption,
  };
  return depth === 0
    ? words('moved.to', { ...said, section: sectionName($from.node(1)) })
    : words(`moved.${direction}`, said);
};

/** Where a section stands after a move, e.g. "Comment moved up, 1 of 3". `place` counts from 1. */
export const sectionMoved = (section: ProseMirrorNode, direction: Direction, place: number, count: number): string =>
  words(`moved.${direction}`, { what: sectionName(section), place, count });
