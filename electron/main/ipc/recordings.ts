import { dialog } from 'electron';
import { recordingTypes } from '../../../core/recordings/recording-types.ts';
import { ok } from '../../../core/trouble.ts';
import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

const options: Electron.OpenDialogOptions = {
  title: 'Insert a video or audio file',
  properties: ['openFile'],
  filters: [
    { name: 'Video and audio', extensions: [...new Set([...Object.values(recordingTypes), 'm4v', 'oga', 'opus'])] },
    // Others are told what they are and what to do.
    { name: 'All files', extensions: ['*'] },
  ],
};

/** Video and audio files: chosen, dropped or pasted, they are copied into the media store. */
export const recordingHandlers = ({ recordings, window }: Services): HandlersOf<'recordings'> => ({
  choose: async () => {
    const parent = window();
    const chosen = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    const [file] = chosen.canceled ? [] : chosen.filePaths;
    return file === undefined ? ok(null) : recordings.beginFile(file);
  },
  begin: (input) => recordings.begin(input),
  take: ({ taking, piece }) => recordings.take(taking, piece),
  finish: ({ taking }) => recordings.finish(taking),
  cancel: async ({ taking }) => ok(await recordings.cancel(taking)),
});
