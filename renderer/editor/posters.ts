import type { Editor } from '@tiptap/react';
import { recordingAtCaret } from '../../core/document/editing/recordings.ts';
import type { AddedPicture } from '../../core/document/media.ts';
import type { Bridge } from '../../core/ipc.ts';
import { failed, type Result } from '../../core/trouble.ts';
import { announce } from '../ui/announce.ts';
import type { EditorContext } from './editor-context.ts';
import { checkPicture, tellPlacesRemoved, trackPlace } from './pictures.ts';
import { startUndoStep } from './undo/undo-history.ts';
import { words } from './words.ts';

type Needs = {
  readonly editor: Editor;
  readonly context: Pick<EditorContext, 'pictureAddress' | 'playerAddress' | 'mediaFacts' | 'onTrouble'>;
  readonly media: Bridge['media'];
};

/** A video of its own at a moment, in seconds; null when this window cannot play it. `crossOrigin` as HTML's attribute. */
const videoAt = (address: string, seconds: number, crossOrigin: string | null): Promise<HTMLVideoElement | null> =>
  new Promise((resolve) => {
    const video = document.createElement('video');
    video.muted = true;
    video.preload = 'auto';
    video.crossOrigin = crossOrigin;
    video.onerror = () => resolve(null);
    video.onseeked = () => resolve(video);
    // Also the beginning is gone to: only then its picture is there to be drawn.
    video.onloadeddata = () => {
      video.currentTime = seconds;
    };
    video.src = address;
  });

/**
 * The picture that a video shows at a moment, as a JPEG in the video's own size; null when it cannot be taken. The files have a scheme
 * of their own, whose pictures a canvas gives away only when they were asked for with CORS, or when the engine does not part it
 * from the page.
 */
const frameAt = async (address: string, seconds: number): Promise<Blob | null> => {
  const video = (await videoAt(address, seconds, 'anonymous')) ?? (await videoAt(address, seconds, null));
  if (!video || video.videoWidth === 0) return null;
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  video.removeAttribute('src');
  video.load();
  try {
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return null;
    throw error;
  }
};

/** The moment that the player of the recording at a place shows, in seconds. */
const momentOf = (editor: Editor, at: number): number => {
  const shown = editor.view.nodeDOM(at);
  return (shown instanceof HTMLElement ? shown.querySelector('video')?.currentTime : undefined) ?? 0;
};

const setPoster = ({ editor }: Needs, at: number, media: string, poster: string | null): void => {
  if (editor.isDestroyed || editor.state.doc.nodeAt(at)?.attrs.media !== media) return;
  editor.view.dispatch(startUndoStep(editor.state.tr.setNodeAttribute(at, 'poster', poster)));
  announce(words(poster === null ? 'recording.posterRemoved' : 'recording.posterSet'));
};

/** Gives the video at the caret the picture that `find` answers, wherever the video has gone meanwhile. */
const givePoster = async (
  needs: Needs,
  find: (video: { readonly media: string; readonly at: number }) => Promise<Result<AddedPicture> | undefined>,
): Promise<void> => {
  const { editor, context } = needs;
  const recording = recordingAtCaret(editor.state);
  const media: unknown = recording?.node.attrs.media;
  if (!recording || typeof media !== 'string') return;
  const place = trackPlace(editor, recording.at);
  const found = await find({ media, at: recording.at });
  const picture = found?.ok ? await checkPicture(found.value, { ...context, media: needs.media }) : found;
  place.stop();
  if (picture === undefined) return;
  if (!picture.ok) {
    context.onTrouble(picture.error);
    return;
  }
  setPoster(needs, place.place(), media, picture.value.sha256);
  if (picture.value.placeRemoved) tellPlacesRemoved(1);
};

/** Makes the picture that the player of the video at the caret shows its poster, as one undo step. */
export const posterFromMoment = (needs: Needs): Promise<void> =>
  givePoster(needs, async ({ media, at }) => {
    const { editor, context } = needs;
    const frame = await frameAt(context.playerAddress(media), momentOf(editor, at));
    const name = (await context.mediaFacts(media))?.name ?? 'video';
    if (!frame) return failed('media/no-frame', { params: { name } });
    const bytes = new Uint8Array(await frame.arrayBuffer());
    return needs.media.add({ name: `${name.replace(/\.\w{1,5}$/, '')}.jpg`, bytes });
  });

/** The same with a picture that the system's dialog gives. */
export const posterFromFile = (needs: Needs): Promise<void> =>
  givePoster(needs, async () => {
    const chosen = await needs.media.choose();
    return chosen.ok ? chosen.value[0] : chosen;
  });

/** Takes the poster of the video at the caret away; its file stays for undo. */
export const removePoster = (needs: Needs): void => {
  const recording = recordingAtCaret(needs.editor.state);
  if (recording) setPoster(needs, recording.at, recording.node.attrs.media, null);
};
