import { DOMSerializer, Slice } from '@tiptap/pm/model';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import { longestMarkup, type OriginFormat, originFormats, originOf, withoutOrigin } from '../document/origin.ts';
import { schema } from '../document/schema.ts';
import hostileMarkup from '../document/testing/hostile-markup.json' with { type: 'json' };
import type { Dialect } from '../rendering/dialect.ts';
import { blogger } from '../rendering/dialects/blogger.ts';
import { ghost } from '../rendering/dialects/ghost.ts';
import { dialects } from '../rendering/dialects/index.ts';
import { fillMedia, mediaIn, mediaSlot } from '../rendering/media-slots.ts';
import { dangersIn } from '../rendering/testing/dangers.ts';
import { importPost } from './import-post.ts';
import { homeBlog, imported, knownPicture, renderedFor, sent } from './testing/import-fixture.ts';

const dialectOf: Readonly<Record<OriginFormat, Dialect>> = {
  'wordpress-blocks': dialects.wordpress,
  'wordpress-classic': dialects.wordpress,
  ghost,
  blogger,
};

/** Milliseconds; what takes time by the square of its length takes minutes here. */
const goodTime = 20_000;

const expectInGoodTime = (work: () => void): void => {
  const start = performance.now();
  work();
  expect(performance.now() - start).toBeLessThan(goodTime);
};

/** A hostile string where a post of a format can hold it: among words, in blocks, in cards, in the JSON of a comment. */
const postsSaying = (vector: string, format: OriginFormat): readonly string[] => [
  `<p>Before</p>\n\n${vector}\n\n<p>After</p>`,
  ...(format === 'wordpress-blocks'
    ? [
        `<!-- wp:paragraph ${JSON.stringify({ a: vector })} -->\n<p>${vector}</p>\n<!-- /wp:paragraph -->`,
        `<!-- wp:html -->\n${vector}\n<!-- /wp:html -->`,
      ]
    : []),
  ...(format === 'ghost' ? [`<!--kg-card-begin: html-->\n${vector}\n<!--kg-card-end: html-->`] : []),
  ...(format === 'blogger'
    ? [
        `<div class="separator">${vector}</div>`,
        `<div dir="ltr" onmouseover="ran()" style="position: fixed" trbidi="on">${vector}</div>`,
        `<div trbidi="on"><div>One</div>${vector}`,
        `One<br onclick="ran()" /><br />${vector}`,
      ]
    : []),
];

