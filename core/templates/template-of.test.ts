import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaVersion } from '../document/migrations/migrations.ts';
import type { DocumentJson, Post } from '../document/post.ts';
import { parseDocument, toStored } from '../document/schema.ts';
import { arbitraryDocument } from '../document/testing/arbitrary-document.ts';
import { importPost } from '../importing/import-post.ts';
import { examplePostSchema } from './example.ts';
import { parseTemplate, postFromTemplate, type Template } from './template.ts';
import { templateOf } from './template-of.ts';

const example = examplePostSchema.parse(
  JSON.parse(readFileSync(new URL('../../assets/example/post.json', import.meta.url), 'utf8')),
);
const given = { name: 'Mine', description: '' };

const made = (post: Pick<Post, 'document' | 'sources'>, keepText: boolean): Template => {
  const template = templateOf(post, { ...given, keepText });
  if (!template.ok) throw new Error(template.error.detail);
  return template.value;
};

const blocksOf = ({ document }: Template): readonly string[] =>
  (document.doc.content ?? []).flatMap((part) => [
    part.type,
    ...(part.type === 'section' ? (part.content ?? []).map(({ type }) => `  ${type}`) : []),
  ]);

describe('a template of the example post', () => {
  test('has its frame and none of its words', () => {
    const template = made(example, false);
    expect(blocksOf(template)).toEqual([
      'headline',
      'section',
      '  figure',
      '  paragraph',
      '  quotation',
      '  paragraph',
      'section',
      '  sectionHeading',
      '  paragraph',
      '  figure',
      '  paragraph',
    ]);
    const doc = parseDocument(template.document);
    expect(doc.ok && doc.value.textContent).toBe('My Comment:');
    expect(JSON.stringify(template)).not.toMatch(/[0-9a-f]{64}|https?:/);
  });

  test('keeps the words when they are asked for, with the sources they name', () => {
    const template = made(example, true);
    const post = postFromTemplate(template, { commentLabel: null, language: 'en' });
    const before = parseDocument(example.document);
    expect(post).toMatchObject({ ok: true, value: { sources: example.sources } });
    expect(before.ok && post.ok && toStored(before.value)).toEqual(post.ok && post.value.document);
  });

  test('words the comment as the post does, whatever was worded since', () => {
    const post = postFromTemplate(made(example, false), { commentLabel: null, language: 'en' });
    expect(JSON.stringify(post)).toContain('My Comment:');
  });
});

test('labels of sections and headings stay, and five paragraphs are one place to write in', () => {
  const text = (words: string): DocumentJson => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
  const heading = { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'What they say' }] };
  const section = { type: 'section', attrs: { kind: 'free', label: 'Context' } };
  const document = {
    schemaVersion,
    doc: {
      type: 'doc',
      content: [{ type: 'headline' }, { ...section, content: [text('a'), text('b'), heading, heading, text('c')] }],
    },
  };
  const template = made({ document, sources: [] }, false);
  expect(blocksOf(template)).toEqual(['headline', 'section', '  paragraph', '  heading', '  heading', '  paragraph']);
  expect(template.document.doc.content?.[1]?.attrs?.label).toBe('Context');
  expect(JSON.stringify(template)).toContain('What they say');
});

test('a gallery is a place for a picture', () => {
  const figure = { type: 'figure', content: [{ type: 'caption' }, { type: 'credit' }] };
  const gallery = { type: 'gallery', content: [figure, figure, { type: 'caption' }] };
  const doc = { type: 'doc', content: [{ type: 'headline' }, { type: 'section', content: [gallery] }] };
  const template = made({ document: { schemaVersion, doc }, sources: [] }, false);
  expect(blocksOf(template)).toEqual(['headline', 'section', '  figure']);
});

test('every post becomes a template that reads back, with and without its words', () => {
  fc.assert(
    fc.property(arbitraryDocument, fc.boolean(), (doc, keepText) => {
      const template = made({ document: { schemaVersion, doc }, sources: [] }, keepText);
      expect(parseTemplate(JSON.parse(JSON.stringify(template))).ok).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test.each([true, false])('a template keeps nothing of a blog’s own markup (with its words: %s)', (keepText) => {
  const imported = importPost({
    markup: '<!-- wp:paragraph {"align":"center"} -->\n<p class="secret">Words</p>\n<!-- /wp:paragraph -->',
    format: 'wordpress-blocks',
    blog: 'a blog',
    title: 'Title',
    sources: [],
    commentHeading: '',
    pictureAt: () => null,
    recordingAt: () => null,
  });
  if (!imported.ok) throw new Error(imported.error.code);
  const template = templateOf({ document: imported.value, sources: [] }, { name: 'N', description: '', keepText });
  expect(template.ok && JSON.stringify(template.value)).not.toMatch(/secret|origin/);
});
