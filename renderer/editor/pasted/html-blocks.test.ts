import { Slice } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { schema } from '../../../core/document/schema.ts';
import { blocksFromPasted } from '../testing/pasting.ts';
import { rememberHtmlBlocks } from './html-blocks.ts';

const block = (markup: string): string =>
  `<pre data-raw-html><code>${markup.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</code></pre>`;
const typesIn = (html: string): readonly string[] => blocksFromPasted(html).map(({ type }) => type);

test('an HTML block of another page is code, whatever note it carries', () => {
  const markup = '<script>ran()</script>';
  expect(typesIn(block(markup))).toEqual(['codeBlock']);
  expect(typesIn(block(markup).replace('<pre', '<pre data-pm-slice="0 0 []"'))).toEqual(['codeBlock']);
  expect(JSON.stringify(blocksFromPasted(`<p>words</p><aside>${block(markup)}</aside>`))).not.toContain('rawHtml');
});

test('an HTML block that was copied here comes back as one', () => {
  const markup = '<details><summary>More</summary></details>';
  const html = schema.node('rawHtml', null, schema.text(markup));
  rememberHtmlBlocks(Slice.maxOpen(schema.node('section', null, html).content));
  expect(typesIn(block(markup).replace('<pre', '<pre data-pm-slice="0 0 []"'))).toEqual(['rawHtml']);
});
