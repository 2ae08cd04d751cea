import type { EditorState } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { galleryAtCaret, makeGallery, neighbouringFigures, takeApart } from '../../core/document/editing/gallery.ts';
import { useCommand } from '../app/commands.ts';
import { asOwnStep } from './section-actions.ts';
import { useAtCaret } from './use-at-caret.ts';

type Props = {
  readonly editor: Editor;
  /** Opens the system's file dialog and inserts what was chosen. */
  readonly onChoosePictures: () => void;
};

/** Reading it costs what the place is deep, and in a row of figures what these are. */
const placeOf = (state: EditorState) => ({
  inGallery: galleryAtCaret(state) !== null,
  neighbours: neighbouringFigures(state) !== null,
});

/** Says what the commands for galleries do while a post is open for writing. */
export const GalleryCommands = ({ editor, onChoosePictures }: Props) => {
  const { inGallery, neighbours } = useAtCaret(editor, placeOf);
  const inOne = inGallery ? {} : { enabled: false, reason: 'not-in-gallery' as const };
  const run = (command: typeof makeGallery): void => {
    command(editor.state, asOwnStep(editor));
    editor.view.focus();
  };
  useCommand('insert.gallery', onChoosePictures);
  useCommand('gallery.add', onChoosePictures, inOne);
  useCommand(
    'gallery.make',
    () => run(makeGallery),
    neighbours ? {} : { enabled: false, reason: 'no-neighbouring-pictures' },
  );
  useCommand('gallery.take-apart', () => run(takeApart), inOne);
  return null;
};
