import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type OriginalBlock, originOf, withoutOrigin, withoutOriginal } from '../document/origin.ts';
import { emptyFields } from '../document/post.ts';
import { dialects } from '../rendering/dialects/index.ts';
import {
  joined,
  movedDown,
  type Place,
  placesIn,
  split,
  withoutBlock,
  withParagraphBefore,
  withWord,
} from './testing/edits.ts';
import { blogPosts, homeBlog, imported, renderedFor, sent } from './testing/import-fixture.ts';

const piecesOf = (doc: ProseMirrorNode): readonly OriginalBlock[] => originOf(doc)?.blocks ?? [];

/** All that the blog had before a block, but for the gap. */
const upTo = (doc: ProseMirrorNode, index: number): string =>
  piecesOf(doc)
    .slice(0, index)
    .map(({ gap, markup }) => gap + markup)
    .join('');

/** All that the blog had behind a block and the gap after it. */
const behind = (doc: ProseMirrorNode, index: number): string => {
  const rest = piecesOf(doc).slice(index + 1);
  const markup = rest.map((piece, at) => (at === 0 ? '' : piece.gap) + piece.markup).join('');
  return markup + (originOf(doc)?.end ?? '');
};

/** Every block with what an edit makes of the document, where the edit is possible. */
const each = (
  doc: ProseMirrorNode,
  edit: (doc: ProseMirrorNode, place: Place) => ProseMirrorNode | null,
): readonly { readonly index: number; readonly edited: ProseMirrorNode }[] =>
  placesIn(doc).flatMap((place, index) => {
    const edited = edit(doc, place);
    return edited ? [{ index, edited }] : [];
  });

