import fc from 'fast-check';
import { parseEmbedAddress } from '../../embeds/embed-address.ts';
import { figureAligns, figureSizes } from '../nodes/figure/schema.ts';
import { recordingKinds } from '../nodes/recording/schema.ts';
import type { DocumentJson } from '../post.ts';
import { testSources } from './sources.ts';

const hostileTexts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '<!-- wp:html --><iframe src="https://evil.example"></iframe><!-- /wp:html -->',
  '--><!--',
  '&lt;b&gt; &amp;amp; &#x3C;',
  ']]>',
  '\u{fdd0}\u2028\u200f\ufeff',
  ' ',
  '日本語の見出し',
  '👩‍👩‍👧 e\u0301',
] as const;

const words = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileTexts) },
);

const address = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom('https://a.example/?q="><script>alert(1)</script>', "https://a.example/'x'", 'mailto:a@b.example'),
);

const sourceId = fc.constantFrom(...testSources.map((source) => source.id), 'a-source-that-is-gone');

type MarkJson = NonNullable<DocumentJson['marks']>[number];

// In the order of the schema, as ProseMirror writes them; a link and a citation exclude each other.
const marksOf = (names: readonly string[]): fc.Arbitrary<readonly MarkJson[]> => {
  const reference: fc.Arbitrary<readonly MarkJson[]> = fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    ...(names.includes('link')
      ? [{ weight: 1, arbitrary: address.map((href) => [{ type: 'link', attrs: { href } }]) }]
      : []),
    ...(names.includes('citation')
      ? [{ weight: 1, arbitrary: sourceId.map((source) => [{ type: 'citation', attrs: { source } }]) }]
      : []),
  );
  const language: fc.Arbitrary<readonly MarkJson[]> = names.includes('language')
    ? fc.constantFrom(
        [],
        [],
        [{ type: 'language', attrs: { lang: 'ar' } }],
        [{ type: 'language', attrs: { lang: 'zh-Hant' } }],
      )
    : fc.constant([]);
  const plain = ['bold', 'italic', 'underline', 'strike', 'highlight'].filter((name) => names.includes(name));
  const raised = ['superscript', 'subscript'].filter((name) => names.includes(name));
  const code = names.includes('code') ? fc.subarray(['code']) : fc.constant([]);
  const looks = fc.tuple(fc.subarray(plain), fc.subarray(raised, { maxLength: Math.min(1, raised.length) }), code);
  return fc
    .tuple(language, reference, looks)
    .map(([lang, first, rest]) => [...lang, ...first, ...rest.flat().map((type) => ({ type }))]);
};

const textWith = (names: readonly string[]): fc.Arbitrary<DocumentJson> =>
  fc
    .tuple(words, marksOf(names))
    .map(([text, marks]) => (marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }));

const node = (type: string, content: readonly DocumentJson[], attrs?: DocumentJson['attrs']): DocumentJson => ({
  type,
  ...(attrs ? { attrs } : {}),
  ...(content.length > 0 ? { content } : {}),
});

const allMarks = [
  ...['language', 'link', 'citation', 'bold', 'italic', 'underline', 'strike'],
  ...['highlight', 'superscript', 'subscript', 'code'],
];

const lineBreak = fc.constant(node('hardBreak', []));

const footnote: fc.Arbitrary<DocumentJson> = fc
  .array(textWith(allMarks), { maxLength: 2 })
  .map((content) => node('footnote', content));

const inline = (
  names: readonly string[],
  more: readonly fc.Arbitrary<DocumentJson>[],
): fc.Arbitrary<readonly DocumentJson[]> =>
  fc.array(
    fc.oneof({ weight: 6, arbitrary: textWith(names) }, ...more.map((arbitrary) => ({ weight: 1, arbitrary }))),
    { maxLength: 4 },
  );

const plainLine = (type: string): fc.Arbitrary<DocumentJson> => inline([], []).map((content) => node(type, content));

const captionMarks = ['language', 'link', 'bold', 'italic', 'superscript', 'subscript', 'code'];

const captioned = fc
  .tuple(inline(captionMarks, [lineBreak]), inline(['link'], []))
  .map(([caption, credit]) => [node('caption', caption), node('credit', credit)]);

const sha256 = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

const figure = fc
  .tuple(
    captioned,
    fc.record({
      media: fc.option(sha256),
      cut: fc.option(sha256.map((original) => `${original} m 90 0 12 640 400`)),
      alt: words,
      decorative: fc.boolean(),
      ownWork: fc.boolean(),
      align: fc.constantFrom(...figureAligns),
      size: fc.constantFrom(...figureSizes),
      width: fc.option(fc.integer({ min: 1, max: 9000 })),
      height: fc.option(fc.integer({ min: 1, max: 9000 })),
    }),
  )
  .map(([content, attrs]) => node('figure', content, attrs));

const gallery = fc
  .tuple(fc.array(figure, { minLength: 2, maxLength: 4 }), inline(captionMarks, [lineBreak]))
  .map(([figures, caption]) => node('gallery', [...figures, node('caption', caption)]));

const embedAddresses = [
  'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
  'https://vimeo.com/1084537',
  'vimeo.com/1/abcdef01',
  'https://x.com/harbour/status/1790000000000000000',
  'https://mastodon.example/@harbour/112233445566778899',
  'https://soundcloud.com/harbour/horns',
  'https://t.me/harbour/12',
];

