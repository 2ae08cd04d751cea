import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { originOf, withoutOrigin } from '../document/origin.ts';
import { jsonOf } from '../document/schema.ts';
import { blogPosts, fixtures, imported, sent } from './testing/import-fixture.ts';

/** `UPDATE_FIXTURES=1` writes the documents that are read now, to be read in the diff before they are committed. */
const update = process.env.UPDATE_FIXTURES === '1';

describe.each(blogPosts)('$name', ({ name, markup, format, dialect }) => {
  const doc = imported(markup, format);

  it('is read as its fixture says', () => {
    const file = new URL(`${name}.json`, fixtures);
    const json = jsonOf(withoutOrigin(doc));
    if (update) writeFileSync(file, `${JSON.stringify(json, null, 2)}\n`);
    expect(existsSync(file)).toBe(true);
    expect(json).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  it('is kept in pieces that make the whole', () => {
    const origin = originOf(doc);
    const pieces = origin?.blocks.map(({ gap, markup: piece }) => gap + piece).join('');
    expect(`${pieces}${origin?.end}`).toBe(markup);
  });

  it('goes back as it came', () => {
    expect(sent(doc, dialect)).toBe(markup);
  });
});
