import { hasTranscript } from '../../document/editing/recordings.ts';
import type { CheckRule } from '../check.ts';
import { aboutOf, blockPlace, isBlank, nodesOf, type Placed } from '../places.ts';

/** Recordings that have a file; one without it is only its words. */
const recordingsOf = (doc: Placed['node']): readonly Placed[] =>
  nodesOf(doc, 'recording').filter(({ node }) => node.attrs.media !== null);

/** Every video or audio file says what is seen or heard in it. */
export const recordingCaption: CheckRule<'recording-caption'> = {
  id: 'recording-caption',
  level: 'must',
  find: ({ document }) =>
    recordingsOf(document)
      .filter(({ node }) => isBlank(node.firstChild))
      .map((recording) => ({
        place: blockPlace(recording, 'caption'),
        about: aboutOf(recording.node.attrs.media),
      })),
};

/** Every video or audio file says whose it is. */
export const recordingCredit: CheckRule<'recording-credit'> = {
  id: 'recording-credit',
  level: 'must',
  find: ({ document }) =>
    recordingsOf(document)
      .filter(({ node }) => node.attrs.ownWork !== true && isBlank(node.lastChild))
      .map((recording) => ({
        place: blockPlace(recording, 'credit'),
        about: aboutOf(recording.node.attrs.media),
        fix: { name: 'own-work' },
      })),
};

/** Every video or audio file has a transcript below it, for readers who cannot hear or see it. */
export const recordingTranscript: CheckRule<'recording-transcript'> = {
  id: 'recording-transcript',
  level: 'should',
  find: ({ document }) =>
    recordingsOf(document)
      .filter(({ from }) => !hasTranscript(document, from))
      .map((recording) => ({
        place: blockPlace(recording),
        about: aboutOf(recording.node.attrs.media),
        fix: { name: 'transcript' },
      })),
};
