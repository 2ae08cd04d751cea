import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../document/schema.ts';
import { plainText } from '../document/text.ts';
import { defaultTemplate, parseTemplate, postFromTemplate, type Template } from './template.ts';

const folder = new URL('../../assets/templates/', import.meta.url);
const names = readdirSync(folder);

const read = (name: string): Template => {
  const template = parseTemplate(JSON.parse(readFileSync(new URL(`${name}/template.json`, folder), 'utf8')));
  if (!template.ok) throw new Error(template.error.detail);
  return template.value;
};

const textOf = (template: Template, commentLabel: string): string => {
  const post = postFromTemplate(template, { commentLabel });
  if (!post.ok) throw new Error(post.error.detail);
  const doc = parseDocument(post.value.document);
  if (!doc.ok) throw new Error(doc.error.detail);
  return plainText(doc.value);
};

test('the default template and the blank one are shipped', () => {
  expect(names).toEqual(expect.arrayContaining([defaultTemplate, 'blank']));
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

test('making a post leaves the template as it was', () => {
  const template = read(defaultTemplate);
  const before = JSON.stringify(template);
  postFromTemplate(template, { commentLabel: 'Other' });
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
