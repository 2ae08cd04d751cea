import type { Editor } from '@tiptap/react';
import { enterTranscript } from '../../core/document/editing/recordings.ts';
import { announce } from '../ui/announce.ts';
import { startUndoStep } from './undo/undo-history.ts';
import { words } from './words.ts';

/** Puts the caret into the transcript of the recording at a place, which is made, as one undo step, where there is none. */
export const writeTranscript = (editor: Editor, at: number, language: string): void => {
  editor.view.dispatch(startUndoStep(enterTranscript(editor.state.tr, at, language)));
  editor.view.focus();
  announce(words('recording.transcriptBegun'));
};
