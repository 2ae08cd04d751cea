import type { Editor } from '@tiptap/core';
import { AllSelection, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../post.ts';
import { jsonOf } from '../schema.ts';
import { arbitraryDocument } from '../testing/arbitrary-document.ts';
import { caretOf, editorWith, outlineOf, placeCaret, press, select, type } from '../testing/editor.ts';
import { testSources } from '../testing/sources.ts';
import { mediaOf } from '../text.ts';
import { makeGallery, takeApart } from './gallery.ts';
import { nextCell, tableEdits } from './tables.ts';

const line = (name: string, words = ''): DocumentJson =>
  words ? { type: name, content: [{ type: 'text', text: words }] } : { type: name };
const everything: DocumentJson = {
  type: 'doc',
  content: [
    line('headline', 'Title'),
    {
      type: 'section',
      attrs: { kind: 'summary', label: '' },
      content: [
        line('sectionHeading', 'Facts'),
        line('paragraph', 'One'),
        { type: 'bulletList', content: [{ type: 'listItem', content: [line('paragraph', 'Item')] }] },
        { type: 'figure', content: [line('caption', 'Cap'), line('credit', 'Cred')] },
        { type: 'quotation', content: [line('paragraph', 'Quoted'), line('attribution', 'Her')] },
        line('paragraph'),
        line('heading', 'Head'),
      ],
    },
  ],
};
const sha256 = 'b'.repeat(64);
const source = testSources[0]?.id ?? '';
const video = {
  provider: 'youtube',
  videoId: 'aqz-KE-bpKQ',
  url: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
} as const;

const before = 'sectionHeading(Facts)';
const blocks = [
  'paragraph(One)',
  'bulletList(Item)',
  'figure(Cap|Cred)',
  'quotation(Quoted|Her)',
  'paragraph()',
  'heading(Head)',
];
const withNewAfter = (index: number, made: string): string =>
  [before, ...blocks.slice(0, index), made, ...blocks.slice(index)].join(' ');

describe('a new figure lands after the current block, and the caret in its caption,', () => {
  test.each([
    ['headline', 0, 0],
    ['sectionHeading', 0, 0],
    ['paragraph', 0, 1],
    ['paragraph', 1, 2],
    ['caption', 0, 3],
    ['credit', 0, 3],
    ['paragraph', 2, 4],
    ['attribution', 0, 4],
    ['heading', 0, 6],
  ] as const)('from the %s (%i)', (name, nth, index) => {
    const editor = editorWith(everything);
    placeCaret(editor, name, 1, nth);
    expect(editor.commands.insertFigure({ media: sha256, width: 4, height: 3 })).toBe(true);
    expect(outlineOf(editor)).toBe(withNewAfter(index, 'figure(|)'));
    expect(caretOf(editor)).toBe('figure > caption 0');
    editor.state.doc.check();
  });

  test('in the place of an empty paragraph', () => {
    const editor = editorWith(everything);
    placeCaret(editor, 'paragraph', 0, 3);
    editor.commands.insertFigure({ media: sha256 });
    expect(outlineOf(editor)).toBe([before, ...blocks.slice(0, 4), 'figure(|)', ...blocks.slice(5)].join(' '));
  });

  test('from a selected figure, and from everything selected', () => {
    const editor = editorWith(everything);
    placeCaret(editor, 'caption', 0);
    press(editor, 'Backspace');
    editor.commands.insertFigure({ media: sha256 });
    expect(outlineOf(editor)).toBe(withNewAfter(3, 'figure(|)'));
    const all = editorWith(everything);
    select(all, new AllSelection(all.state.doc));
    all.commands.insertFigure({ media: sha256 });
    expect(outlineOf(all)).toBe(withNewAfter(6, 'figure(|)'));
  });

  test('near the place of a drop, wherever that is', () => {
    const editor = editorWith(everything);
    for (let at = -1; at <= editor.state.doc.content.size + 1; at += 1) {
      const dropped = editorWith(everything);
      dropped.commands.insertFigure({ media: sha256 }, at);
      dropped.state.doc.check();
      expect(mediaOf(dropped.state.doc)).toEqual([sha256]);
      expect(dropped.state.doc.textContent).toBe(editor.state.doc.textContent);
    }
  });
});

test('several pictures stand in the order they were inserted', () => {
  const editor = editorWith(line('paragraph', 'Text'));
  for (const digit of '123') editor.commands.insertFigure({ media: digit.repeat(64) });
  expect(mediaOf(editor.state.doc)).toEqual(['1'.repeat(64), '2'.repeat(64), '3'.repeat(64)]);
});

test('a video lands like a figure; an address that is none is refused', () => {
  const editor = editorWith(line('paragraph', 'Text'));
  placeCaret(editor, 'paragraph', 1);
  expect(editor.commands.insertEmbed(video)).toBe(true);
  expect(outlineOf(editor)).toBe('paragraph(Text) embed(|)');
  expect(caretOf(editor)).toBe('embed > caption 0');
  expect(editor.commands.insertEmbed({ url: 'javascript:alert(1)' })).toBe(false);
});

test('an embed in the place of a line takes the caret of that line, and of no other', () => {
  const lines = {
    type: 'doc',
    content: [
      line('headline', ''),
      {
        type: 'section',
        attrs: { kind: 'free', label: '' },
        content: [line('paragraph', 'Address'), line('paragraph', 'Text')],
      },
    ],
  };
  const editor = editorWith(lines);
  placeCaret(editor, 'paragraph', 3);
  const at = editor.state.selection.$from.before();
  expect(editor.commands.replaceByEmbed(at, { url: 'javascript:alert(1)' })).toBe(false);
  expect(editor.commands.replaceByEmbed(at, video)).toBe(true);
  expect(outlineOf(editor)).toBe('embed(|) paragraph(Text)');
  expect(caretOf(editor)).toBe('embed > caption 0');

  const other = editorWith(lines);
  placeCaret(other, 'paragraph', 2, 1);
  other.commands.replaceByEmbed(at, video);
  expect(outlineOf(other)).toBe('embed(|) paragraph(Text)');
  expect(caretOf(other)).toBe('paragraph 2');
});

test('a quotation with words goes on in its attribution, without words in itself', () => {
  const editor = editorWith(line('paragraph', 'Text'));
  placeCaret(editor, 'paragraph', -1);
  editor.commands.insertQuotation({ source, text: 'One.\n\n Two.\r\nThree.' });
  expect(outlineOf(editor)).toBe('paragraph(Text) quotation(One.|Two.|Three.|)');
  expect(caretOf(editor)).toBe('quotation > attribution 0');
  placeCaret(editor, 'paragraph', -1);
  editor.commands.insertQuotation({ source: null });
  expect(outlineOf(editor)).toBe('paragraph(Text) quotation(|) quotation(One.|Two.|Three.|)');
  expect(caretOf(editor)).toBe('quotation > paragraph 0');
});

test('a divider at the end of a section leaves room to write on', () => {
  const editor = editorWith(line('paragraph', 'Text'));
  placeCaret(editor, 'paragraph', 2);
  editor.commands.insertDivider();
  expect(outlineOf(editor)).toBe('paragraph(Text) divider paragraph()');
  expect(caretOf(editor)).toBe('paragraph 0');
});

describe('citing', () => {
  test('inserts the label and goes on outside of it', () => {
    const editor = editorWith(line('paragraph', 'Text '));
    placeCaret(editor, 'paragraph', -1);
    editor.commands.setCitation({ source, label: 'Courier' });
    type(editor, ' more');
    expect(jsonOf(editor.state.doc.child(1)).content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Text ' },
          { type: 'text', text: 'Courier', marks: [{ type: 'citation', attrs: { source } }] },
          { type: 'text', text: ' more' },
        ],
      },
    ]);
  });

  test('ties selected words, and a link of theirs gives way', () => {
    const editor = editorWith(line('paragraph', 'Text'));
    select(editor, TextSelection.create(editor.state.doc, 4, 8));
    editor.commands.setLink({ href: 'https://a.example/' });
    editor.commands.setCitation({ source, label: 'unused' });
    expect(editor.state.doc.textContent).toBe('Text');
    expect(editor.isActive('citation', { source })).toBe(true);
    expect(editor.isActive('link')).toBe(false);
    editor.commands.unsetCitation();
    expect(editor.isActive('citation')).toBe(false);
  });

  test.each(['headline', 'sectionHeading', 'caption', 'attribution'])('is not offered in a %s', (name) => {
    const editor = editorWith(everything);
    placeCaret(editor, name, 1);
    expect(editor.can().setCitation({ source, label: 'x' })).toBe(false);
  });
});

