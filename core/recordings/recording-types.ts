import type { RecordingKind } from '../document/nodes/recording/schema.ts';

/**
 * Video and audio files that are taken in: what all browsers play and WordPress takes (`wp_get_mime_types`). A WebM without
 * pictures is sound, as browsers record it.
 */
export const recordingTypes = {
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/webm': 'webm',
} as const;
export type RecordingType = keyof typeof recordingTypes;

/** The largest video or audio file that is taken in, in bytes (1 GB): few blogs take more than a part of that. */
export const maxRecordingBytes = 1_000_000_000;

/** Whether a type is that of a video or audio file. */
export const isRecordingType = (type: string): type is RecordingType => Object.hasOwn(recordingTypes, type);

/** Which of the two players a file needs. */
export const recordingKindOf = (type: RecordingType): RecordingKind => (type.startsWith('video/') ? 'video' : 'audio');

/** Whether a file that calls itself so may be a video or audio file. Its bytes have the last word. */
export const mayBeRecording = ({ type, name }: { readonly type: string; readonly name: string }): boolean =>
  /^(?:video|audio)\//.test(type) || /\.(?:mp4|m4v|m4a|webm|mp3|ogg|oga|opus|wav|mov|avi|mkv|wm[av])$/i.test(name);
