import { EditorState } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../post.ts';
import { documentOf } from '../testing/documents.ts';
import { enterTranscript, hasTranscript } from './recordings.ts';

const recording: DocumentJson = {
  type: 'recording',
  attrs: { media: '3f'.repeat(32), kind: 'video' },
  content: [{ type: 'caption' }, { type: 'credit' }],
};

const postOf = (...blocks: readonly DocumentJson[]) =>
  EditorState.create({
    doc: documentOf({ type: 'doc', content: [{ type: 'headline' }, { type: 'section', content: blocks }] }),
  });

/** The recording is the first block of the section, behind an empty headline. */
const at = 3;

describe('a transcript', () => {
  test('is begun below its recording with a heading in the language of the post, and words make it one', () => {
    const { tr } = postOf(recording, { type: 'paragraph' });
    enterTranscript(tr, at, 'de-AT');
    const { parent } = tr.selection.$from;
    expect([parent.type.name, parent.content.size]).toEqual(['paragraph', 0]);
    expect(tr.selection.$from.node(-1).type.name).toBe('aside');
    expect(tr.selection.$from.node(-1).textContent).toBe('Transkript');
    expect(hasTranscript(tr.doc, at)).toBe(false);
    tr.insertText('Wir beginnen um vier.');
    expect(hasTranscript(tr.doc, at)).toBe(true);
    tr.doc.check();
  });

  test('that is there is gone on with', () => {
    const words = { type: 'paragraph', content: [{ type: 'text', text: 'We begin' }] };
    const { tr } = postOf(recording, { type: 'aside', content: [words] });
    enterTranscript(tr, at, 'en');
    tr.insertText(' at four.');
    expect(tr.doc.child(1).child(1).textContent).toBe('We begin at four.');
    expect(tr.doc.child(1).childCount).toBe(2);
  });

  test('is begun below a heading that stands there alone', () => {
    const heading = { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Transcript' }] };
    const { tr } = postOf(recording, { type: 'aside', content: [heading] });
    enterTranscript(tr, at, 'en').insertText('We begin at four.');
    expect(hasTranscript(tr.doc, at)).toBe(true);
    expect(tr.doc.child(1).child(1).firstChild?.textContent).toBe('Transcript');
    tr.doc.check();
  });

  test('is begun where a recording stands alone in a list item', () => {
    const item = { type: 'listItem', content: [{ type: 'paragraph' }, recording] };
    const { tr } = postOf({ type: 'bulletList', content: [item] });
    enterTranscript(tr, 7, 'en');
    tr.insertText('The foghorn.');
    tr.doc.check();
    expect(hasTranscript(tr.doc, 7)).toBe(true);
  });
});
