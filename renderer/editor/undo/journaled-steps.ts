import type { Schema } from '@tiptap/pm/model';
import { Step } from '@tiptap/pm/transform';
import type { Edit } from '../../../core/document/post.ts';
import { type UndoStep, type UndoSteps, withInverse } from './undo-history.ts';

const withMade = (made: readonly Step[], next: Step): readonly Step[] => {
  const last = made.at(-1);
  const joined = last?.merge(next);
  return joined ? [...made.slice(0, -1), joined] : [...made, next];
};

/** A step with one more edit; null when the edit is none of this schema's, as after a migration or in a damaged file. */
const grown = (known: UndoStep | undefined, edit: Edit, schema: Schema): UndoStep | null => {
  try {
    return {
      inverses: withInverse(known?.inverses ?? [], Step.fromJSON(schema, edit.inverse)),
      made: withMade(known?.made ?? [], Step.fromJSON(schema, edit.step)),
      selection: null,
    };
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
};

/**
 * The undo steps that a journal holds, oldest edit first. An edit that cannot be read ends what can be taken back: nothing
 * before it is reached. A journal that was cut gives what is whole on its newer side.
 */
export const undoStepsOf = (edits: readonly Edit[], schema: Schema): UndoSteps => {
  const done: UndoStep[] = [];
  const undone: UndoStep[] = [];
  let stack = done;
  for (const edit of edits) {
    if (edit.kind === 'new') undone.length = 0;
    if (edit.kind === 'undo') done.pop();
    if (edit.kind === 'redo') undone.pop();
    if (edit.kind !== 'more') stack = edit.kind === 'undo' ? undone : done;
    const step = grown(edit.kind === 'more' ? stack.pop() : undefined, edit, schema);
    if (step) stack.push(step);
    else done.length = undone.length = 0;
  }
  return { done, undone };
};
