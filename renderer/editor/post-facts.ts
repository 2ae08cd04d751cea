import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { sectionLength } from '../../core/document/balance.ts';
import { outlineOf } from '../../core/document/outline.ts';
import { addLengths, headlineOf, noLength, sourcesUsedIn } from '../../core/document/text.ts';
import type { EditorState } from './editor-api.ts';

/** What the window shows of a document while it is being written. */
export type PostFacts = Pick<EditorState, 'headline' | 'outline' | 'usedSources' | 'document'> & {
  readonly words: NonNullable<EditorState['words']>;
  readonly length: NonNullable<EditorState['length']>;
  /** The heading of the first comment section; null where there is none. */
  readonly commentHeading: string | null;
};

/** Reads a document. It takes as long as a document is long, so it runs when typing rests and never in between. */
export const factsOf = (doc: ProseMirrorNode): PostFacts => {
  const words = { summary: 0, comment: 0, quoted: 0 };
  let length = noLength;
  let commentHeading: string | null = null;
  doc.forEach((section) => {
    if (section.type.name !== 'section') return;
    const { own, quoted } = sectionLength(section);
    words[section.attrs.kind === 'summary' ? 'summary' : 'comment'] += own.words;
    words.quoted += quoted.words;
    length = [own, quoted].reduce(addLengths, length);
    const { firstChild } = section;
    if (section.attrs.kind === 'comment' && firstChild?.type.name === 'sectionHeading') {
      commentHeading ??= firstChild.textContent;
    }
  });
  return {
    headline: headlineOf(doc),
    document: doc,
    words,
    length,
    outline: outlineOf(doc),
    usedSources: sourcesUsedIn(doc),
    commentHeading,
  };
};