describe('linking', () => {
  test('changes the link that the caret stands in, and takes it away', () => {
    const editor = editorWith(line('paragraph', 'Text'));
    select(editor, TextSelection.create(editor.state.doc, 4, 8));
    editor.commands.setLink({ href: 'https://a.example/' });
    placeCaret(editor, 'paragraph', 2);
    editor.commands.setLink({ href: 'https://b.example/' });
    expect(editor.state.doc.textContent).toBe('Text');
    expect(editor.getAttributes('link')).toEqual({ href: 'https://b.example/' });
    editor.commands.unsetLink();
    expect(editor.isActive('link')).toBe(false);
  });

  test('inserts words where nothing is selected', () => {
    const editor = editorWith(line('paragraph', 'See '));
    placeCaret(editor, 'paragraph', -1);
    editor.commands.setLink({ href: 'https://a.example/', text: 'this' });
    expect(outlineOf(editor)).toBe('paragraph(See this)');
  });

  test.each(['javascript:alert(1)', ' java\tscript:alert(1)', 'data:text/html,x', 'a.example', ''])(
    'refuses %j',
    (href) => {
      const editor = editorWith(line('paragraph', 'Text'));
      expect(editor.commands.setLink({ href })).toBe(false);
    },
  );
});

test('a heading toggles back to a paragraph and keeps its words', () => {
  const editor = editorWith(line('paragraph', 'Text'));
  placeCaret(editor, 'paragraph', 1);
  editor.commands.toggleHeading({ level: 3 });
  expect(editor.isActive('heading', { level: 3 })).toBe(true);
  editor.commands.toggleHeading({ level: 2 });
  expect(editor.isActive('heading', { level: 2 })).toBe(true);
  editor.commands.toggleHeading({ level: 2 });
  expect(outlineOf(editor)).toBe('paragraph(Text)');
});

