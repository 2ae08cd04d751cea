import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { nodeTypeOf } from '../node-type.ts';
import { transcriptWord } from '../transcript-word.ts';
import { type CaptionedBlock, captionedAtCaret } from './captioned.ts';

/** The recording that is selected, or whose caption or credit holds the caret; null elsewhere. */
export const recordingAtCaret = (state: Pick<EditorState, 'selection'>): CaptionedBlock | null => {
  const block = captionedAtCaret(state);
  return block?.kind === 'recording' ? block : null;
};

const endOf = (doc: ProseMirrorNode, at: number): number => at + (doc.nodeAt(at)?.nodeSize ?? 0);

const besideText = (node: ProseMirrorNode | null): ProseMirrorNode | null =>
  node?.type.name === 'aside' ? node : null;

/** Whether the aside that follows the recording at a place says something below its headings: that is its transcript. */
export const hasTranscript = (doc: ProseMirrorNode, at: number): boolean => {
  let said = false;
  besideText(doc.resolve(endOf(doc, at)).nodeAfter)?.descendants((node) => {
    if (node.isTextblock && node.type.name !== 'heading' && node.textContent.trim() !== '') said = true;
    return !said && !node.isTextblock;
  });
  return said;
};

/**
 * Puts the caret into the transcript of the recording at a place: the aside that follows it, which is made with a heading in
 * the post's language (BCP 47) where there is none. One that ends with anything but a paragraph gets an empty one: words in a
 * heading would be no transcript.
 */
export const enterTranscript = (tr: Transaction, at: number, language: string): Transaction => {
  const after = endOf(tr.doc, at);
  const { schema } = tr.doc.type;
  const paragraph = nodeTypeOf(schema, 'paragraph');
  const there = besideText(tr.doc.resolve(after).nodeAfter);
  if (there === null) {
    const heading = nodeTypeOf(schema, 'heading').create({ level: 3 }, schema.text(transcriptWord(language)));
    tr.insert(after, nodeTypeOf(schema, 'aside').create(null, [heading, paragraph.create()]));
  } else if (there.lastChild?.type !== paragraph) tr.insert(endOf(tr.doc, after) - 1, paragraph.create());
  const end = endOf(tr.doc, after) - 1;
  return tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1)).scrollIntoView();
};
