import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DocumentJson } from '../../document/post.ts';
import { schema } from '../../document/schema.ts';
import { dialectNames, renderFixture } from '../testing/render-fixture.ts';

const folder = new URL('../fixtures/', import.meta.url);
const names = [...Object.keys(schema.nodes), ...Object.keys(schema.marks)];

/** `UPDATE_FIXTURES=1` writes what is rendered now, to be read in the diff before it is committed. */
const update = process.env.UPDATE_FIXTURES === '1';

describe.each(dialectNames)('%s', (dialect) => {
  it.each(names)('renders %s as its fixture says', (name) => {
    const document = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as DocumentJson;
    const page = new URL(`${name}.${dialect}.html`, folder);
    const html = `${renderFixture(document, dialect)}\n`;
    if (update) writeFileSync(page, html);
    expect(html).toBe(readFileSync(page, 'utf8'));
  });
});
