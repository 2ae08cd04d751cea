import type { Editor } from '@tiptap/react';
import type { RecordingAttributes } from '../../core/document/schema.ts';
import type { Bridge } from '../../core/ipc.ts';
import { type AddedRecording, type ChosenRecording, maxPieceBytes } from '../../core/recordings/added-recording.ts';
import { failed, ok, type Result } from '../../core/trouble.ts';
import { announce } from '../ui/announce.ts';
import { showNotice } from '../ui/notices.ts';
import type { EditorContext, SelectedBlock } from './editor-context.ts';
import { trackPlace } from './pictures.ts';
import { startUndoStep } from './undo/undo-history.ts';
import { words } from './words.ts';

type Needs = {
  readonly editor: Editor;
  readonly context: Pick<EditorContext, 'ui' | 'playerAddress' | 'onTrouble'>;
  readonly main: Pick<Bridge, 'recordings' | 'media'>;
};

type Taken = Pick<RecordingAttributes, 'media' | 'kind' | 'width' | 'height' | 'poster'>;

/** Begins with a dropped or pasted file; null for the file that the system's dialog gives. */
const begin = async (file: File | null, { main }: Needs): Promise<Result<ChosenRecording | null>> => {
  if (file === null) return main.recordings.choose();
  const name = file.name.slice(0, 255) || 'recording';
  const begun = await main.recordings.begin({ name, bytes: file.size });
  return begun.ok ? ok({ ...begun.value, name, bytes: file.size }) : begun;
};

/** Copies a file piece by piece, and shows how far it is. */
const copy = async (
  { taking, name, bytes }: ChosenRecording,
  file: File | null,
  { main, context, editor }: Needs,
): Promise<Result<AddedRecording>> => {
  const cancel = (): void => void main.recordings.cancel({ taking });
  for (let done = 0, whole = false; !whole; ) {
    context.ui.setState({ taking: { name, done, bytes, cancel } });
    const piece = file && new Uint8Array(await file.slice(done, done + maxPieceBytes).arrayBuffer());
    const taken = await main.recordings.take({ taking, piece });
    if (!taken.ok) return taken;
    if (editor.isDestroyed) {
      cancel();
      return failed('media/cancelled');
    }
    done = taken.value.taken;
    whole = file ? done >= file.size : taken.value.whole;
  }
  context.ui.setState({ taking: { name, done: bytes, bytes, cancel } });
  return main.recordings.finish({ taking });
};

/** Whether this window plays the file, and how large its picture is. Only its beginning is read. */
const play = ({ kind }: AddedRecording, address: string): Promise<Pick<Taken, 'width' | 'height'> | null> =>
  new Promise((resolve) => {
    const player = document.createElement(kind);
    const end = (found: Pick<Taken, 'width' | 'height'> | null): void => {
      player.removeAttribute('src');
      player.load();
      resolve(found);
    };
    player.preload = 'metadata';
    player.onerror = () => end(null);
    player.onloadedmetadata = () => {
      const { videoWidth = 0, videoHeight = 0 } = player as Partial<HTMLVideoElement>;
      end({ width: videoWidth || null, height: videoHeight || null });
    };
    player.src = address;
  });

/** Takes a file in whole; one that this window cannot play goes again. Null when nothing was chosen. */
const take = async (file: File | null, needs: Needs): Promise<Result<Taken | null>> => {
  const { context, main } = needs;
  const begun = await begin(file, needs);
  if (!begun.ok || begun.value === null) return begun.ok ? ok(null) : begun;
  const added = await copy(begun.value, file, needs);
  context.ui.setState({ taking: null });
  if (!added.ok) return added;
  const { sha256, kind, name, type, placeRemoved } = added.value;
  const size = await play(added.value, context.playerAddress(sha256));
  if (size === null) {
    await main.media.discard({ sha256 });
    return failed('media/unplayable', { params: { name, format: type } });
  }
  if (placeRemoved) showNotice({ text: words('recording.placeRemoved') });
  // The poster of the file before it is none of this one.
  return ok({ media: sha256, kind, ...size, poster: null });
};

/** What was cancelled is no trouble: who cancelled it knows. */
const taken = async (file: File | null, needs: Needs): Promise<Taken | null> => {
  const result = await take(file, needs);
  needs.context.ui.setState({ taking: null });
  if (result.ok) return result.value;
  if (result.error.code === 'media/cancelled') announce(words('recording.cancelled'));
  else needs.context.onTrouble(result.error);
  return null;
};

/**
 * Puts a video or audio file where it was asked for, as one undo step: at a drop's place, else after the block that has the
 * caret. The place moves along with what is typed while the file comes in. Without a file the system's dialog asks for one.
 */
export const insertRecording = async (file: File | null, needs: Needs, drop?: number): Promise<void> => {
  const { editor } = needs;
  const asked = trackPlace(editor, drop ?? editor.state.selection.head);
  const recording = await taken(file, needs);
  asked.stop();
  if (recording === null || editor.isDestroyed) return;
  const moved = drop !== undefined || editor.state.selection.head !== asked.place();
  editor
    .chain()
    .command(({ tr }) => startUndoStep(tr) === tr)
    .insertRecording(recording, moved ? asked.place() : undefined)
    .run();
  editor.view.focus();
};

/** Asks for a file and puts it in the place of the selected one, which keeps its caption and credit. */
export const replaceRecording = async (block: SelectedBlock, needs: Needs): Promise<void> => {
  const { editor } = needs;
  const recording = await taken(null, needs);
  const at = block.at();
  if (recording === null || at === undefined || editor.isDestroyed) return;
  const { tr } = editor.state;
  for (const [name, value] of Object.entries(recording)) tr.setNodeAttribute(at, name, value);
  editor.view.dispatch(startUndoStep(tr));
};
