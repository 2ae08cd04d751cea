import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../../core/document/markdown-tree.ts';
import { documentOf } from '../../../core/document/testing/documents.ts';
import { cleanHtml } from '../pasted-html.ts';
import { blocksFromPasted } from '../testing/pasting.ts';
import { htmlOfMarkdown, isMarkdown } from './markdown.ts';

describe('is clearly Markdown:', () => {
  test.each([
    '# The harbour\n\nThe ferries left.',
    'The ferries left.\n\n## Why\n\nNobody knows.',
    'See [the plan](https://port.example/plan).',
    'See [the plan](https://port.example/plan_(2026) "Plan").',
    '![A crane](https://port.example/crane.jpg)',
    '- moor\n- wait',
    '* moor\n  * at night\n* wait',
    '1. moor\n2. wait',
    '- moor\n\n- wait\n',
    'Do this:\n\n```sh\nmake\n```\n',
    '| Boat | Seats |\n|------|------:|\n| Petrel | 80 |',
    '> Nobody asked us.\n\n**Nobody** did.',
    'Use `make` or **ninja**.',
    'in the **middle** of a line',
    '- [x] moor\r\n- [ ] wait\r\n',
  ])('%s', (text) => {
    expect(isMarkdown(text)).toBe(true);
  });
});

describe('is no Markdown, or not clearly:', () => {
  test.each([
    'The ferries left.',
    'The ferries left.\n\nNobody knows why.',
    '- He left, she said.',
    'Yours\n--\nThe harbour master',
    '#harbour #ferries',
    '#!/bin/sh\n# moor\n\nls `pwd` **',
    '# moor the boat\nmoor --now\n# and wait\nwait',
    'a * b * c = d ** 2 ** 3',
    'int main(int argc, char **argv, char **envp)',
    'Use `make`.',
    'snake_case_words and __init__',
    'Temperatures: -3, -4\n- 5 degrees',
    'Call 1. me\n2. you',
    'see [1] and (2), and [x](y)',
    '> quoted in a mail\n> as mails do',
    'https://port.example/plan',
    '5 > 3\n\n2 < 4',
    '---',
    '',
    `${'- '.repeat(2000)}deep\n${'> '.repeat(2000)}deep`,
    '['.repeat(30_000),
  ])('%s', (text) => {
    expect(isMarkdown(text)).toBe(false);
  });
});

test('what a page of Markdown says becomes blocks', () => {
  const blocks = blocksFromPasted(
    htmlOfMarkdown(
      '# The harbour\n\nThe **ferries** left, *says* [the plan](https://port.example/plan?utm_source=x),\nand ~~stay~~ away.\n\n' +
        '> Nobody asked us.\n\n1. moor\n2. wait\n   - at night\n\n---\n\n<script>ran()</script> <b>bold</b>',
    ),
  );
  const text = (words: string, ...types: string[]) => ({
    type: 'text',
    text: words,
    ...(types.length > 0 ? { marks: types.map((type) => expect.objectContaining({ type })) } : {}),
  });
  const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
  expect(blocks).toMatchObject([
    { type: 'heading', attrs: { level: 2 }, content: [text('The harbour')] },
    paragraph(
      text('The '),
      text('ferries', 'bold'),
      text(' left, '),
      text('says', 'italic'),
      text(' '),
      { type: 'text', text: 'the plan', marks: [{ type: 'link', attrs: { href: 'https://port.example/plan' } }] },
      text(', and '),
      text('stay', 'strike'),
      text(' away.'),
    ),
    { type: 'quotation', content: [paragraph(text('Nobody asked us.')), { type: 'attribution' }] },
    {
      type: 'orderedList',
      content: [
        { content: [paragraph(text('moor'))] },
        {
          content: [
            paragraph(text('wait')),
            { type: 'bulletList', content: [{ content: [paragraph(text('at night'))] }] },
          ],
        },
      ],
    },
    { type: 'divider' },
    paragraph(text('<script>ran()</script> <b>bold</b>')),
  ]);
});

test('a gallery that was copied as Markdown is one again, its own pictures with it', () => {
  const line = (name: string, words: string) => ({
    type: name,
    ...(words ? { content: [{ type: 'text', text: words }] } : {}),
  });
  const figure = (digit: string, alt: string, caption: string) => ({
    type: 'figure',
    attrs: { media: digit.repeat(64), alt },
    content: [line('caption', caption), line('credit', '')],
  });
  const figures = [figure('a', 'Two ferries', 'The last ferries.'), figure('b', '', 'A quay.')];
  const gallery = { type: 'gallery', content: [...figures, line('caption', '')] };
  const markdown = toMarkdown(documentOf(gallery).content, { sources: [] });
  expect(isMarkdown(markdown)).toBe(true);
  const html = htmlOfMarkdown(markdown);
  expect(cleanHtml(html, [], 'en').picturesLeftOut).toBe(0);
  expect(blocksFromPasted(html)).toMatchObject([gallery]);
  // A sign without its end is a remark like any other.
  expect(htmlOfMarkdown('<!--gallery-->\n\nWords')).toContain('&#x3C;!--gallery-->');
});

test('footnotes come in as footnotes, and go out as they came', () => {
  const markdown =
    'Nine ships[^count] waited.[^2]\n\n[^count]: Counted *twice*, see [this](https://a.example/).\n\n[^2]: Or ten.\n';
  expect(isMarkdown(markdown)).toBe(true);
  const content = blocksFromPasted(htmlOfMarkdown(markdown));
  const doc = documentOf({ type: 'section', attrs: { kind: 'free', label: '' }, content });
  expect(toMarkdown(doc.content, { sources: [] })).toBe(
    'Nine ships[^1] waited.[^2]\n\n[^1]: Counted _twice_, see [this](https://a.example/).\n\n[^2]: Or ten.\n',
  );
});
