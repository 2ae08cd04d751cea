import { dialog } from 'electron';
import { pictureTypes } from '../../../core/document/media.ts';
import { ok } from '../../../core/trouble.ts';
import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

const options: Electron.OpenDialogOptions = {
  title: 'Insert pictures',
  properties: ['openFile', 'multiSelections'],
  filters: [{ name: 'Pictures', extensions: [...Object.values(pictureTypes), 'jpeg'] }],
};

/** Pictures: chosen, dropped or pasted, they are copied into the media store. */
export const mediaHandlers = ({
  library,
  media,
  pictureFetcher,
  cutPicture,
  window,
}: Services): HandlersOf<'media'> => ({
  choose: async () => {
    const parent = window();
    const chosen = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    if (chosen.canceled) return ok([]);
    return ok(await Promise.all(chosen.filePaths.map((path) => media.addFile(path))));
  },
  add: ({ name, bytes }) => media.addBytes(name, bytes),
  fetch: (input) => pictureFetcher.fetch(input),
  cancelFetch: ({ fetching }) => ok(pictureFetcher.cancel(fetching)),
  get: (input) => library.media.get(input),
  cut: ({ sha256, cut }) => cutPicture(sha256, cut),
  dismissSuggestion: (input) => library.media.dismissSuggestion(input),
  discard: ({ sha256 }) => media.discard(sha256),
});
