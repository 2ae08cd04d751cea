import { Node } from '@tiptap/core';
import { choiceAttr, declareAttributes, flagAttr, imageAttr, numberAttr, recordingAttr } from '../../attributes.ts';
import { insertBlock } from '../../editing/place.ts';

/** What a recording is to who publishes it: HTML's two elements and the block editor's two blocks. */
export const recordingKinds = ['video', 'audio'] as const;
export type RecordingKind = (typeof recordingKinds)[number];

/** A recording as the document holds it. Width and height are pixels of a video's picture; null while unknown and for sound. */
export type RecordingAttributes = {
  readonly media: string | null;
  readonly kind: RecordingKind;
  /** The writer made it: it needs no credit. */
  readonly ownWork: boolean;
  readonly width: number | null;
  readonly height: number | null;
  /** The picture of the library that a video shows before it is played; null for its first frame. */
  readonly poster: string | null;
};

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    recording: {
      /** Puts a recording after the current block, or near the document position `at`; the caret goes to its caption. */
      insertRecording: (recording: Partial<RecordingAttributes>, at?: number) => ReturnType;
    };
  }
}

/** A video or audio file of the library with its caption and credit. */
export const recording = Node.create({
  name: 'recording',
  group: 'block',
  content: 'caption credit',
  isolating: true,
  draggable: true,
  addAttributes: () =>
    declareAttributes({
      media: recordingAttr('data-media'),
      kind: choiceAttr('data-kind', recordingKinds),
      ownWork: flagAttr('data-own-work'),
      width: numberAttr('data-width', { min: 1, initial: null }),
      height: numberAttr('data-height', { min: 1, initial: null }),
      poster: imageAttr('data-poster'),
    }),
  parseHTML: () => [{ tag: 'figure[data-recording]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', { 'data-recording': '', ...HTMLAttributes }, 0],
  addCommands() {
    return {
      insertRecording: (attributes, at) => insertBlock(this.type.createAndFill(attributes), at),
    };
  },
});
