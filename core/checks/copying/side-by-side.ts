import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { lineOf } from './checked-text.ts';
import type { Span } from './copied-runs.ts';
import type { Copied } from './copy-check.ts';

/** Words with what stands around them. */
export type InContext = { readonly before: string; readonly words: string; readonly after: string };

/** How much of what stands around is shown on either side, in characters. */
const around = 240;

const inContext = (text: string, { from, to }: Span): InContext => {
  const start = Math.max(0, from - around);
  const end = Math.min(text.length, to + around);
  const before = text.slice(start, from);
  const after = text.slice(to, end);
  return {
    // From the first whole word on, where something was left out; what has no blanks is cut anywhere.
    before: start === 0 ? before : `…${before.replace(/^\S{0,40}\s/, '')}`,
    words: text.slice(from, to),
    after: end === text.length ? after : `${after.replace(/\s\S{0,40}$/, '')}…`,
  };
};

/** A copied run as it stands in the post, in its text block, and as it stands in the source's text. */
export const sideBySide = (
  doc: ProseMirrorNode,
  { from, to, inSource }: Copied,
  sourceText: string,
): { readonly own: InContext; readonly source: InContext } => {
  const $from = doc.resolve(from);
  const start = $from.start();
  return {
    own: inContext(lineOf($from.parent), { from: from - start, to: to - start }),
    source: inContext(sourceText, inSource),
  };
};