/** Whether all these stand in a text one after the other. */
const inOrder = (text: string, parts: readonly string[]): boolean => {
  let at = 0;
  return parts.every((part) => {
    const found = text.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
};

describe.each(blogPosts)('$name', ({ markup, format, dialect }) => {
  const doc = imported(markup, format);
  const pieces = piecesOf(doc);
  const originals = placesIn(doc).map(({ block }) => block);

  it('changes in the block that a word is typed into and nowhere else', () => {
    const edits = each(doc, withWord);
    expect(edits.length).toBeGreaterThan(0);
    for (const { index, edited } of edits) {
      const out = sent(edited, dialect);
      const start = upTo(doc, index) + (pieces[index]?.gap ?? '');
      const end = (pieces[index + 1]?.gap ?? '') + behind(doc, index);
      expect(out.startsWith(start)).toBe(true);
      expect(out.endsWith(end)).toBe(true);
      const written = out.slice(start.length, out.length - end.length);
      expect(written).toContain('Xyzzy');
      expect(written).not.toBe(pieces[index]?.markup);
    }
  });

  it('loses a block that is deleted and nothing else', () => {
    for (const { index, edited } of each(doc, withoutBlock)) {
      const out = sent(edited, dialect);
      const rest = pieces.filter((_, at) => at !== index).map((piece) => piece.markup);
      expect(inOrder(out, rest)).toBe(true);
      expect(out.startsWith(index === 0 ? (pieces[0]?.gap ?? '') + (rest[0] ?? '') : upTo(doc, index))).toBe(true);
      expect(out.endsWith(behind(doc, index))).toBe(true);
    }
  });

  it('gets a new block between two old ones, which stay', () => {
    for (const { index, edited } of each(doc, withParagraphBefore)) {
      const out = sent(edited, dialect);
      expect(out).toContain('<p>Quite new.</p>');
      expect(
        inOrder(
          out,
          pieces.map((piece) => piece.markup),
        ),
      ).toBe(true);
      expect(out.endsWith((pieces[index]?.markup ?? '') + (pieces[index + 1]?.gap ?? '') + behind(doc, index))).toBe(
        true,
      );
    }
  });

  it('keeps the markup of blocks that are moved', () => {
    for (const { index, edited } of each(doc, movedDown)) {
      const order = pieces.map((piece) => piece.markup);
      [order[index], order[index + 1]] = [order[index + 1] ?? '', order[index] ?? ''];
      expect(inOrder(sent(edited, dialect), order)).toBe(true);
    }
  });

  it('has no stale markup of a paragraph that was split or joined, and the old one when that is undone', () => {
    for (const { index, edited } of each(doc, split)) {
      const out = sent(edited, dialect);
      expect(out.startsWith(upTo(doc, index))).toBe(true);
      expect(out.endsWith(behind(doc, index))).toBe(true);
      expect(out.slice(upTo(doc, index).length, out.length - behind(doc, index).length)).not.toContain(
        pieces[index]?.markup,
      );
      const half = placesIn(edited)[index + 1];
      const mended = half && joined(edited, half);
      expect(mended && sent(mended, dialect)).toBe(markup);
    }
    for (const { index, edited } of each(doc, joined)) {
      const out = sent(edited, dialect);
      // Joined to nothing, the other paragraph still says what it said.
      if ([index - 1, index].some((at) => placesIn(doc)[at]?.block.textContent === '')) continue;
      expect(out.startsWith(upTo(doc, index - 1))).toBe(true);
      expect(out.endsWith(behind(doc, index))).toBe(true);
      const written = out.slice(upTo(doc, index - 1).length, out.length - behind(doc, index).length);
      expect(written.match(/<\/p>/g)).toHaveLength(1);
    }
  });

  it('knows a block again that was cut and pasted and lost its number', () => {
    const withNumberLost = (it: ProseMirrorNode, { block, at }: Place): ProseMirrorNode | null =>
      block.textContent === ''
        ? null
        : new Transform(it).replaceWith(at, at + block.nodeSize, withoutOriginal(block)).doc;
    for (const { edited } of each(doc, withNumberLost)) expect(sent(edited, dialect)).toBe(markup);
  });

  it('keeps every block that random edits leave alone', () => {
    const edits = [withWord, withoutBlock, withParagraphBefore, movedDown, split, joined] as const;
    const edit = fc.tuple(fc.constantFrom(...edits), fc.nat());
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (script) => {
        const edited = script.reduce((now, [change, nth]) => {
          const places = placesIn(now);
          const place = places[nth % places.length];
          return (place && change(now, place)) ?? now;
        }, doc);
        const untouched = placesIn(edited).flatMap(({ block }) => {
          const piece = pieces[Number(block.attrs.original ?? -1)];
          return piece && originals.some((it) => it.eq(block)) ? [piece.markup] : [];
        });
        expect(inOrder(sent(edited, dialect), untouched)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('says nothing of its markup to another blog, nor to nobody in particular', () => {
    for (const blog of ['another', null]) {
      const out = sent(doc, dialect, blog);
      expect(out).not.toBe(markup);
      expect(renderedFor(doc, dialect, { blog }).view).toBe(renderedFor(doc, dialect, { blog }).html);
      expect(out).toBe(sent(withoutOrigin(doc), dialect, blog));
    }
  });
});

test('an update leaves the picture that represents the post on its blog, unless the writer chose one', () => {
  const doc = imported('<!-- wp:paragraph -->\n<p>No picture.</p>\n<!-- /wp:paragraph -->', 'wordpress-blocks');
  expect(renderedFor(doc, dialects.wordpress).featured).toBeUndefined();
  expect(renderedFor(doc, dialects.wordpress, { blog: 'another' }).featured).toBeNull();
  const fields = { ...emptyFields, featuredImage: 'ab'.repeat(32) };
  expect(renderedFor(doc, dialects.wordpress, { fields }).featured).toBe(fields.featuredImage);
});

test('only its own blog is told apart from others', () => {
  const [post] = blogPosts;
  if (!post) throw new Error('No posts to test with');
  const doc = imported(post.markup, post.format);
  expect(originOf(doc)?.blog).toBe(homeBlog);
  expect(sent(doc, dialects['practice-blog'])).toBe(sent(withoutOrigin(doc), dialects['practice-blog']));
});