const addWords = ['setCitation', 'setLink'] as const;
const actions: Readonly<Record<string, (editor: Editor) => unknown>> = {
  insertFigure: (editor) => editor.commands.insertFigure({ media: sha256 }),
  insertEmbed: (editor) => editor.commands.insertEmbed(video),
  insertQuotation: (editor) => editor.commands.insertQuotation({ source }),
  insertReadMore: (editor) => editor.commands.insertReadMore(),
  insertRawHtml: (editor) => editor.commands.insertRawHtml(),
  toggleCodeBlock: (editor) => editor.commands.toggleCodeBlock(),
  togglePullQuote: (editor) => editor.commands.togglePullQuote(),
  makeGallery: (editor) => makeGallery(editor.state, editor.view.dispatch),
  takeApart: (editor) => takeApart(editor.state, editor.view.dispatch),
  toggleAside: (editor) => editor.commands.toggleAside(),
  leaveCode: (editor) => press(editor, 'Mod-Enter'),
  insertDivider: (editor) => editor.commands.insertDivider(),
  insertFootnote: (editor) => editor.commands.insertFootnote(),
  insertTable: (editor) => editor.commands.insertTable(),
  rowBelow: (editor) => tableEdits['row-below'](editor.state, editor.view.dispatch),
  columnBefore: (editor) => tableEdits['column-before'](editor.state, editor.view.dispatch),
  headerRow: (editor) => tableEdits['header-row'](editor.state, editor.view.dispatch),
  nextCell: (editor) => nextCell(editor.state, editor.view.dispatch),
  setCitation: (editor) => editor.commands.setCitation({ source, label: 'Label' }),
  setLink: (editor) => editor.commands.setLink({ href: 'https://a.example/', text: 'Label' }),
  unsetLink: (editor) => editor.commands.unsetLink(),
  toggleHeading: (editor) => editor.commands.toggleHeading({ level: 2 }),
  setParagraph: (editor) => editor.commands.setParagraph(),
  toggleBulletList: (editor) => editor.commands.toggleBulletList(),
  toggleOrderedList: (editor) => editor.commands.toggleOrderedList(),
  toggleBold: (editor) => editor.commands.toggleBold(),
  toggleUnderline: (editor) => editor.commands.toggleUnderline(),
  enter: (editor) => press(editor, 'Enter'),
  newLine: (editor) => press(editor, 'Shift-Enter'),
  backspace: (editor) => press(editor, 'Backspace'),
  delete: (editor) => press(editor, 'Delete'),
  indent: (editor) => press(editor, 'Tab'),
  outdent: (editor) => press(editor, 'Shift-Tab'),
};

