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

  it('has every word in its blocks', () => {
    const blocks = JSON.stringify(jsonOf(withoutOrigin(doc)));
    const words = markup.replace(/<[^>]*>|&\w+;/g, ' ').match(/\p{L}+/gu) ?? [];
    expect(words.filter((word) => !blocks.includes(word))).toEqual([]);
  });

  it('goes back as it came', () => {
    expect(sent(doc, dialect)).toBe(markup);
  });
});

it.each([
  ['code of two parts', '<pre><code>one</code>\n<code>two</code></pre>'],
  ['code in the middle of other words', '<pre>before <code>x</code> after</pre>'],
  [
    'a look of the words in a pull quote',
    '<figure class="wp-block-pullquote"><blockquote class="tall"><p>A</p></blockquote></figure>',
  ],
])('says that an edit will cost something: %s', (_, markup) => {
  expect(originOf(imported(markup, 'wordpress-classic'))?.blocks).toMatchObject([{ lossy: true }]);
});
