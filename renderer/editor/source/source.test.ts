import { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../../../core/document/post.ts';
import { schema } from '../../../core/document/schema.ts';
import { arbitraryDocument } from '../../../core/document/testing/arbitrary-document.ts';
import { documentOf } from '../../../core/document/testing/documents.ts';
import { changeBody } from './body-changes.ts';
import { printSource } from './print-source.ts';
import { lossesIn, readSource } from './read-source.ts';

// linkedom stands in for the window's DOM; only its trees are used.
const page = parseHTML('<!doctype html><html><body></body></html>').document as unknown as Document;

/** Milliseconds: many documents, also on a busy machine. */
const slow = { timeout: 60_000 };

const paragraph = (text: string): DocumentJson => ({
  type: 'paragraph',
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
});
const section = (...content: readonly DocumentJson[]): DocumentJson => ({
  type: 'section',
  attrs: { kind: 'summary', label: '' },
  content,
});
const post = (...sections: readonly DocumentJson[]): DocumentJson => ({
  type: 'doc',
  content: [{ type: 'headline', content: [{ type: 'text', text: 'Ferries' }] }, ...sections],
});
const boats = documentOf(post(section(paragraph('One'), paragraph('Two'), { type: 'divider' }, paragraph('Three'))));

describe('the HTML source', () => {
  test('reads back as the document that it was printed of, and loses nothing', slow, () => {
    fc.assert(
      fc.property(arbitraryDocument, (json) => {
        const doc = documentOf(json);
        const { html } = printSource(doc, null);
        const read = readSource(html, doc, page);
        expect(read.toJSON()).toEqual(doc.toJSON());
        expect(lossesIn(html, printSource(read, null).html)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('is indented, has each block on its line and shows the place of the caret', () => {
    const { html, caret } = printSource(boats, boats.child(1).child(1));
    expect(html).toBe(
      [
        '<section data-section data-kind="summary">',
        '  <p>One</p>',
        '  <p>Two</p>',
        '  <hr>',
        '  <p>Three</p>',
        '</section>',
        '',
      ].join('\n'),
    );
    expect(html.slice(caret)).toMatch(/^<p>Two/);
  });

  test('keeps spaces, tabs and line ends of the words, and joins those that were only typed into the source', () => {
    const words = ' two  spaces\tand\nlines\u00a0 ';
    const doc = documentOf(post(section(paragraph(words))));
    const { html } = printSource(doc, null);
    expect(readSource(html, doc, page).eq(doc)).toBe(true);
    const broken = readSource(
      '<section data-section data-kind="summary">\n<p>\n  two\n  words\n</p></section>',
      doc,
      page,
    );
    expect(broken.child(1).textContent).toBe('two words');
  });

  test('runs nothing and says what would be lost', () => {
    const html = `<section data-section><p onclick="alert(1)" style="color: red">One <b>two</b></p>
      <script>alert(2)</script><iframe src="https://evil.example/"></iframe><h1 data-headline>Words</h1></section>`;
    const read = readSource(html, boats, page);
    expect(read.firstChild?.textContent).toBe('Ferries');
    const kept = printSource(read, null).html;
    expect(kept).not.toMatch(/script|iframe|onclick|style|evil/);
    expect(kept).toContain('Words');
    expect(lossesIn(html, kept).map(({ name, count }) => `${count} ${name}`)).toEqual([
      '1 onclick',
      '1 style',
      '1 <script>',
      '1 <iframe>',
      '1 src',
      '1 data-headline',
    ]);
  });

  test('names elements that are called like what every object has', () => {
    expect(lossesIn('<constructor>Words</constructor>', '<p>Words</p>')).toEqual([{ name: '<constructor>', count: 1 }]);
  });
});

describe('applying a source', () => {
  test('makes the new document of any old one', slow, () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (one, other) => {
        const before = documentOf(one);
        const after = before.copy(documentOf(other).content.replaceChild(0, before.child(0)));
        const tr = changeBody(EditorState.create({ doc: before }).tr, before, after);
        tr.doc.check();
        expect(tr.doc.toJSON()).toEqual(after.toJSON());
      }),
      { numRuns: 100 },
    );
  });

  test('touches only the blocks that differ', () => {
    const { html } = printSource(boats, null);
    const edited = html.replace('<p>Two</p>', '<p>Two boats</p>').replace('<p>Three</p>', '<p>Three</p><p>Four</p>');
    const after = readSource(edited.replace('summary', 'comment'), boats, page);
    const tr = changeBody(EditorState.create({ doc: boats }).tr, boats, after);
    expect(tr.doc.eq(after)).toBe(true);
    const [before, now] = [boats.child(1), tr.doc.child(1)];
    expect(now.attrs.kind).toBe('comment');
    expect([now.child(0), now.child(2), now.child(3)]).toEqual([before.child(0), before.child(2), before.child(3)]);
    expect([
      now.child(0) === before.child(0),
      now.child(2) === before.child(2),
      now.child(3) === before.child(3),
    ]).toEqual([true, true, true]);
  });

  test('leaves the originals of the blocks of a blog’s post that it does not change', () => {
    const from = (original: number, text: string): DocumentJson => ({ ...paragraph(text), attrs: { original } });
    const pulled = documentOf(post(section(from(0, 'One'), from(1, 'Two'), from(2, 'Three'))));
    const { html } = printSource(pulled, null);
    expect(html).not.toContain('original');
    const after = readSource(html.replace('Two', 'Deux'), pulled, page);
    const { doc } = changeBody(EditorState.create({ doc: pulled }).tr, pulled, after);
    expect(doc.child(1).children.map((block) => [block.textContent, block.attrs.original])).toEqual([
      ['One', 0],
      ['Deux', null],
      ['Three', 2],
    ]);
  });

  test('leaves an empty section where everything was taken out', () => {
    const after = readSource('', boats, page);
    const { doc } = changeBody(EditorState.create({ doc: boats }).tr, boats, after);
    doc.check();
    expect(doc.textContent).toBe('Ferries');
  });

  test('changes nothing when nothing was changed', () => {
    const after = readSource(printSource(boats, null).html, boats, page);
    expect(changeBody(EditorState.create({ doc: boats }).tr, boats, after).docChanged).toBe(false);
  });

  test('leaves alone what came into the post meanwhile', () => {
    const state = EditorState.create({ doc: boats });
    const meanwhile = state.tr.insert(boats.content.size - 1, schema.node('paragraph', null, [schema.text('Picture')]));
    const after = readSource(printSource(boats, null).html.replace('Two', 'Zwei'), boats, page);
    const tr = changeBody(state.apply(meanwhile).tr, boats, after, meanwhile.mapping);
    expect(tr.doc.textContent).toBe('FerriesOneZweiThreePicture');
  });
});
