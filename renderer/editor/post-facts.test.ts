import { expect, test } from 'vitest';
import { schema } from '../../core/document/schema.ts';
import { factsOf } from './post-facts.ts';

const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });

const doc = schema.nodeFromJSON({
  type: 'doc',
  content: [
    { type: 'headline', content: [text('Harbour  reopens')] },
    {
      type: 'section',
      attrs: { kind: 'summary', label: '' },
      content: [
        paragraph(text('One two three '), {
          ...text('Courier'),
          marks: [{ type: 'citation', attrs: { source: 's1' } }],
        }),
        {
          type: 'quotation',
          attrs: { source: 's2' },
          content: [paragraph(text('Nothing was won')), { type: 'attribution', content: [text('Spokesman')] }],
        },
        {
          type: 'figure',
          attrs: { media: null },
          content: [{ type: 'caption', content: [text('not counted here')] }, { type: 'credit' }],
        },
      ],
    },
    {
      type: 'section',
      attrs: { kind: 'comment', label: '' },
      content: [{ type: 'sectionHeading', content: [text('My Comment:')] }, paragraph(text('Five words of my own'))],
    },
    { type: 'section', attrs: { kind: 'free', label: 'More' }, content: [paragraph(text('and more'))] },
  ],
});

test('the facts of a post: headline, balance, sources in use, the comment’s heading', () => {
  expect(factsOf(doc)).toMatchObject({
    headline: 'Harbour reopens',
    words: { summary: 4, comment: 7, quoted: 3 },
    length: { words: 14 },
    usedSources: ['s1', 's2'],
    commentHeading: 'My Comment:',
  });
});

test('a post without a comment section has no heading to remember', () => {
  const blank = schema.nodeFromJSON({
    type: 'doc',
    content: [
      { type: 'headline' },
      { type: 'section', attrs: { kind: 'free', label: '' }, content: [{ type: 'paragraph' }] },
    ],
  });
  expect(factsOf(blank)).toMatchObject({
    headline: '',
    words: { summary: 0, comment: 0, quoted: 0 },
    length: { words: 0, seconds: 0 },
    usedSources: [],
    commentHeading: null,
  });
});
