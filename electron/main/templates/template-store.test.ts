import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schemaVersion } from '../../../core/document/migrations/migrations.ts';
import type { Template } from '../../../core/templates/template.ts';
import { shippedTemplates } from '../../../core/templates/template-list.ts';
import type { Result, Trouble } from '../../../core/trouble.ts';
import { type TemplateStore, templateStore } from './template-store.ts';

const shipped = fileURLToPath(new URL('../../../assets/templates', import.meta.url));
const first = shippedTemplates[0];

let folder: string;
let store: TemplateStore;
let troubles: Trouble[];

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const names = async (): Promise<readonly string[]> => value(await store.list()).items.map(({ name }) => name);
const own = (id: string): string => join(folder, 'templates', id);
const mine: Template = {
  name: 'Mine',
  description: 'How I do it',
  document: {
    schemaVersion,
    doc: {
      type: 'doc',
      content: [
        { type: 'headline' },
        { type: 'section', attrs: { kind: 'free', label: 'Notes' }, content: [{ type: 'paragraph' }] },
      ],
    },
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-templates-'));
  troubles = [];
  store = templateStore({
    shipped,
    own: join(folder, 'templates'),
    now: () => new Date(0),
    onTrouble: (trouble) => troubles.push(trouble),
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a first start offers the shipped templates in their order and writes nothing', async () => {
  const { items, restorable } = value(await store.list());
  expect(items.map(({ id }) => id)).toEqual(shippedTemplates);
  expect(items.every((item) => item.shipped)).toBe(true);
  expect(restorable).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

describe('a template of the writer’s own', () => {
  test('is there for another start, after the shipped ones', async () => {
    const { id } = value(await store.add(mine));
    expect((await names()).at(-1)).toBe('Mine');
    expect(value(await store.read(id))).toEqual(mine);
    expect(JSON.parse(readFileSync(join(own(id), 'template.json'), 'utf8'))).toEqual(mine);
  });

  test('is renamed, duplicated and deleted, and the deletion is taken back', async () => {
    const { id } = value(await store.add(mine));
    value(await store.rename(id, { name: 'Ours', description: '' }));
    value(await store.duplicate(id));
    expect((await names()).slice(-2)).toEqual(['Copy of Ours', 'Ours']);
    value(await store.remove(id));
    expect(await names()).not.toContain('Ours');
    expect(await store.read(id)).toMatchObject({ ok: false, error: { code: 'template/not-found' } });
    value(await store.undelete(id));
    expect(value(await store.read(id))).toEqual({ ...mine, name: 'Ours', description: '' });
  });

  test('stays when the shipped ones are restored', async () => {
    value(await store.add(mine));
    value(await store.restoreShipped());
    expect(await names()).toContain('Mine');
  });
});

describe('a shipped template', () => {
  test('is renamed and deleted like any other, and comes back as it was', async () => {
    const before = await names();
    value(await store.rename('blank', { name: 'Empty page', description: '' }));
    value(await store.remove(first));
    expect(await names()).toEqual(['Several articles, one comment', 'Quote and reply', 'Video reaction', 'Empty page']);
    expect(value(await store.list()).restorable).toBe(true);
    expect(value(await store.list()).items.map(({ id }) => id)).toContain('blank');
    value(await store.restoreShipped());
    expect(await names()).toEqual(before);
    expect(value(await store.list()).restorable).toBe(false);
  });

  test('comes back alone when its deletion is undone', async () => {
    value(await store.remove(first));
    expect(value(await store.list()).items.map(({ id }) => id)).not.toContain(first);
    value(await store.undelete(first));
    expect(value(await store.list()).items[0]?.id).toBe(first);
  });

  test('can be read as it came after it was deleted: a new post begins with something', async () => {
    value(await store.remove(first));
    expect((await store.readShipped(first))?.name).toBe('Article summary + my comment');
  });
});

describe('a file that cannot be read', () => {
  const put = (id: string, text: string): void => {
    mkdirSync(own(id), { recursive: true });
    writeFileSync(join(own(id), 'template.json'), text);
  };

  test.each([
    ['cut off', '{"name": "Mi'],
    ['no template', '[1, 2]'],
    ['a document that is none', JSON.stringify({ ...mine, document: { schemaVersion, doc: { type: 'script' } } })],
    ['nothing', ''],
  ])('is kept aside byte for byte and told: %s', async (_, text) => {
    put('mine', text);
    expect(await names()).toHaveLength(shippedTemplates.length);
    expect(readdirSync(own('mine'))).toEqual(['template.json.broken-1970-01-01T00-00-00.000Z']);
    expect(readFileSync(join(own('mine'), readdirSync(own('mine'))[0] ?? ''), 'utf8')).toBe(text);
    expect(troubles).toMatchObject([{ code: 'template/broken', params: { kept: expect.stringContaining('mine') } }]);
    await store.list();
    expect(troubles).toHaveLength(1);
  });

  test('gives its place to the shipped one of that name', async () => {
    put('blank', 'no');
    expect(value(await store.read('blank')).name).toBe('Blank');
  });

  test('of a newer Rejoinder stays where it is', async () => {
    const text = JSON.stringify({ ...mine, document: { ...mine.document, schemaVersion: schemaVersion + 1 } });
    put('mine', text);
    expect(await names()).toHaveLength(shippedTemplates.length);
    expect(readFileSync(join(own('mine'), 'template.json'), 'utf8')).toBe(text);
    expect(troubles).toMatchObject([{ code: 'template/newer' }]);
  });

  test('folders with other names and stray files are no templates', async () => {
    mkdirSync(own('Not An Id'), { recursive: true });
    writeFileSync(own('stray'), 'x');
    expect(await names()).toHaveLength(shippedTemplates.length);
    expect(troubles).toEqual([]);
  });
});
