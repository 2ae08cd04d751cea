import type { Editor } from '@tiptap/core';
import { type Command, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../post.ts';
import { caretOf, editorWith, outlineOf, placeCaret, press, select, type } from '../testing/editor.ts';
import { mediaOf } from '../text.ts';
import { galleryAtCaret, makeGallery, neighbouringFigures, takeApart } from './gallery.ts';
import { moveBlock, moveBlockTo } from './move-block.ts';
import { addPictures, insertPictures } from './pictures.ts';

const line = (name: string, words = ''): DocumentJson =>
  words ? { type: name, content: [{ type: 'text', text: words }] } : { type: name };
const figure = (caption = '', credit = ''): DocumentJson => ({
  type: 'figure',
  attrs: { media: (caption || '0').charCodeAt(0).toString(16).padStart(64, '0') },
  content: [line('caption', caption), line('credit', credit)],
});
const gallery = (caption: string, ...figures: DocumentJson[]): DocumentJson => ({
  type: 'gallery',
  content: [...figures, line('caption', caption)],
});
const section = (...content: DocumentJson[]): DocumentJson => ({ type: 'section', content });

const run = (editor: Editor, command: Command): boolean => {
  const ran = command(editor.state, editor.view.dispatch);
  editor.state.doc.check();
  return ran;
};

const positionsOf = (editor: Editor, name: string): readonly number[] => {
  const found: number[] = [];
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === name) found.push(at);
  });
  return found;
};

const selectNode = (editor: Editor, name: string, nth = 0): void => {
  select(editor, NodeSelection.create(editor.state.doc, positionsOf(editor, name)[nth] ?? -1));
};

describe('a gallery is made', () => {
  test('of all figures beside the one with the caret, and the caret stays in its words', () => {
    const editor = editorWith(section(line('paragraph', 'Text'), figure('A'), figure('B'), figure('C')));
    placeCaret(editor, 'caption', 1, 1);
    expect(run(editor, makeGallery)).toBe(true);
    expect(outlineOf(editor)).toBe('paragraph(Text) gallery(A|B|C|)');
    expect(caretOf(editor)).toBe('gallery > figure > caption 1');
    expect(editor.state.selection.$head.parent.textContent).toBe('B');
  });

  test('and unmade by the inverse of the change, as undo does', () => {
    for (const [json, command] of [
      [section(figure('A'), figure('B')), makeGallery],
      [section(gallery('All', figure('A'), figure('B'))), takeApart],
    ] as const) {
      const { state } = editorWith(json);
      const caret = TextSelection.near(state.doc.resolve(6));
      command(state.apply(state.tr.setSelection(caret)), (tr) => {
        const [step] = tr.steps;
        expect(step?.invert(state.doc).apply(tr.doc).doc?.eq(state.doc)).toBe(true);
        expect(tr.doc.eq(state.doc)).toBe(false);
      });
    }
    expect.assertions(4);
  });

  test('of those that are selected', () => {
    const editor = editorWith(section(figure('A'), figure('B'), figure('C')));
    const [, second = 0, third = 0] = positionsOf(editor, 'caption');
    select(editor, TextSelection.create(editor.state.doc, second + 1, third + 1));
    run(editor, makeGallery);
    expect(outlineOf(editor)).toBe('figure(A|) gallery(B|C|)');
  });

  test('of no single figure, of none with other blocks between them, and of none in a gallery', () => {
    const alone = editorWith(section(figure('A'), line('paragraph', 'Text'), figure('B')));
    placeCaret(alone, 'caption', 0);
    expect(neighbouringFigures(alone.state)).toBeNull();
    const [first = 0, last = 0] = positionsOf(alone, 'caption');
    select(alone, TextSelection.create(alone.state.doc, first + 1, last + 1));
    expect(run(alone, makeGallery)).toBe(false);
    const made = editorWith(section(gallery('', figure('A'), figure('B'))));
    placeCaret(made, 'caption', 0);
    expect(neighbouringFigures(made.state)).toBeNull();
  });

  test('of no more than fifty', () => {
    const editor = editorWith(section(...Array.from({ length: 51 }, () => figure())));
    placeCaret(editor, 'caption', 0);
    expect(neighbouringFigures(editor.state)).toBeNull();
    expect(run(editor, makeGallery)).toBe(false);
  });
});