const embedFacts = fc.record(
  {
    title: words,
    author: words,
    start: fc.integer({ min: 0, max: 86_400 }),
    asLink: fc.boolean(),
    thumbnail: fc.constantFrom(null, 'd'.repeat(64)),
    dismissed: fc.constantFrom('none', 'caption', 'both'),
  },
  { requiredKeys: [] },
);

const embed = fc.tuple(captioned, embedFacts, fc.constantFrom(...embedAddresses)).map(([content, facts, pasted]) => {
  const embed = parseEmbedAddress(pasted);
  if (!embed.ok) throw new Error(`Not an embed: ${pasted}`);
  const { url, provider, id } = embed.value;
  return node('embed', content, { url, provider, videoId: id, ...facts });
});

const recording = fc
  .tuple(
    captioned,
    fc.record({
      media: fc.option(sha256),
      kind: fc.constantFrom(...recordingKinds),
      poster: fc.constantFrom(null, 'e'.repeat(64)),
      ownWork: fc.boolean(),
      width: fc.option(fc.integer({ min: 1, max: 9000 })),
      height: fc.option(fc.integer({ min: 1, max: 9000 })),
    }),
  )
  .map(([content, attrs]) => node('recording', content, attrs));

const direction = fc.constantFrom(null, null, 'ltr', 'rtl');

// In code, where a browser and ProseMirror keep every character but the carriage return.
const codeText = words.map((text) => text.replace(/\r\n?/g, '\n'));

const codeOf = (type: string, attrs?: DocumentJson['attrs']): fc.Arbitrary<DocumentJson> =>
  fc
    .array(codeText, { maxLength: 3 })
    .map((lines) => node(type, lines.length > 0 ? [{ type: 'text', text: lines.join('\n') }] : [], attrs));
/** Rows of one width, each with its kinds of cells, now and then one that reaches over two columns. */
const tableOf = (paragraph: fc.Arbitrary<DocumentJson>): fc.Arbitrary<DocumentJson> => {
  const cell = fc
    .tuple(fc.constantFrom('tableCell', 'tableHeader'), fc.array(paragraph, { minLength: 1, maxLength: 2 }))
    .map(([type, content]) => node(type, content, { colspan: 1, rowspan: 1 }));
  const wide = cell.map((it) => ({ ...it, attrs: { colspan: 2, rowspan: 1 } }));
  const row = fc
    .oneof({ weight: 4, arbitrary: fc.tuple(cell, cell) }, { weight: 1, arbitrary: fc.tuple(wide) })
    .map((cells) => node('tableRow', cells));
  return fc
    .tuple(fc.array(row, { minLength: 1, maxLength: 3 }), words)
    .map(([rows, caption]) => node('table', rows, { caption }));
};

const { block } = fc.letrec<{ block: DocumentJson; paragraph: DocumentJson; list: DocumentJson }>((tie) => ({
  paragraph: fc
    .tuple(inline(allMarks, [lineBreak, footnote]), direction)
    .map(([content, dir]) => node('paragraph', content, { dir })),
  list: fc
    .tuple(
      fc.constantFrom('bulletList', 'orderedList'),
      fc.integer({ min: 0, max: 20 }),
      fc.array(fc.tuple(tie('paragraph'), fc.array(tie('block'), { maxLength: 2, depthIdentifier: 'block' })), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([type, start, items]) =>
      node(
        type,
        items.map(([first, rest]) => node('listItem', [first, ...rest])),
        type === 'orderedList' ? { start } : undefined,
      ),
    ),
  block: fc.oneof(
    { depthIdentifier: 'block', depthSize: 'small' },
    tie('paragraph'),
    fc
      .tuple(fc.constantFrom(2, 3, 4), inline(allMarks, [lineBreak, footnote]), direction)
      .map(([level, content, dir]) => node('heading', content, { level, dir })),
    fc
      .tuple(fc.option(sourceId), fc.array(tie('paragraph'), { minLength: 1, maxLength: 3 }), plainLine('attribution'))
      .map(([source, quoted, who]) => node('quotation', [...quoted, who], { source })),
    figure,
    gallery,
    embed,
    recording,
    fc.constant(node('divider', [])),
    fc.constant(node('readMore', [])),
    fc.constantFrom('', 'ts', 'c++').chain((language) => codeOf('codeBlock', { language })),
    codeOf('rawHtml'),
    fc
      .tuple(inline(allMarks, [lineBreak, footnote]), direction)
      .map(([content, dir]) => node('pullQuote', content, { dir })),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'block' })
      .map((blocks) => node('aside', blocks)),
    tableOf(tie('paragraph')),
    tie('list'),
  ),
}));

const section = fc
  .tuple(
    fc.record({ kind: fc.constantFrom('summary', 'comment', 'free'), label: words }),
    fc.option(plainLine('sectionHeading')),
    fc.array(block, { minLength: 1, maxLength: 5 }),
  )
  .map(([attrs, heading, blocks]) => node('section', [...(heading ? [heading] : []), ...blocks], attrs));

/** Any document that the schema allows, as a writer or a hostile paste could make it, in ProseMirror's own JSON. */
export const arbitraryDocument: fc.Arbitrary<DocumentJson> = fc
  .tuple(plainLine('headline'), fc.array(section, { minLength: 1, maxLength: 3 }))
  .map(([headline, sections]) => node('doc', [headline, ...sections]));
