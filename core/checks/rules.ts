import type { CheckRule } from './check.ts';
import { copiedWords } from './rules/copying.ts';
import { embedCaption, embedCredit, embedGone } from './rules/embeds.ts';
import { linkGone, linkLabel, linkSilent } from './rules/links.ts';
import { agencyCredit, pictureAlt, pictureCredit } from './rules/pictures.ts';
import {
  commentMissing,
  excerptMissing,
  featuredImageAlt,
  featuredImageCredit,
  featuredImageMissing,
} from './rules/post.ts';
import { recordingCaption, recordingCredit, recordingTranscript } from './rules/recordings.ts';
import {
  quotationSource,
  sourceGone,
  sourceLink,
  sourceMissing,
  sourcePublisher,
  sourceTitle,
} from './rules/sources.ts';

/** Everything that is looked at before a post goes out, in the order in which it is shown. */
export const checkRules = [
  sourceMissing,
  sourceTitle,
  sourcePublisher,
  sourceLink,
  quotationSource,
  sourceGone,
  pictureCredit,
  pictureAlt,
  featuredImageCredit,
  embedCaption,
  embedCredit,
  recordingCaption,
  recordingCredit,
  commentMissing,
  linkGone,
  embedGone,
  recordingTranscript,
  copiedWords,
  linkLabel,
  linkSilent,
  agencyCredit,
  excerptMissing,
  featuredImageMissing,
  featuredImageAlt,
] as const satisfies readonly CheckRule[];

export type CheckId = (typeof checkRules)[number]['id'];
