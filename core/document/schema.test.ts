import fc from 'fast-check';
import type { Nodes } from 'hast';
import { describe, expect, test } from 'vitest';
import { documentLimits } from './hostile.ts';
import { toHtmlTree } from './html-tree.ts';
import { schemaVersion } from './migrations/migrations.ts';
import type { DocumentJson, StoredDocument } from './post.ts';
import { applyEdits, declaredAttributes, jsonOf, parseDocument, schema, toStored } from './schema.ts';
import { arbitraryDocument } from './testing/arbitrary-document.ts';
import { documentOf, wholeDocument } from './testing/documents.ts';
import { testSources } from './testing/sources.ts';

const text = (words: string): DocumentJson => ({ type: 'text', text: words });
const paragraph = (...content: DocumentJson[]): DocumentJson => ({ type: 'paragraph', content });
const stored = (doc: unknown): StoredDocument => ({ schemaVersion, doc: doc as DocumentJson });
const whole = (node: unknown): StoredDocument => stored(wholeDocument(node as DocumentJson));

test('any document reads back as it was stored', () => {
  fc.assert(
    fc.property(arbitraryDocument, (json) => {
      const first = parseDocument(stored(json));
      if (!first.ok) throw new Error(first.error.detail);
      const again = parseDocument(JSON.parse(JSON.stringify(toStored(first.value))));
      if (!again.ok) throw new Error(again.error.detail);
      expect(again.value.eq(first.value)).toBe(true);
      expect(again.value.textContent).toBe(first.value.textContent);
    }),
    { numRuns: 150 },
  );
});

const elements = (node: Nodes): readonly Extract<Nodes, { type: 'element' }>[] =>
  'children' in node
    ? node.children.flatMap((child) => [...(child.type === 'element' ? [child] : []), ...elements(child)])
    : [];

