import type { Editor } from '@tiptap/react';
import { type Arrangement, insertPictures as insertAsBlocks } from '../../core/document/editing/pictures.ts';
import { type AddedPicture, type Media, maxPictureBytes, refusalOf } from '../../core/document/media.ts';
import type { Bridge } from '../../core/ipc.ts';
import { failed, ok, type Result } from '../../core/trouble.ts';
import { showNotice } from '../ui/notices.ts';
import type { EditorContext } from './editor-context.ts';
import { startUndoStep } from './undo/undo-history.ts';
import { words } from './words.ts';

type PictureContext = Pick<EditorContext, 'pictureAddress' | 'onTrouble'> & { readonly media: Bridge['media'] };

/** Takes a dropped or pasted file into the library. Its size and type are looked at before any byte is read. */
export const takeIn = async (file: File, media: Bridge['media']): Promise<Result<AddedPicture>> => {
  const name = file.name.slice(0, 255) || 'picture';
  const refusal = refusalOf(file);
  if (refusal) return failed(refusal, { params: { name } });
  if (file.size > maxPictureBytes) {
    return failed('media/too-large', { params: { name, limit: maxPictureBytes / 1_000_000 } });
  }
  return media.add({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
};

/** Only asked whether it can be made, so a small one will do; pixels. */
const bitmapWidth = 64;

/**
 * Whether this window can draw the whole picture. An `<img>` shows what it has of a file that was cut off and calls
 * that loaded; a bitmap is only made of a whole one.
 */
const decodes = async (address: string): Promise<boolean> => {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    const bitmap = await createImageBitmap(image, { resizeWidth: bitmapWidth });
    bitmap.close();
    return true;
  } catch (error) {
    if (error instanceof DOMException && ['EncodingError', 'InvalidStateError'].includes(error.name)) return false;
    throw error;
  }
};

/** A picture that can be drawn; one that cannot is taken out of the library again and answered as `media/corrupt`. */
export const checkPicture = async (picture: AddedPicture, context: PictureContext): Promise<Result<AddedPicture>> => {
  if (await decodes(context.pictureAddress(picture.sha256))) return ok(picture);
  await context.media.discard({ sha256: picture.sha256 });
  return failed('media/corrupt', { params: { name: picture.name } });
};

/** Says that the place where pictures were taken did not come in with them. */
export const tellPlacesRemoved = (count: number): void => {
  if (count > 0) showNotice({ text: words('picture.placeRemoved', { count }) });
};

/** Follows a place of the document through what is typed while something is under way. */
export const trackPlace = (editor: Editor, place: number) => {
  let at = place;
  const follow = ({ transaction, appendedTransactions }: TransactionEvent): void => {
    for (const tr of [transaction, ...(appendedTransactions ?? [])]) at = tr.mapping.map(at);
  };
  editor.on('transaction', follow);
  return {
    /** Where it is now. */
    place: (): number => at,
    stop: (): void => {
      editor.off('transaction', follow);
    },
  };
};

type TransactionEvent = {
  readonly transaction: Editor['state']['tr'];
  readonly appendedTransactions?: readonly Editor['state']['tr'][];
};

/** A picture of the library as the attributes of a figure. */
export const figureOf = ({ sha256, width, height }: Media) => ({ media: sha256, cut: null, width, height });

/**
 * Puts pictures where they were asked for, in order and as one undo step: at a drop's place, else after the block that has
 * the caret. The place moves along with what is typed while they come in. Those that did not come in are told one by one.
 */
export const insertPictures = async (
  editor: Editor,
  pictures: readonly (Result<AddedPicture> | Promise<Result<AddedPicture>>)[],
  context: PictureContext,
  arrangement: Arrangement,
  drop?: number,
): Promise<void> => {
  const asked = trackPlace(editor, drop ?? editor.state.selection.head);
  const came: AddedPicture[] = [];
  for (const picture of pictures) {
    const taken = await picture;
    const checked = taken.ok ? await checkPicture(taken.value, context) : taken;
    if (editor.isDestroyed) break;
    if (checked.ok) came.push(checked.value);
    else context.onTrouble(checked.error);
  }
  asked.stop();
  if (came.length === 0 || editor.isDestroyed) return;
  const moved = drop !== undefined || editor.state.selection.head !== asked.place();
  const insert = insertAsBlocks(came.map(figureOf), arrangement, moved ? asked.place() : undefined);
  insert(editor.state, (tr) => editor.view.dispatch(startUndoStep(tr)));
  editor.view.focus();
  tellPlacesRemoved(came.filter(({ placeRemoved }) => placeRemoved).length);
};
