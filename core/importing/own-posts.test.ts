import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figureAligns, figureSizes } from '../document/nodes/figure/schema.ts';
import { withoutOrigin } from '../document/origin.ts';
import type { DocumentJson } from '../document/post.ts';
import { jsonOf } from '../document/schema.ts';
import { documentOf } from '../document/testing/documents.ts';
import { testSources } from '../document/testing/sources.ts';
import { dialects } from '../rendering/dialects/index.ts';
import { fillMedia } from '../rendering/media-slots.ts';
import { imported, knownPicture, knownRecording, renderedFor, sent } from './testing/import-fixture.ts';

// What WordPress's markup can say. It has no place for a code block's language, an embed's title, section labels, empty paragraphs,
// several blocks in an item or cell, white space beyond single spaces, the sources themselves, and a direction that is the words' own.
const words = fc.stringMatching(/^[A-Za-zÀ-ÿ一-龥]{1,6}( [A-Za-zÀ-ÿ一-龥<>&"-]{1,6}){0,3}$/);
const [source] = testSources;

const node = (type: string, content: readonly DocumentJson[], attrs?: DocumentJson['attrs']): DocumentJson => ({
  type,
  ...(attrs ? { attrs } : {}),
  ...(content.length > 0 ? { content } : {}),
});

const looks = ['bold', 'italic', 'underline', 'strike', 'highlight', 'superscript', 'code'];

const text = (names: readonly string[]): fc.Arbitrary<DocumentJson> =>
  fc
    .tuple(
      words,
      fc.subarray([...names], { maxLength: Math.min(3, names.length) }),
      fc.constantFrom('', '', 'link', 'citation'),
    )
    .map(([said, marks, reference]) => {
      const first =
        reference === 'link'
          ? [{ type: 'link', attrs: { href: 'https://a.example/?a=1&b="2"' } }]
          : reference === 'citation'
            ? [{ type: 'citation', attrs: { source: source?.id } }]
            : [];
      const all = [...(names.includes('strike') ? first : []), ...marks.map((type) => ({ type }))];
      return all.length > 0 ? { type: 'text', text: said, marks: all } : { type: 'text', text: said };
    });

const line = (
  type: string,
  names: readonly string[] = looks,
  attrs?: DocumentJson['attrs'],
): fc.Arbitrary<DocumentJson> =>
  fc.array(text(names), { minLength: 1, maxLength: 3 }).map((content) => node(type, content, attrs));

const plain = (type: string): fc.Arbitrary<DocumentJson> =>
  words.map((said) => node(type, [{ type: 'text', text: said }]));

const captioning = fc.tuple(line('caption', ['bold', 'italic']), plain('credit')).map((each) => [...each]);

const item = line('paragraph').map((each) => node('listItem', [each]));
const list = fc.array(item, { minLength: 1, maxLength: 3 });
const nested = fc
  .tuple(line('paragraph'), list)
  .map(([first, items]) => node('listItem', [first, node('bulletList', items)]));

const row = (cell: string): fc.Arbitrary<DocumentJson> =>
  fc.tuple(line('paragraph'), line('paragraph')).map((cells) =>
    node(
      'tableRow',
      cells.map((each) => node(cell, [each])),
    ),
  );

const block = fc.oneof(
  { weight: 4, arbitrary: line('paragraph') },
  fc.constantFrom(2, 3, 4).chain((level) => line('heading', looks, { level })),
  list.map((items) => node('bulletList', items)),
  fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.array(fc.oneof(item, nested), { minLength: 1, maxLength: 3 }))
    .map(([start, items]) => node('orderedList', items, { start })),
  fc
    .tuple(fc.constantFrom(null, source?.id ?? null), line('paragraph'), plain('attribution'))
    .map(([id, said, who]) => node('quotation', [said, who], { source: id })),
  fc
    .tuple(captioning, words, fc.constantFrom(...figureAligns), fc.constantFrom(...figureSizes), fc.boolean())
    .map(([content, alt, align, size, ownWork]) =>
      node('figure', content, {
        media: knownPicture,
        alt,
        decorative: false,
        ownWork,
        align,
        size: align === 'wide' ? 'full' : size,
        width: 1024,
        height: 683,
      }),
    ),
  captioning.map((content) =>
    node('embed', content, { url: 'https://vimeo.com/1084537', provider: 'vimeo', videoId: '1084537', title: '' }),
  ),
  fc
    .tuple(captioning, fc.constantFrom('video', 'audio'), fc.boolean(), fc.constantFrom(null, knownPicture))
    .map(([content, kind, ownWork, picture]) => {
      const poster = kind === 'video' ? picture : null;
      return node('recording', content, { media: knownRecording, kind, ownWork, width: 1280, height: 720, poster });
    }),
  fc.constant(node('divider', [])),
  words.map((code) => node('codeBlock', [{ type: 'text', text: `${code}\n  if (a < b && c) {` }])),
  line('pullQuote'),
  fc.tuple(line('paragraph'), line('heading', looks, { level: 3 })).map((blocks) => node('aside', blocks)),
  fc
    .tuple(row('tableHeader'), row('tableCell'), words)
    .map(([head, body, caption]) => node('table', [head, body], { caption })),
);

const blocks = fc.array(block, { minLength: 1, maxLength: 5 });
const headline = plain('headline');

const post = fc.tuple(headline, blocks, fc.option(fc.tuple(blocks, fc.boolean()))).map(([title, first, second]) => {
  const section = (kind: string, content: readonly DocumentJson[]): DocumentJson =>
    node('section', content, { kind, label: '' });
  if (!second) return node('doc', [title, section('free', first)]);
  const [comment, breaks] = second;
  const heading = node('sectionHeading', [{ type: 'text', text: 'My Comment:' }]);
  const summary = breaks ? [...first, node('readMore', [])] : first;
  return node('doc', [title, section('summary', summary), section('comment', [heading, ...comment])]);
});

it('a post that was published from here comes back from WordPress as the document that it was', () => {
  fc.assert(
    fc.property(post, (json) => {
      const doc = documentOf(json);
      const { html, title } = renderedFor(doc, dialects.wordpress, { blog: null });
      const published = fillMedia(html, () => ({
        id: '5',
        url: 'https://tideline.example/a.jpg?x=1&y=2',
        width: 3,
        height: 2,
      }));
      const back = imported(published, 'wordpress-blocks', { title });
      expect(jsonOf(withoutOrigin(back))).toEqual(jsonOf(doc));
      expect(sent(back, dialects.wordpress)).toBe(published);
    }),
    { numRuns: 150 },
  );
});