test('a line of another kind keeps its direction, its original on a blog and the language of its code', () => {
  const original = (number: number) => ({ original: number });
  const editor = editorWith({
    type: 'doc',
    content: [
      line('headline', 'Title'),
      {
        type: 'section',
        attrs: { kind: 'free', label: '' },
        content: [
          { ...line('paragraph', 'One'), attrs: { ...original(0), dir: 'rtl' } },
          { ...line('codeBlock', 'Two'), attrs: { ...original(1), language: 'php' } },
        ],
      },
    ],
  });
  const attrs = () => editor.state.doc.child(1).children.map((block) => ({ type: block.type.name, ...block.attrs }));
  placeCaret(editor, 'paragraph', 1);
  editor.commands.toggleHeading({ level: 3 });
  expect(attrs()[0]).toEqual({ type: 'heading', level: 3, dir: 'rtl', original: 0 });
  const { doc } = editor.state;
  select(editor, TextSelection.between(doc.resolve(doc.child(0).nodeSize + 2), Selection.atEnd(doc).$head));
  editor.commands.toggleCodeBlock();
  expect(attrs()).toEqual([
    { type: 'codeBlock', language: '', original: 0 },
    { type: 'codeBlock', language: 'php', original: 1 },
  ]);
});

test('a line that signs make another kind of keeps the same, and the words of its notes', () => {
  const note = { type: 'footnote', content: [{ type: 'text', text: 'Note' }] };
  const made = (signs: string) => {
    const words = { type: 'paragraph', attrs: { original: 4 }, content: [{ type: 'text', text: 'One' }, note] };
    const editor = editorWith({ type: 'section', content: [words] });
    placeCaret(editor, 'paragraph', 0);
    type(editor, signs);
    return editor.state.doc.child(1).child(0);
  };
  expect(made('### ').attrs).toEqual({ level: 3, dir: null, original: 4 });
  expect(made('### ').textContent).toBe('OneNote');
  expect(made('```php ').attrs).toEqual({ language: 'php', original: 4 });
  expect(made('```php ').textContent).toBe('One [Note]');
});

const anySelection = (editor: Editor, kind: number, from: number, to: number): Selection => {
  const { doc } = editor.state;
  const $from = doc.resolve(from % (doc.content.size + 1));
  if (kind === 0) return Selection.near($from);
  if (kind === 1) return TextSelection.between($from, doc.resolve(to % (doc.content.size + 1)));
  if (kind === 2 && $from.nodeAfter && NodeSelection.isSelectable($from.nodeAfter)) {
    return NodeSelection.create(doc, $from.pos);
  }
  return kind === 3 ? new AllSelection(doc) : Selection.near($from, -1);
};

// A line break is a character in code, a node elsewhere, and Tab indents code, where notes stand in brackets.
const wordsOf = ({ state }: Editor): string => state.doc.textContent.replace(/[\s[\]]/g, '');

test('no command and no key breaks a document, and without a selection none loses a word', () => {
  const step = fc.tuple(fc.constantFrom(...Object.keys(actions)), fc.nat(4), fc.nat(5000), fc.nat(5000));
  fc.assert(
    fc.property(arbitraryDocument, fc.array(step, { minLength: 1, maxLength: 12 }), (json, steps) => {
      const editor = editorWith(json);
      for (const [name, kind, from, to] of steps) {
        select(editor, anySelection(editor, kind, from, to));
        const caret = editor.state.selection instanceof TextSelection && editor.state.selection.empty;
        const text = wordsOf(editor);
        actions[name]?.(editor);
        editor.state.doc.check();
        if (caret && !addWords.some((each) => each === name)) expect(wordsOf(editor)).toBe(text);
      }
    }),
    // Each run makes editors: a failure is told at once instead of being made smaller for minutes.
    { numRuns: 150, endOnFailure: true },
  );
}, 60_000);