describe('a gallery is taken apart', () => {
  test('into its figures, and its caption becomes a paragraph', () => {
    const editor = editorWith(section(gallery('All', figure('A', 'AFP'), figure('B')), line('paragraph', 'Text')));
    placeCaret(editor, 'caption', 1);
    expect(run(editor, takeApart)).toBe(true);
    expect(outlineOf(editor)).toBe('figure(A|AFP) figure(B|) paragraph(All) paragraph(Text)');
    expect(caretOf(editor)).toBe('figure > caption 1');
    expect(run(editor, takeApart)).toBe(false);
  });

  test('when it is selected as a whole, without a caption into nothing but figures', () => {
    const editor = editorWith(section(gallery('', figure('A'), figure('B'))));
    selectNode(editor, 'gallery');
    run(editor, takeApart);
    expect(outlineOf(editor)).toBe('figure(A|) figure(B|)');
  });
});

describe('a gallery that is left with one figure becomes that figure', () => {
  test('when one of two is removed; its caption becomes a paragraph', () => {
    const editor = editorWith(section(gallery('Both', figure('A'), figure('B')), line('paragraph', 'Text')));
    selectNode(editor, 'figure', 1);
    editor.view.dispatch(editor.state.tr.deleteSelection());
    expect(outlineOf(editor)).toBe('figure(A|) paragraph(Both) paragraph(Text)');
    editor.state.doc.check();
  });

  test('when one of two is moved out of it', () => {
    const editor = editorWith(section(gallery('', figure('A'), figure('B')), line('paragraph', 'Text')));
    const [first = 0] = positionsOf(editor, 'figure');
    run(editor, moveBlockTo(first, positionsOf(editor, 'paragraph')[0] ?? 0));
    expect(outlineOf(editor)).toBe('figure(B|) figure(A|) paragraph(Text)');
  });

  test('and one of three leaves a gallery of two', () => {
    const editor = editorWith(section(gallery('', figure('A'), figure('B'), figure('C'))));
    selectNode(editor, 'figure', 1);
    editor.view.dispatch(editor.state.tr.deleteSelection());
    expect(outlineOf(editor)).toBe('gallery(A|C|)');
  });
});

describe('pictures are added to a gallery', () => {
  const media = (digit: string) => ({ media: digit.repeat(64), width: 4, height: 3 });

  test('after the one with the caret, at the place of a drop, else at its end', () => {
    const editor = editorWith(section(gallery('All', figure('A'), figure('B'))));
    placeCaret(editor, 'caption', 0);
    run(editor, addPictures([media('1')]));
    expect(outlineOf(editor)).toBe('gallery(A||B|All)');
    expect(caretOf(editor)).toBe('gallery > figure > caption 0');
    selectNode(editor, 'gallery');
    run(editor, addPictures([media('2'), media('3')]));
    expect(outlineOf(editor)).toBe('gallery(A||B|||All)');
    run(editor, addPictures([media('4')], positionsOf(editor, 'figure')[1]));
    expect(mediaOf(editor.state.doc).map((sha256) => sha256[0])).toEqual(['0', '4', '1', '0', '2', '3']);
  });

  test('up to fifty; further ones stand after it in one of their own', () => {
    const editor = editorWith(section(gallery('', ...Array.from({ length: 49 }, () => figure()))));
    selectNode(editor, 'gallery');
    run(editor, addPictures([media('1'), media('2'), media('3')]));
    expect(editor.state.doc.child(1).children.map(({ childCount }) => childCount)).toEqual([51, 3]);
  });
});

