import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { Edit } from '../../../core/document/post.ts';
import { ok, type Result, type Trouble } from '../../../core/trouble.ts';
import { undoStepsOf } from './journaled-steps.ts';
import { awaitsEarlier, canRedo, canUndo, redo, undo, undoHistory, withEarlier } from './undo-history.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    // `undo` and `redo` keep the names and types that the starter kit declares.
    undoSteps: {
      /** Reads the undo steps of earlier sessions, so that undo need not wait for them. */
      readUndoSteps: () => ReturnType;
    };
  }
}

type UndoOptions = {
  /** The newest edits of earlier sessions; null when there are none. */
  readonly journal: (() => Promise<Result<readonly Edit[]>>) | null;
  /** An undo was asked for and the journal could not be read. */
  readonly onTrouble: (trouble: Trouble) => void;
};

/** Undo and redo that reach back over save, reload and restart. */
export const undoRedo = ({ journal, onTrouble }: UndoOptions) => {
  let reading: Promise<Result<void>> | null = null;
  return Extension.create({
    name: 'undoRedo',

    addCommands() {
      const { editor } = this;
      const readOnce = async (): Promise<Result<void>> => {
        const edits = await (journal?.() ?? ok([]));
        if (!edits.ok) return edits;
        if (editor.isDestroyed) return ok(undefined);
        editor.view.dispatch(withEarlier(editor.state, undoStepsOf(edits.value, editor.schema)));
        return ok(undefined);
      };
      const read = (): Promise<Result<void>> => {
        reading ??= readOnce().finally(() => {
          reading = null;
        });
        return reading;
      };
      const afterReading = async (command: 'undo' | 'redo'): Promise<void> => {
        const found = await read();
        if (!found.ok) onTrouble(found.error);
        else if (!editor.isDestroyed) editor.commands[command]();
      };
      return {
        undo:
          () =>
          ({ state, dispatch }) => {
            if (undo(state, dispatch)) return true;
            if (dispatch && awaitsEarlier(state)) void afterReading('undo');
            return canUndo(state);
          },
        redo:
          () =>
          ({ state, dispatch }) => {
            if (redo(state, dispatch)) return true;
            if (dispatch && canRedo(state)) void afterReading('redo');
            return canRedo(state);
          },
        readUndoSteps:
          () =>
          ({ state, dispatch }) => {
            if (dispatch && awaitsEarlier(state)) void read();
            return awaitsEarlier(state);
          },
      };
    },

    addProseMirrorPlugins() {
      const { editor } = this;
      const byInput: Readonly<Record<string, () => boolean>> = {
        historyUndo: () => editor.commands.undo(),
        historyRedo: () => editor.commands.redo(),
      };
      return [
        undoHistory({ complete: journal === null }),
        new Plugin({
          props: {
            handleDOMEvents: {
              // The system asks for undo in its own way: a context menu, a shake of the device.
              beforeinput: (view, event) => {
                const command = byInput[event.inputType];
                if (!command || !view.editable) return false;
                event.preventDefault();
                return command();
              },
            },
          },
        }),
      ];
    },
  });
};
