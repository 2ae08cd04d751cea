import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** The npm packages that core may use: pure ones, which load and run without Node, Electron or a window. */
const allowed = [
  '@rgrove/parse-xml',
  '@tiptap/core',
  '@tiptap/extension-bold',
  '@tiptap/extension-italic',
  '@tiptap/extension-list',
  '@tiptap/extension-strike',
  '@tiptap/extension-underline',
  '@tiptap/pm',
  'hast',
  'hast-util-from-html',
  'hast-util-sanitize',
  'hast-util-to-html',
  'hastscript',
  'image-size',
  'mdast',
  'mdast-util-gfm',
  'mdast-util-to-markdown',
  'zod',
] as const;

const core = fileURLToPath(new URL('.', import.meta.url));
const files = globSync('**/*.ts', { cwd: core }).filter(
  (file) => !file.endsWith('.test.ts') && !/(?:^|[\\/])testing[\\/]/.test(file),
);

const importPattern =
  /^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const used = files.flatMap((file) =>
  importsOf(readFileSync(`${core}/${file}`, 'utf8')).map((specifier) => ({ file, specifier })),
);

test('every way to import is seen', () => {
  const text = [
    "import a from 'a';",
    "import type { b,\n  c } from '@b/c/d';",
    "export * from 'e';",
    'export type { f } from "f";',
    "import 'g';",
    "const h = await import('h');",
    "const text = 'import x';",
  ].join('\n');
  expect(importsOf(text).map(packageOf)).toEqual(['a', '@b/c', 'e', 'f', 'g', 'h']);
});

test('core imports its own files and the packages listed here, nothing else', () => {
  expect(used.length).toBeGreaterThan(50);
  const foreign = used.filter(
    ({ specifier }) => !specifier.startsWith('.') && !allowed.some((name) => name === packageOf(specifier)),
  );
  expect(foreign).toEqual([]);
});

test('core’s own imports stay inside core', () => {
  const outside = used.filter(({ file, specifier }) => {
    if (!specifier.startsWith('.')) return false;
    return !new URL(specifier, `file:///core/${file}`).pathname.startsWith('/core/');
  });
  expect(outside).toEqual([]);
});
