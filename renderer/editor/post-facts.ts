import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { headlineOf, sourcesUsedIn, wordCount } from '../../core/document/text.ts';
import type { EditorState } from './editor-api.ts';

/** What the window shows of a document while it is being written. */
export type PostFacts = Pick<EditorState, 'headline' | 'words' | 'usedSources'> & {
  /** The heading of the first comment section; null where there is none. */
  readonly commentHeading: string | null;
};

/** Reads a document. It takes as long as a document is long, so it runs when typing rests and never in between. */
export const factsOf = (doc: ProseMirrorNode): PostFacts => {
  const counted = { summary: 0, comment: 0, quoted: 0 };
  let commentHeading: string | null = null;
  doc.forEach((section) => {
    if (section.type.name !== 'section') return;
    const side = section.attrs.kind === 'summary' ? 'summary' : 'comment';
    section.forEach((block) => {
      if (block.type.name === 'quotation') counted.quoted += wordCount(block);
      else if (block.type.name === 'sectionHeading') {
        if (section.attrs.kind === 'comment') commentHeading ??= block.textContent;
      } else if (block.firstChild?.type.isInGroup('captioning') !== true) counted[side] += wordCount(block);
    });
  });
  return { headline: headlineOf(doc), words: counted, usedSources: sourcesUsedIn(doc), commentHeading };
};
