import { expect, it } from 'vitest';
import { type DocumentJson, emptyFields } from '../document/post.ts';
import { rendered } from './testing/render-fixture.ts';

const line = (type: string, text: string, attrs?: DocumentJson['attrs']): DocumentJson => ({
  type,
  ...(attrs ? { attrs } : {}),
  content: [{ type: 'text', text }],
});
const item = (text: string): DocumentJson => ({ type: 'listItem', content: [line('paragraph', text)] });
const post = (headline: string, ...content: DocumentJson[]): DocumentJson => ({
  type: 'doc',
  content: [line('headline', headline), { type: 'section', attrs: { kind: 'free', label: '' }, content }],
});

const mixed = [
  line('paragraph', 'From left.'),
  line('paragraph', 'מימין לשמאל'),
  line('paragraph', 'שלום from left', { dir: 'ltr' }),
  line('heading', 'כותרת', { level: 3 }),
  { type: 'bulletList', content: [item('אחד'), item('Two')] },
];

it('says in a post from left to right which lines run from right to left', () => {
  expect(rendered(post('Port', ...mixed), 'practice-blog').html).toBe(
    '<section class="free">\n<p>From left.</p>\n<p dir="rtl">מימין לשמאל</p>\n<p>שלום from left</p>\n' +
      '<h3 dir="rtl">כותרת</h3>\n<ul dir="rtl"><li>אחד</li><li dir="ltr">Two</li></ul>\n</section>',
  );
});

it('lets a list and a quotation run as the writer said of their first lines', () => {
  const first = line('paragraph', 'שלום from left', { dir: 'ltr' });
  const blocks = [
    { type: 'bulletList', content: [{ type: 'listItem', content: [first] }] },
    { type: 'quotation', content: [first, { type: 'attribution' }] },
  ];
  expect(rendered(post('Port', ...blocks), 'practice-blog').html).not.toContain('dir=');
  expect(rendered(post('נמל', ...blocks), 'practice-blog').html).toContain('<ul dir="ltr"><li>');
});

it('says in a post from right to left which lines run from left to right', () => {
  expect(rendered(post('נמל', ...mixed), 'practice-blog').html).toBe(
    '<section class="free" dir="rtl">\n<p dir="ltr">From left.</p>\n<p>מימין לשמאל</p>\n<p dir="ltr">שלום from left</p>\n' +
      '<h3>כותרת</h3>\n<ul><li>אחד</li><li dir="ltr">Two</li></ul>\n</section>',
  );
});

it('says it on WordPress where the block editor has a place for it: on paragraphs, elsewhere around the words', () => {
  const { html } = rendered(post('Port', ...mixed), 'wordpress');
  expect(html).toContain('<!-- wp:paragraph {"direction":"rtl"} -->\n<p dir="rtl">מימין לשמאל</p>');
  expect(html).toContain('<h3 class="wp-block-heading"><span dir="rtl">כותרת</span></h3>');
  expect(html).toContain('<ul class="wp-block-list">');
  expect(html).toContain('<li><span dir="rtl">אחד</span></li>');
  expect(html).toContain('<li><span dir="ltr">Two</span></li>');
});

const figure = (caption: string): DocumentJson => ({
  type: 'figure',
  content: [line('caption', caption), { type: 'credit' }],
});
const cell = (...words: string[]): DocumentJson => ({
  type: 'tableCell',
  content: words.map((each) => line('paragraph', each)),
});
const cells = [cell('Two'), cell('אחד'), cell('אחד', 'Two')];
const table = {
  type: 'table',
  attrs: { caption: 'לוח' },
  content: [{ type: 'tableRow', content: cells }],
};
const framed = [line('codeBlock', 'if (a) b'), figure('Port'), figure('נמל'), table];

it('lets code run from left to right, captions and cells as their own words do', () => {
  const row = '<td dir="ltr">Two</td><td>אחד</td><td><p>אחד</p><p dir="ltr">Two</p></td>';
  expect(rendered(post('נמל', ...framed), 'practice-blog').html).toBe(
    '<section class="free" dir="rtl">\n<pre dir="ltr"><code>if (a) b</code></pre>\n<p dir="ltr">Port</p>\n<p>נמל</p>\n' +
      `<figure class="table"><table><tbody><tr>${row}</tr></tbody></table><figcaption>לוח</figcaption></figure>\n</section>`,
  );
  const { html } = rendered(post('Port', ...framed), 'practice-blog');
  expect(html).toContain('<pre><code>');
  expect(html).toContain('<p>Port</p>\n<p dir="rtl">נמל</p>');
  expect(html).toContain('<td>Two</td><td dir="rtl">אחד</td><td><p dir="rtl">אחד</p><p>Two</p></td>');
  expect(html).toContain('<figcaption dir="rtl">לוח</figcaption>');
});

it('says it on WordPress around the words of captions and cells, whose blocks know no direction', () => {
  const { html } = rendered(post('Port', ...framed), 'wordpress');
  expect(html).toContain('<pre class="wp-block-code"><code>');
  expect(html).toContain('<td>Two</td><td><span dir="rtl">אחד</span></td><td><span dir="rtl">אחד</span><br/>Two</td>');
  expect(html).toContain('<figcaption class="wp-element-caption"><span dir="rtl">לוח</span></figcaption>');
});

it.each(['ghost', 'blogger'] as const)('says it in edited blocks of %s', (dialect) => {
  const { html } = rendered(post('נמל', ...framed), dialect);
  expect(html).toContain('<pre dir="ltr">');
  expect(rendered(post('Port', ...framed), dialect).html).toMatch(/<(figcaption|p) dir="rtl">לוח/);
});

const passage = (text: string, lang: string): DocumentJson => ({
  type: 'text',
  text,
  marks: [{ type: 'language', attrs: { lang } }],
});

it('gives a passage that runs against its line a direction of its own', () => {
  const lines = [
    { type: 'paragraph', content: [{ type: 'text', text: 'They say ' }, passage('ميناء', 'ar')] },
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'يقولون ' }, passage('the port', 'en'), passage('مرفأ', 'fa')],
    },
  ];
  const { html } = rendered(post('Port', ...lines), 'practice-blog');
  expect(html).toContain('<p>They say <span lang="ar" dir="rtl">ميناء</span></p>');
  expect(html).toContain(
    '<p dir="rtl">يقولون <span lang="en" dir="ltr">the port</span><span lang="fa">مرفأ</span></p>',
  );
  const blocks = rendered(post('Port', ...lines), 'wordpress').html;
  expect(blocks).toContain('<p>They say <span lang="ar" dir="rtl">ميناء</span></p>');
  expect(blocks).toContain('<span lang="en" dir="ltr">the port</span>');
});

it('takes the direction of the post from its language, whatever its first letter is', () => {
  const fields = { ...emptyFields, language: 'ar' };
  const { html, language } = rendered(
    post('BBC', line('paragraph', 'BBC'), line('paragraph', 'ميناء')),
    'practice-blog',
    {
      fields,
    },
  );
  expect(html).toBe('<section class="free" dir="rtl">\n<p dir="ltr">BBC</p>\n<p>ميناء</p>\n</section>');
  expect(language).toBe('ar');
  expect(rendered(post('BBC', line('paragraph', 'BBC')), 'wordpress', { fields }).language).toBe('');
});