describe.each(originFormats)('a hostile post in the format %s', (format) => {
  const dialect = dialectOf[format];

  it.each(Object.entries(hostileMarkup))('goes back as it came, and is inert everywhere else: %s', (_, vectors) => {
    for (const markup of vectors.flatMap((vector) => postsSaying(vector, format))) {
      const doc = imported(markup, format);
      expect(sent(doc, dialect)).toBe(markup);
      expect(dangersIn(renderedFor(doc, dialect).view), markup).toEqual([]);
      for (const elsewhere of [dialects.wordpress, dialects['practice-blog']]) {
        expect(dangersIn(renderedFor(doc, elsewhere, { blog: 'another' }).html), markup).toEqual([]);
      }
    }
  });

  it('loses nothing whatever it is made of', () => {
    const parts = fc.constantFrom(
      ...[
        '<!-- wp:paragraph -->',
        '<!-- /wp:paragraph -->',
        '<!-- wp:a/b {"x":',
        '"}"} -->',
        '<!-- wp:more /-->',
        '<!--',
        '-->',
      ],
      ...[
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<b>',
        '</b>',
        '<br />',
        '\n\n',
        '\r\n',
        ' ',
        '&nbsp;',
        '<table>',
        '<td>',
        '</table>',
      ],
      ...[
        '<!--kg-card-begin: html-->',
        '<!--kg-card-end: html-->',
        "<a name='more'></a>",
        '<pre>',
        '<svg><style>',
        '<body>',
        '\u0000',
      ],
      ...[
        '[gallery]',
        '<li>',
        '<figure>',
        '<img src=x>',
        '\u{fdd0}',
        '\u{fdd1}',
        '<template>',
        '<plaintext>',
        '<frameset>',
        '\ufeff',
      ],
    );
    const markup = fc.array(fc.oneof(parts, parts, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 25 });
    fc.assert(
      fc.property(markup, (pieces) => {
        const post = pieces.join('').replace(/\p{Cs}/gu, '');
        const doc = imported(post, format);
        expect(sent(doc, dialect)).toBe(post);
        expect(dangersIn(renderedFor(doc, dialect).view)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.each<readonly [string, string]>([
    ['a thousand blocks that are never closed', '<!-- wp:group -->\n<div>'.repeat(1000)],
    ['a thousand that were never opened', '</div>\n<!-- /wp:group -->'.repeat(1000)],
    ['comments whose JSON never ends', '<!-- wp:a {"b":1 '.repeat(50_000)],
    ['comments that begin and begin', '<!-- '.repeat(200_000)],
    [
      'an attribute of a megabyte',
      `<!-- wp:paragraph {"a":"${'x'.repeat(1_000_000)}"} -->\n<p>Words</p>\n<!-- /wp:paragraph -->`,
    ],
    ['blocks 200 deep', `${'<!-- wp:group --><div>'.repeat(200)}Words${'</div><!-- /wp:group -->'.repeat(200)}`],
    ['quotations 200 deep', `${'<blockquote>'.repeat(200)}Words${'</blockquote>'.repeat(200)}`],
    ['lists 5000 deep', `${'<ul><li>'.repeat(5000)}Words${'</li></ul>'.repeat(5000)}`],
    ['thousands of paragraphs', '<p>Words</p>\n'.repeat(3000)],
    ['cards that begin and begin', '<!--kg-card-begin: html-->'.repeat(3000)],
    ['spaces and no line end', `<p>Words</p>a${' '.repeat(400_000)}b`],
    ['elements nested too deeply, then signs', `${'<div>'.repeat(300)}${'<'.repeat(400_000)}`],
    ['thousands of line breaks', '<br />\n'.repeat(10_000)],
  ])('is read in good time and kept whole: %s', (_, markup) => {
    expectInGoodTime(() => expect(sent(imported(markup, format), dialect) === markup).toBe(true));
  });

  it('cannot have a picture of the library sent to it', () => {
    const markup = `<p>${mediaSlot(knownPicture, 'url')}</p>\n\n${mediaSlot(knownPicture, 'id')}\u{fdd0}`;
    const { html } = renderedFor(imported(markup, format), dialect);
    expect(mediaIn(html)).toEqual([]);
    const nothing = (): undefined => undefined;
    expect(fillMedia(html, nothing)).toBe(markup);
  });
});

test.each([
  ['of a wrapper that never ends', '<div trbidi="on"><div>One</div>Two<img src=x onerror=ran()>'],
  ['that the parser moves to the front', '<div trbidi="on"><table><tr><td>One</td></tr>Two</table></div>'],
])('no word of a post of Blogger stays outside of its blocks: those %s', (_, markup) => {
  const doc = imported(markup, 'blogger');
  expect(originOf(doc)).toMatchObject({ end: expect.not.stringMatching(/One|Two/) });
  expect(doc.textContent).toMatch(/One.*Two|Two.*One/s);
  expect(sent(doc, blogger)).toBe(markup);
});

test('a wrapper of Blogger shows which way its post runs, and nothing more of itself', () => {
  const wrapper = '<div dir="rtl" onclick="ran()" style="text-align: right;" trbidi="on">\n';
  const doc = imported(`${wrapper}<p>מים</p>\n</div>\n`, 'blogger');
  expect(renderedFor(doc, blogger).view).toBe('<div dir="rtl">\n<p>מים</p>\n</div>\n');
});

test('cards of ever new kinds that never end are read in good time', () => {
  const letters = (number: number): string => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const markup = Array.from({ length: 80_000 }, (_, at) => `<!--kg-card-begin: ${letters(at)}-->`).join('');
  expectInGoodTime(() => expect(sent(imported(markup, 'ghost'), ghost) === markup).toBe(true));
});

test('finding the originals of blocks that lost their numbers takes good time however alike they are', () => {
  const alike = imported('<p>Same</p>\n\n<p>Same</p>', 'ghost');
  const origin = originOf(alike);
  const blocks = Array.from({ length: 400_000 }, () => ({ ...origin?.blocks[0], markup: 'a' }));
  const doc = alike.type.create({ ...alike.attrs, origin: { ...origin, blocks } }, withoutOrigin(alike).content);
  expectInGoodTime(() => expect(sent(doc, ghost)).toBe('aa'));
});

test('a post of more items than a document may have nodes is kept as HTML', () => {
  const markup = `<ul>${'<li>a</li>'.repeat(180_000)}</ul>`;
  const doc = imported(markup, 'ghost');
  expect(doc.child(1).children.map(({ type }) => type.name)).toEqual(['rawHtml']);
  expect(sent(doc, ghost) === markup).toBe(true);
});

test.each([
  ['longer than any', 'x'.repeat(longestMarkup + 1)],
  ['of more blocks than a document may have nodes', '<!-- wp:a /-->'.repeat(300_000)],
])('a post %s is refused', (_, markup) => {
  const post = {
    markup,
    format: 'wordpress-blocks',
    blog: homeBlog,
    title: '',
    sources: [],
    commentHeading: '',
    pictureAt: () => null,
    recordingAt: () => null,
  } as const;
  expect(importPost(post)).toMatchObject({ ok: false, error: { code: 'import/too-large', params: { limit: 8 } } });
});

test('what is copied of a blog’s post says nothing of the blog’s markup', () => {
  const doc = imported('<ul class="secret-class"><li>One</li></ul><p data-secret="1">Two</p>', 'ghost');
  expect(originOf(doc)?.blocks.some(({ markup }) => markup.includes('secret'))).toBe(true);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const slice = new Slice(doc.content, 0, 0);
  const copy = DOMSerializer.fromSchema(schema).serializeFragment(slice.content, { document: document as never });
  document.body.append(copy as never);
  expect(document.body.innerHTML).toContain('Two');
  expect(document.body.innerHTML).not.toMatch(/secret|data-origin/);
  // The attributes of enclosing nodes go onto the clipboard, too.
  expect(JSON.stringify(slice.content.toJSON())).not.toContain('secret');
});
