import { DOMParser, DOMSerializer, type Node as ProseMirrorNode } from '@tiptap/pm/model';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { jsonOf, schema } from './schema.ts';
import { arbitraryDocument } from './testing/arbitrary-document.ts';
import { documentOf } from './testing/documents.ts';

// linkedom stands in for the window's DOM. Only its trees are used: it writes and reads text unlike a browser.
type Dom = Parameters<DOMParser['parse']>[0];

const bodyOf = (html: string) => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;

const parser = DOMParser.fromSchema(schema);

const copyOf = (doc: ProseMirrorNode): Dom => {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const options = { document: document as never };
  return DOMSerializer.fromSchema(schema).serializeFragment(doc.content, options);
};

/** Milliseconds: many documents, also on a busy machine. */
const slow = { timeout: 60_000 };

test('what the editor copies is what it pastes', slow, () => {
  fc.assert(
    fc.property(arbitraryDocument, (json) => {
      const doc = documentOf(json);
      const pasted = parser.parse(copyOf(doc), { preserveWhitespace: 'full' });
      expect(pasted.toJSON()).toEqual(doc.toJSON());
    }),
    { numRuns: 150 },
  );
});

const blocksOf = (html: string): unknown => {
  const topNode = schema.nodes.section?.createAndFill() ?? null;
  if (!topNode) throw new Error('No section to paste into');
  return jsonOf(parser.parse(bodyOf(html) as never, { topNode })).content;
};
const text = (words: string, ...marks: (string | { type: string; attrs: object })[]): object => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)) } : {}),
});
const paragraph = (...content: object[]): object => ({ type: 'paragraph', ...(content.length > 0 ? { content } : {}) });

describe('ordinary HTML becomes what it means:', () => {
  test.each<readonly [string, string, object[]]>([
    ['a top heading', '<h1>Words</h1>', [{ type: 'heading', attrs: { level: 2 }, content: [text('Words')] }]],
    ['a small heading', '<h6>Words</h6>', [{ type: 'heading', attrs: { level: 4 }, content: [text('Words')] }]],
    [
      'marks',
      '<p><b>a</b><strong>b</strong><i>c</i><em>d</em><u>e</u><s>f</s><del>g</del></p>',
      [paragraph(text('ab', 'bold'), text('cd', 'italic'), text('e', 'underline'), text('fg', 'strike'))],
    ],
    [
      'a quotation',
      '<blockquote><p>One.</p><p>Two.</p><footer>Her</footer></blockquote>',
      [
        {
          type: 'quotation',
          attrs: { source: null },
          content: [paragraph(text('One.')), paragraph(text('Two.')), { type: 'attribution', content: [text('Her')] }],
        },
      ],
    ],
    [
      'lists',
      '<ul><li>One</li></ul><ol start="4"><li><p>Four</p></li></ol>',
      [
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('One'))] }] },
        {
          type: 'orderedList',
          attrs: { start: 4 },
          content: [{ type: 'listItem', content: [paragraph(text('Four'))] }],
        },
      ],
    ],
    [
      'a line and a break',
      '<p>a<br>b</p><hr>',
      [paragraph(text('a'), { type: 'hardBreak' }, text('b')), { type: 'divider' }],
    ],
    [
      'a link',
      '<p><a href="https://a.example/x" onclick="alert(1)" target="_blank">x</a></p>',
      [paragraph(text('x', { type: 'link', attrs: { href: 'https://a.example/x' } }))],
    ],
    ['a footer outside a quotation', '<footer>Imprint</footer>', [paragraph(text('Imprint'))]],
    [
      'a foreign figure',
      '<figure><img src="https://a.example/x.jpg"><figcaption>Words</figcaption></figure>',
      [paragraph(text('Words'))],
    ],
    ['a foreign section', '<section><p>Words</p></section>', [paragraph(text('Words'))]],
    [
      'an ordered list that starts nowhere',
      '<ol start="x"><li>One</li></ol>',
      [
        {
          type: 'orderedList',
          attrs: { start: 1 },
          content: [{ type: 'listItem', content: [paragraph(text('One'))] }],
        },
      ],
    ],
  ])('%s', (_, html, content) => {
    expect(blocksOf(html)).toEqual(content);
  });
});

describe('hostile HTML leaves only its words:', () => {
  test.each([
    '<p><a href="javascript:alert(1)">Words</a></p>',
    '<p><a href=" java&#10;script:alert(1)">Words</a></p>',
    '<p><a href="data:text/html,x">Words</a></p>',
    '<p><a href="vbscript:x">Words</a></p>',
    '<p><a href="/relative">Words</a></p>',
    '<p onclick="alert(1)" style="position:fixed">Words</p>',
    '<p><cite data-source="">Words</cite></p>',
    '<figure data-embed data-url="javascript:alert(1)">Words</figure>',
    '<figure data-embed data-url="https://me:secret@evil.example/">Words</figure>',
    '<figure data-embed data-url="https://youtu.be/aqz-KE-bpKQ">Words</figure>',
  ])('%s', (html) => {
    expect(blocksOf(html)).toEqual([paragraph(text('Words'))]);
  });

  test('a figure with attributes of the wrong kind gets the defaults', () => {
    const html =
      '<figure data-figure data-media="../x" data-cut="all" data-width="9e9" data-decorative="yes" data-own-work="1"><figcaption>Words</figcaption></figure>';
    const [figure] = blocksOf(html) as { attrs: object; content: object[] }[];
    expect(figure?.attrs).toEqual({
      media: null,
      cut: null,
      alt: '',
      decorative: false,
      ownWork: false,
      align: 'none',
      size: 'full',
      width: null,
      height: null,
    });
    expect(figure?.content[0]).toEqual({ type: 'caption', content: [text('Words')] });
  });
});