test('no document becomes HTML that could run', () => {
  const allowed = new Set(
    'section h2 h3 h4 p ul ol li blockquote footer cite figure img figcaption table thead tbody tr th td span hr video audio a strong em u s br mark sup sub code pre aside div'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(arbitraryDocument, (json) => {
      for (const element of elements(toHtmlTree(documentOf(json), { sources: testSources }))) {
        expect(allowed).toContain(element.tagName);
        for (const [name, value] of Object.entries(element.properties)) {
          expect(name).not.toMatch(/^on|^style$|^srcdoc$/i);
          if (['href', 'src', 'cite', 'dataUrl'].includes(name)) {
            // A place of the same page is a footnote or the way back from it.
            if (/^#fn(?:ref)?-\d+$/.test(String(value))) expect(element.properties.role).toMatch(/^doc-/);
            else expect(['http:', 'https:', 'mailto:']).toContain(new URL(String(value)).protocol);
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('every attribute says what it holds', () => {
  for (const type of [...Object.values(schema.nodes), ...Object.values(schema.marks)]) {
    expect([...(declaredAttributes.get(type.name)?.keys() ?? [])]).toEqual(Object.keys(type.spec.attrs ?? {}));
  }
});

test('a section that the editor makes itself holds a paragraph and no heading', () => {
  const made = schema.nodes.section?.createAndFill();
  expect(made && jsonOf(made).content).toEqual([{ type: 'paragraph' }]);
});

const link = (href: unknown): DocumentJson => ({
  type: 'text',
  text: 'x',
  marks: [{ type: 'link', attrs: { href } }],
});
const figure = (attrs: Record<string, unknown>): DocumentJson => ({
  type: 'figure',
  attrs,
  content: [{ type: 'caption' }, { type: 'credit' }],
});
const embed = (url: string): DocumentJson => ({
  type: 'embed',
  attrs: { url, provider: 'youtube', videoId: 'aqz-KE-bpKQ', title: '' },
  content: [{ type: 'caption' }, { type: 'credit' }],
});

const nested = (depth: number): DocumentJson => {
  let node: DocumentJson = paragraph(text('deep'));
  for (let level = 0; level < depth; level += 1) {
    const first = level === 0 ? [node] : [{ type: 'paragraph' }, node];
    node = { type: 'bulletList', content: [{ type: 'listItem', content: first }] };
  }
  return node;
};

describe('a stored document is refused with a reason, never repaired and never thrown out, when', () => {
  test.each<readonly [string, StoredDocument]>([
    ['it is no object', stored(null)],
    ['it is a list', stored([])],
    ['its root is no document', stored(paragraph())],
    ['it has no section', stored({ type: 'doc', content: [{ type: 'headline' }] })],
    ['it has an unknown node', whole({ type: 'script' })],
    ['a node is named like an object’s own property', whole({ type: '__proto__' })],
    ['it has an unknown mark', whole(paragraph({ type: 'text', text: 'x', marks: [{ type: 'blink' }] }))],
    ['it has an unknown attribute', whole(figure({ media: null, onerror: 'alert(1)' }))],
    ['it has an unknown key', whole({ type: 'paragraph', html: '<b>' })],
    ['text is empty', whole(paragraph(text('')))],
    ['text is a number', whole(paragraph({ type: 'text', text: 7 } as unknown as DocumentJson))],
    ['content is an object', whole({ type: 'paragraph', content: {} })],
    ['a block stands inside a paragraph', whole(paragraph(paragraph()))],
    ['a quotation lacks its attribution', whole({ type: 'quotation', content: [paragraph()] })],
    ['a picture is no hash', whole(figure({ media: '../../etc/passwd' }))],
    ['a width is text', whole(figure({ width: '100' }))],
    ['a link runs script', whole(paragraph(link('javascript:alert(1)')))],
    ['a link runs script behind a line break', whole(paragraph(link('java\nscript:alert(1)')))],
    ['a link leads to data', whole(paragraph(link('data:text/html,<script>')))],
    ['a link leads into the computer', whole(paragraph(link('file:///etc/passwd')))],
    ['a link is relative', whole(paragraph(link('/page')))],
    ['a link is missing', whole(paragraph({ type: 'text', text: 'x', marks: [{ type: 'link' }] }))],
    ['an embed leads to no page', whole(embed('javascript:alert(1)'))],
    ['an embed is not in the form that is kept', whole(embed('https://youtu.be/aqz-KE-bpKQ'))],
    [
      'a headline is bold',
      stored({
        type: 'doc',
        content: [
          { type: 'headline', content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }] }] },
          { type: 'section', attrs: { kind: 'free', label: '' }, content: [paragraph()] },
        ],
      }),
    ],
    [
      'a section is of an unknown kind',
      whole({ type: 'section', attrs: { kind: 'x', label: '' }, content: [paragraph()] }),
    ],
    ['it nests too deeply', whole(nested(documentLimits.depth))],
    ['it nests a hundred thousand deep', whole(nested(100_000))],
    ['it is of a later version', { schemaVersion: schemaVersion + 1, doc: wholeDocument(paragraph()) }],
  ])('%s', (_, document) => {
    const parsed = parseDocument(document);
    expect(parsed).toMatchObject({
      ok: false,
      error: { code: 'post/unreadable', detail: expect.stringMatching(/\w/) },
    });
  });

  test('it is any JSON at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(parseDocument(stored(json)).ok).toBe(false);
      }),
    );
  });
});

test('lists nested as deeply as is allowed are read and rendered', () => {
  const doc = documentOf(nested(documentLimits.depth / 2 - 2));
  expect(doc.textContent).toBe('deep');
  expect(elements(toHtmlTree(doc, { sources: [] })).length).toBeGreaterThan(documentLimits.depth / 2);
});

describe('journaled edits', () => {
  const doc = documentOf(paragraph(text('Nine ships waited.')));
  const insert = (at: number, words: string): Record<string, unknown> => ({
    stepType: 'replace',
    from: at,
    to: at,
    slice: { content: [{ type: 'text', text: words }] },
  });
  const edit = (step: Record<string, unknown>) => ({ step, inverse: {} });

  test('are replayed in their order', () => {
    const replayed = applyEdits(doc, [edit(insert(4, 'Ten or ')), edit(insert(4, 'About: '))]);
    expect(replayed.ok && replayed.value.textContent).toBe('About: Ten or Nine ships waited.');
    expect(doc.textContent).toBe('Nine ships waited.');
  });

  test.each<readonly [string, Record<string, unknown>]>([
    ['is of an unknown kind', { stepType: 'format-disk' }],
    ['is empty', {}],
    ['lies outside the document', insert(4000, 'x')],
    ['does not fit the schema', { stepType: 'replace', from: 1, to: 1, slice: { content: [paragraph()] } }],
    [
      'has a hostile link',
      {
        stepType: 'addMark',
        from: 4,
        to: 6,
        mark: { type: 'link', attrs: { href: 'javascript:alert(1)' } },
      },
    ],
  ])('are refused from the one that %s', (_, step) => {
    expect(applyEdits(doc, [edit(insert(4, 'a')), edit(step)])).toMatchObject({
      ok: false,
      error: { code: 'post/unreadable', params: { edit: 1 } },
    });
  });

  test('that set a hostile attribute are refused', () => {
    const picture = documentOf(figure({ media: null }));
    const step = { stepType: 'attr', pos: 3, attr: 'media', value: 'x' };
    expect(applyEdits(picture, [edit(step)])).toMatchObject({ ok: false, error: { code: 'post/unreadable' } });
  });
});
