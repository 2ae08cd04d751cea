import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { marksToHtml, nodesToHtml, toHtmlTree } from './html-tree.ts';
import { marksToMarkdown, nodesToMarkdown, toMarkdown } from './markdown-tree.ts';
import type { DocumentJson } from './post.ts';
import { schema } from './schema.ts';
import { documentOf } from './testing/documents.ts';
import { testSources } from './testing/sources.ts';

/** `UPDATE_FIXTURES=1` writes what is rendered now, to be read in the diff before it is committed. */
const update = process.env.UPDATE_FIXTURES === '1';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const folderOf = (name: string): string => (name === 'doc' ? 'document' : kebab(name));

const kinds = [
  { kind: 'nodes', names: Object.keys(schema.nodes), html: nodesToHtml, markdown: nodesToMarkdown },
  { kind: 'marks', names: Object.keys(schema.marks), html: marksToHtml, markdown: marksToMarkdown },
] as const;

const without = (files: readonly string[], ending: string): readonly string[] =>
  files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));

const holds = (node: DocumentJson, name: string): boolean =>
  node.type === name ||
  (node.marks ?? []).some((mark) => mark.type === name) ||
  (node.content ?? []).some((child) => holds(child, name));

describe.each(kinds)('$kind', ({ kind, names, html, markdown }) => {
  const root = new URL(`${kind}/`, import.meta.url);

  test('every one has its folder, its HTML and its Markdown, and there are no others', () => {
    expect(readdirSync(root).sort()).toEqual(names.map(folderOf).sort());
    expect(Object.keys(html).sort()).toEqual([...names].sort());
    expect(Object.keys(markdown).sort()).toEqual([...names].sort());
  });

  describe.each(names)('%s', (name) => {
    const folder = new URL(`${folderOf(name)}/`, root);
    const fixtures = new URL('fixtures/', folder);
    const files = existsSync(fixtures) ? readdirSync(fixtures) : [];
    const stems = without(files, '.json');

    test('has a schema, its HTML, its Markdown and fixtures of each', () => {
      for (const file of ['schema.ts', 'html.ts', 'markdown.ts'])
        expect(existsSync(new URL(file, folder)), file).toBe(true);
      expect(stems.length).toBeGreaterThan(0);
      if (update) return;
      for (const ending of ['.html', '.md']) expect([...without(files, ending)].sort()).toEqual([...stems].sort());
      expect(files.length).toBe(3 * stems.length);
    });

    test.each(stems)('%s is rendered as its fixture says', (stem) => {
      const json: DocumentJson = JSON.parse(readFileSync(new URL(`${stem}.json`, fixtures), 'utf8'));
      expect(holds(documentOf(json).toJSON(), name)).toBe(true);
      const doc = documentOf(json);
      const pages = {
        html: `${toHtml(toHtmlTree(doc, { sources: testSources }))}\n`,
        md: toMarkdown(doc.content, { sources: testSources }),
      };
      for (const [ending, rendered] of Object.entries(pages)) {
        const page = new URL(`${stem}.${ending}`, fixtures);
        if (update) writeFileSync(page, rendered);
        expect(rendered).toBe(readFileSync(page, 'utf8'));
      }
    });
  });
});