describe('pictures that come in together', () => {
  const pictures = ['1', '2', '3'].map((digit) => ({ media: digit.repeat(64), width: 4, height: 3 }));
  const text = section(line('paragraph', 'Text'), line('paragraph', 'More'));

  test('become a gallery after the block with the caret, one alone a figure', () => {
    const editor = editorWith(text);
    placeCaret(editor, 'paragraph', 1);
    run(editor, insertPictures(pictures, 'gallery'));
    expect(outlineOf(editor)).toBe('paragraph(Text) gallery(|||) paragraph(More)');
    expect(caretOf(editor)).toBe('gallery > figure > caption 0');
    const single = editorWith(text);
    placeCaret(single, 'paragraph', 1, 1);
    run(single, insertPictures(pictures.slice(1, 2), 'gallery'));
    expect(outlineOf(single)).toBe('paragraph(Text) paragraph(More) figure(|)');
  });

  test('stand by themselves where that was asked for, in their order', () => {
    const editor = editorWith(text);
    placeCaret(editor, 'paragraph', 1);
    run(editor, insertPictures(pictures, 'figures'));
    expect(outlineOf(editor)).toBe('paragraph(Text) figure(|) figure(|) figure(|) paragraph(More)');
    expect(mediaOf(editor.state.doc)).toEqual(pictures.map(({ media }) => media));
  });

  test('fill the figure that has no picture, one at a time', () => {
    const empty = { type: 'figure', attrs: { media: null }, content: [line('caption', 'A'), line('credit')] };
    const editor = editorWith(section(empty, gallery('', figure('B'), empty)));
    placeCaret(editor, 'caption', 0);
    run(editor, insertPictures(pictures.slice(0, 1), 'gallery'));
    selectNode(editor, 'figure', 2);
    run(editor, insertPictures(pictures.slice(1, 2), 'figures'));
    expect(outlineOf(editor)).toBe('figure(A|) gallery(B|A|)');
    const media = mediaOf(editor.state.doc);
    expect([media[0], media[2]]).toEqual([pictures[0]?.media, pictures[1]?.media]);
  });

  test('become several galleries when one cannot hold them', () => {
    const editor = editorWith(text);
    const many = Array.from({ length: 120 }, () => ({ media: 'a'.repeat(64) }));
    run(editor, insertPictures(many, 'gallery', 1));
    expect(editor.state.doc.child(1).children.map(({ childCount }) => childCount)).toEqual([51, 51, 21, 1, 1]);
  });
});

describe('in a gallery', () => {
  const three = section(line('paragraph', 'Text'), gallery('All', figure('A'), figure('B'), figure('C')));

  test('a figure moves by key among its neighbours, at the end with the gallery', () => {
    const editor = editorWith(three);
    placeCaret(editor, 'caption', 1);
    run(editor, moveBlock('down'));
    expect(outlineOf(editor)).toBe('paragraph(Text) gallery(B|A|C|All)');
    expect(editor.state.selection.$head.parent.textContent).toBe('A');
    run(editor, moveBlock('down'));
    run(editor, moveBlock('up'));
    run(editor, moveBlock('up'));
    expect(outlineOf(editor)).toBe('paragraph(Text) gallery(A|B|C|All)');
    run(editor, moveBlock('up'));
    expect(outlineOf(editor)).toBe('gallery(A|B|C|All) paragraph(Text)');
    placeCaret(editor, 'caption', 0, 3);
    run(editor, moveBlock('down'));
    expect(outlineOf(editor)).toBe('paragraph(Text) gallery(A|B|C|All)');
  });

  test('Enter walks from caption to credit to the next figure, and from its own caption to a paragraph after it', () => {
    const editor = editorWith(three);
    placeCaret(editor, 'caption', -1);
    const places = Array.from({ length: 8 }, () => {
      press(editor, 'Enter');
      return `${caretOf(editor)} ${editor.state.selection.$head.parent.textContent}`;
    });
    const credit = 'gallery > figure > credit 0 ';
    const captionOf = (words: string): string => `gallery > figure > caption 0 ${words}`;
    expect(places).toEqual([
      credit,
      captionOf('B'),
      credit,
      captionOf('C'),
      credit,
      'gallery > caption 0 All',
      'paragraph 0 ',
      'paragraph 0 ',
    ]);
    expect(outlineOf(editor)).toContain('gallery(A|B|C|All) paragraph()');
  });

  test('Backspace at the start of its own caption selects it', () => {
    const editor = editorWith(three);
    placeCaret(editor, 'caption', 0, 3);
    press(editor, 'Backspace');
    expect(editor.state.selection).toBeInstanceOf(NodeSelection);
    expect(galleryAtCaret(editor.state)?.node.childCount).toBe(4);
    expect(outlineOf(editor)).toContain('gallery(A|B|C|All)');
  });

  test('typing looks for no gallery', () => {
    const editor = editorWith(section(gallery('', figure('A'))));
    placeCaret(editor, 'caption', -1);
    type(editor, 'b');
    press(editor, 'Backspace');
    expect(outlineOf(editor)).toBe('gallery(Ab|)');
  });
});
