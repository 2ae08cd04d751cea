import type { NodeType, Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { NodeSelection } from '@tiptap/pm/state';
import type { CommandId } from '../../core/commands/table.ts';
import type { Direction } from '../../core/document/direction.ts';
import { canRedo, canUndo } from './undo/undo-history.ts';

/** The commands that put a mark on words, and the mark. */
export const markCommands = [
  ['format.bold', 'bold'],
  ['format.italic', 'italic'],
  ['format.underline', 'underline'],
  ['format.strike', 'strike'],
  ['format.code', 'code'],
  ['format.highlight', 'highlight'],
  ['format.superscript', 'superscript'],
  ['format.subscript', 'subscript'],
] as const satisfies readonly (readonly [CommandId, string])[];

/** How the text at the caret or the selection is formatted, for ticks and pressed buttons. */
export type Formats = {
  /** Names of the marks that are on. */
  readonly marks: readonly string[];
  /** Names of the marks that the place takes; a headline takes none. */
  readonly allowed: readonly string[];
  readonly block: 'paragraph' | 'heading-2' | 'heading-3' | 'heading-4' | 'codeBlock' | 'pullQuote' | null;
  readonly list: 'bulletList' | 'orderedList' | null;
  /** The direction that the writer gave the block; null for that of its first letter. */
  readonly direction: Direction | null;
  /** Whether it stands in an aside. */
  readonly aside: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

const blockOf = (node: ProseMirrorNode): Formats['block'] => {
  const { name } = node.type;
  if (name === 'paragraph' || name === 'codeBlock' || name === 'pullQuote') return name;
  if (name !== 'heading') return null;
  return `heading-${node.attrs.level as 2 | 3 | 4}`;
};

const none: readonly string[] = [];

/** By node type, since it is asked for at each key press. */
const allowedIn = new WeakMap<NodeType, readonly string[]>();

const allowedMarks = (type: NodeType): readonly string[] => {
  const known = allowedIn.get(type);
  if (known) return known;
  const marks = type.inlineContent ? Object.values(type.schema.marks).filter((mark) => type.allowsMarkType(mark)) : [];
  const names = marks.map(({ name }) => name);
  allowedIn.set(type, names);
  return names;
};

const marksOf = (state: EditorState): readonly string[] => {
  const { from, to, empty, $from } = state.selection;
  if (empty) {
    const here = state.storedMarks ?? $from.marks();
    return here.length === 0 ? none : here.map(({ type }) => type.name);
  }
  const marks = Object.values(state.schema.marks).filter((type) => state.doc.rangeHasMark(from, to, type));
  return marks.map(({ name }) => name);
};

/** Reads the formats of a state. Costs as much as the selection is long; next to nothing with a caret. */
export const formatsOf = (state: EditorState): Formats => {
  const { $from } = state.selection;
  const isNode = state.selection instanceof NodeSelection;
  let list: Formats['list'] = null;
  let aside = false;
  for (let depth = $from.depth; depth > 1; depth -= 1) {
    const { name } = $from.node(depth).type;
    if (name === 'bulletList' || name === 'orderedList') list ??= name;
    aside ||= name === 'aside';
  }
  return {
    marks: isNode ? none : marksOf(state),
    allowed: isNode ? none : allowedMarks($from.parent.type),
    block: isNode ? null : blockOf($from.parent),
    list,
    aside,
    direction: isNode ? null : (($from.parent.attrs.dir as Direction | null | undefined) ?? null),
    canUndo: canUndo(state),
    canRedo: canRedo(state),
  };
};

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((name, i) => name === b[i]));

/** Whether two readings say the same. */
export const sameFormats = (a: Formats, b: Formats | null): boolean =>
  b !== null &&
  a.block === b.block &&
  a.list === b.list &&
  a.aside === b.aside &&
  a.direction === b.direction &&
  a.canUndo === b.canUndo &&
  a.canRedo === b.canRedo &&
  sameNames(a.marks, b.marks) &&
  sameNames(a.allowed, b.allowed);
