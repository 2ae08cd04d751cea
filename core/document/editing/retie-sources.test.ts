import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument, toStored } from '../schema.ts';
import { arbitraryDocument } from '../testing/arbitrary-document.ts';
import { editorWith } from '../testing/editor.ts';
import { testSources } from '../testing/sources.ts';
import { sourcesUsedIn } from '../text.ts';
import { retieSources } from './retie-sources.ts';

const [kept = '', merged = ''] = testSources.map(({ id }) => id);

test('citations and quotations of one source become those of another, words and marks as they were', () => {
  const cited = (id: string, text: string) => ({
    type: 'text',
    text,
    marks: [{ type: 'bold' }, { type: 'citation', attrs: { source: id } }],
  });
  const editor = editorWith({
    type: 'quotation',
    attrs: { source: merged },
    content: [
      { type: 'paragraph', content: [cited(merged, 'one'), { type: 'text', text: ' and ' }, cited(kept, 'two')] },
      { type: 'attribution' },
    ],
  });
  const before = editor.state.doc;
  const { tr } = editor.state;
  expect(retieSources(tr, merged, kept)).toBe(2);
  tr.doc.check();
  expect(sourcesUsedIn(tr.doc)).toEqual([kept]);
  expect(tr.doc.textContent).toBe(before.textContent);
  expect(retieSources(tr, merged, kept)).toBe(0);
});

test('no document keeps a reference to the merged source, and none loses a word', () => {
  fc.assert(
    fc.property(arbitraryDocument, (doc) => {
      const parsed = parseDocument({ ...toStored(editorWith({ type: 'paragraph' }).state.doc), doc });
      if (!parsed.ok) throw new Error(parsed.error.detail);
      const { tr } = editorWith({ type: 'paragraph' }).state;
      tr.replaceWith(0, tr.doc.content.size, parsed.value.content);
      const words = tr.doc.textContent;
      const used = new Set(sourcesUsedIn(tr.doc).map((id) => (id === merged ? kept : id)));
      retieSources(tr, merged, kept);
      tr.doc.check();
      expect(tr.doc.textContent).toBe(words);
      expect(new Set(sourcesUsedIn(tr.doc))).toEqual(used);
    }),
    { numRuns: 50 },
  );
});
