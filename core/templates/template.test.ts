import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../document/schema.ts';
import { plainText } from '../document/text.ts';
import { parseTemplate, postFromTemplate, type Template } from './template.ts';
import { chosenTemplate, defaultTemplate, inOrder, shippedTemplates } from './template-list.ts';

const folder = new URL('../../assets/templates/', import.meta.url);
const names = readdirSync(folder);

const read = (name: string): Template => {
  const template = parseTemplate(JSON.parse(readFileSync(new URL(`${name}/template.json`, folder), 'utf8')));
  if (!template.ok) throw new Error(template.error.detail);
  return template.value;
};

const textOf = (template: Template, commentLabel: string): string => {
  const post = postFromTemplate(template, { commentLabel, language: 'pt-PT' });
  if (!post.ok) throw new Error(post.error.detail);
  const doc = parseDocument(post.value.document);
  if (!doc.ok) throw new Error(doc.error.detail);
  return plainText(doc.value);
};

test('every template of the list is shipped, and every shipped one is in the list', () => {
  expect([...names].sort()).toEqual([...shippedTemplates].sort());
  expect(shippedTemplates).toContain('blank');
});

test('each shipped template has a name and a description of its own', () => {
  const all = names.map(read);
  expect(new Set(all.map(({ name }) => name)).size).toBe(names.length);
  for (const { description } of all) expect(description).toMatch(/^[A-Z].{15,}\.$/);
});

describe.each(names)('%s', (name) => {
  test('becomes a post that reads back', () => {
    expect(textOf(read(name), 'What I think')).not.toContain('My Comment');
  });
});

test('the comment section begins with the heading as the writer last worded it', () => {
  expect(textOf(read(defaultTemplate), '  In my view ')).toBe('In my view');
});

test('a writer who wants no heading gets none', () => {
  expect(textOf(read(defaultTemplate), ' ')).toBe('');
});

test('a new post is in the language that posts are written in', () => {
  const post = postFromTemplate(read(defaultTemplate), { commentLabel: null, language: 'pt-PT' });
  expect(post.ok && post.value.fields.language).toBe('pt-PT');
});

test('making a post leaves the template as it was', () => {
  const template = read(defaultTemplate);
  const before = JSON.stringify(template);
  postFromTemplate(template, { commentLabel: 'Other', language: 'en' });
  expect(JSON.stringify(template)).toBe(before);
});

test.each([
  ['nothing', null],
  ['no document', { name: 'x', description: '' }],
  [
    'an unknown node',
    { name: 'x', description: '', document: { schemaVersion: 1, doc: { type: 'doc', content: [{ type: 'script' }] } } },
  ],
])('a template with %s is refused with a reason', (_, json) => {
  const parsed = parseTemplate(json);
  expect(parsed).toMatchObject({ ok: false, error: { code: 'post/unreadable', detail: expect.stringMatching(/\w/) } });
});

describe('which template a new post gets', () => {
  const item = (id: string, name = id) => ({ id, name, description: '', shipped: false });
  const items = [item('article-summary-and-comment'), item('mine'), item('other')];
  const choices = { defaultTemplate: 'mine', blogTemplates: { 'blog-1': 'other', 'blog-2': 'deleted' } };

  test('the one chosen for its blog, else the one for all posts', () => {
    expect(chosenTemplate(items, choices)).toBe('mine');
    expect(chosenTemplate(items, choices, 'blog-1')).toBe('other');
    expect(chosenTemplate(items, choices, 'blog-2')).toBe('mine');
    expect(chosenTemplate(items, choices, 'constructor')).toBe('mine');
  });

  test('one that was deleted gives way', () => {
    const gone = { defaultTemplate: 'gone', blogTemplates: {} };
    expect(chosenTemplate(items, gone)).toBe('article-summary-and-comment');
    expect(chosenTemplate([item('only')], gone)).toBe('only');
    expect(chosenTemplate([], gone)).toBe('article-summary-and-comment');
  });

  test('shipped ones come first in their order, then the writer’s own by name', () => {
    const mixed = [item('z', 'Beta'), item('blank'), item('a', 'Alpha'), item('article-summary-and-comment')];
    expect(inOrder(mixed).map(({ id }) => id)).toEqual(['article-summary-and-comment', 'blank', 'a', 'z']);
  });
});
