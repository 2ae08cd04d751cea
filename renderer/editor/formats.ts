import { redoDepth, undoDepth } from '@tiptap/pm/history';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { NodeSelection } from '@tiptap/pm/state';

/** How the text at the caret or the selection is formatted, for ticks and pressed buttons. */
export type Formats = {
  /** Names of the marks that are on. */
  readonly marks: readonly string[];
  /** Names of the marks that the place takes; a headline takes none. */
  readonly allowed: readonly string[];
  readonly block: 'paragraph' | 'heading-2' | 'heading-3' | 'heading-4' | null;
  readonly list: 'bulletList' | 'orderedList' | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

const blockOf = (node: ProseMirrorNode): Formats['block'] => {
  if (node.type.name === 'paragraph') return 'paragraph';
  if (node.type.name !== 'heading') return null;
  return `heading-${node.attrs.level as 2 | 3 | 4}`;
};

/** Reads the formats of a state. Costs as much as the selection is long; nothing with a caret. */
export const formatsOf = (state: EditorState): Formats => {
  const { selection, schema, doc } = state;
  const { $from, from, to, empty } = selection;
  const isNode = selection instanceof NodeSelection;
  const names = Object.keys(schema.marks);
  const here = state.storedMarks ?? $from.marks();
  let list: Formats['list'] = null;
  for (let depth = $from.depth; depth > 1 && list === null; depth -= 1) {
    const { name } = $from.node(depth).type;
    if (name === 'bulletList' || name === 'orderedList') list = name;
  }
  return {
    marks: isNode
      ? []
      : names.filter((name) => {
          const type = schema.marks[name];
          return type && (empty ? type.isInSet(here) !== undefined : doc.rangeHasMark(from, to, type));
        }),
    allowed: isNode
      ? []
      : names.filter((name) => {
          const type = schema.marks[name];
          return type && $from.parent.inlineContent && $from.parent.type.allowsMarkType(type);
        }),
    block: isNode ? null : blockOf($from.parent),
    list,
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
  };
};

/** Whether two readings say the same. */
export const sameFormats = (a: Formats, b: Formats | null): boolean =>
  b !== null &&
  a.block === b.block &&
  a.list === b.list &&
  a.canUndo === b.canUndo &&
  a.canRedo === b.canRedo &&
  a.marks.join() === b.marks.join() &&
  a.allowed.join() === b.allowed.join();
