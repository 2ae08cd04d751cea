import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from './markdown-tree.ts';
import type { DocumentJson } from './post.ts';
import { arbitraryDocument } from './testing/arbitrary-document.ts';
import { documentOf } from './testing/documents.ts';
import { testSources } from './testing/sources.ts';

const read = (markdown: string): Nodes =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

const all = (node: Nodes): readonly Nodes[] => [node, ...('children' in node ? node.children.flatMap(all) : [])];

const text = (words: string, ...marks: readonly string[]): DocumentJson => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});

const markdownOf = (...content: readonly DocumentJson[]): string =>
  toMarkdown(documentOf({ type: 'paragraph', content }).content, { sources: testSources }).trim();

/** Milliseconds: many documents, also on a busy machine. */
const slow = { timeout: 60_000 };

describe('Markdown', () => {
  test('of any document holds no HTML but our own few elements, and no address that could run', slow, () => {
    fc.assert(
      fc.property(arbitraryDocument, (json) => {
        for (const node of all(read(toMarkdown(documentOf(json).content, { sources: testSources })))) {
          if (node.type === 'html')
            expect(node.value).toMatch(/^(?:<\/?(?:u|mark|sub|sup)>|<!--more-->|<!--\/?gallery-->)$/);
          if ('url' in node) expect(node.url).toMatch(/^(?:https?|mailto):/i);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('of any line reads back as its words', slow, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }), (words) => {
        fc.pre(words.trim() !== '');
        const found = all(read(markdownOf(text(words))));
        const values = found.map((node) => ('value' in node && node.type !== 'html' ? node.value : ''));
        expect(values.join('').trim()).toBe(words.trim());
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [
      'opens signs once',
      [text('Very ', 'italic'), text('loud', 'bold', 'italic'), text(' indeed', 'italic')],
      '_Very **loud** indeed_',
    ],
    ['keeps spaces outside of signs', [text('a'), text(' bold ', 'bold'), text('b')], 'a **bold** b'],
    ['leaves out signs around nothing', [text('a'), text(' ', 'bold'), text('b')], 'a b'],
    ['puts signs around code', [text('ferry', 'bold', 'code'), text(' x', 'bold')], '**`ferry` x**'],
  ] as const)('%s', (_, content, markdown) => {
    expect(markdownOf(...content)).toBe(markdown);
  });
});
