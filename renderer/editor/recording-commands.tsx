import type { EditorState } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { recordingAtCaret } from '../../core/document/editing/recordings.ts';
import { type CommandReason, useCommand } from '../app/commands.ts';
import { bridge } from '../bridge/client.ts';
import type { EditorContext } from './editor-context.ts';
import { posterFromFile, posterFromMoment, removePoster } from './posters.ts';
import { writeTranscript } from './transcripts.ts';
import { useAtCaret } from './use-at-caret.ts';

type Props = { readonly editor: Editor; readonly context: EditorContext };

/** Reading it costs what the place is deep. */
const placeOf = (state: EditorState) => {
  const attributes = recordingAtCaret(state)?.node.attrs;
  const hasFile = typeof attributes?.media === 'string';
  return {
    inRecording: attributes !== undefined,
    inVideo: hasFile && attributes?.kind === 'video',
    hasPoster: hasFile && typeof attributes?.poster === 'string',
  };
};

const when = (enabled: boolean, reason: CommandReason) => (enabled ? {} : { enabled, reason });

/** Says what the commands for video and audio files do while a post is open for writing. */
export const RecordingCommands = ({ editor, context }: Props) => {
  const { inRecording, inVideo, hasPoster } = useAtCaret(editor, placeOf);
  const needs = { editor, context, media: bridge().media };
  const inOne = when(inVideo, 'not-in-video');
  const transcript = (): void => {
    const recording = recordingAtCaret(editor.state);
    if (!recording) return;
    writeTranscript(editor, recording.at, context.ui.getState().language);
  };
  useCommand('recording.poster-frame', () => void posterFromMoment(needs), inOne);
  useCommand('recording.poster-file', () => void posterFromFile(needs), inOne);
  useCommand('recording.remove-poster', () => removePoster(needs), inVideo ? when(hasPoster, 'no-poster') : inOne);
  useCommand('recording.transcript', transcript, when(inRecording, 'not-in-recording'));
  return null;
};
