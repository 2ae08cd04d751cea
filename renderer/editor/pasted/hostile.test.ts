import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaVersion } from '../../../core/document/migrations/migrations.ts';
import { emptyFields, type PostId, type PostSnapshot } from '../../../core/document/post.ts';
import hostileMarkup from '../../../core/document/testing/hostile-markup.json' with { type: 'json' };
import { targetIds } from '../../../core/publishing/target.ts';
import { dialects } from '../../../core/rendering/dialects/index.ts';
import { fillMedia } from '../../../core/rendering/media-slots.ts';
import { render } from '../../../core/rendering/render.ts';
import { dangersIn } from '../../../core/rendering/testing/dangers.ts';
import { newSource } from '../../../core/sources/source.ts';
import { cleanPastedHtml } from '../pasted-html.ts';
import { blocksFromPasted } from '../testing/pasting.ts';

const sources = [newSource({ id: 'source', url: 'https://a.example/', title: 'A', publisher: 'B' })];

const published = (html: string): readonly string[] => {
  const content = [{ type: 'headline' }, { type: 'section', content: blocksFromPasted(html, sources) }];
  const snapshot: PostSnapshot = {
    postId: '7d2f9c5e-8f0b-4f5e-9a51-0f0a3c6b2d10' as PostId,
    revision: 1,
    document: { schemaVersion, doc: { type: 'doc', content } },
    fields: emptyFields,
    sources,
  };
  return targetIds.map((target) => {
    const post = render(snapshot, dialects[target], {
      capabilities: null,
      taxonomy: null,
      hasPicture: () => true,
      blog: null,
    });
    if (!post.ok) throw new Error(`${post.error.code}: ${post.error.detail}`);
    return fillMedia(post.value.html, () => ({ id: '1', url: 'https://blog.example/x.jpg', width: 1, height: 1 }));
  });
};

describe.each(Object.entries(hostileMarkup))('%s', (_, vectors) => {
  test.each(vectors)('is inert when pasted: %s', (markup) => {
    const clean = cleanPastedHtml(markup);
    expect(dangersIn(clean)).toEqual([]);
    for (const html of published(markup)) expect(dangersIn(html)).toEqual([]);
  });
});

const all = Object.values(hostileMarkup).flat();

test('hostile strings are inert inside and beside one another', () => {
  const wrapped = fc
    .array(
      fc.oneof(
        fc.constantFrom(...all),
        fc.constantFrom('<table>', '<p>', '</p>', '<svg>', '<b>', '<!--', '">', '<a href="'),
      ),
      {
        minLength: 2,
        maxLength: 5,
      },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(wrapped, (markup) => {
      const clean = cleanPastedHtml(markup);
      expect(dangersIn(clean)).toEqual([]);
      // Two parsers read alike what is clean, however it came about.
      expect(dangersIn(cleanPastedHtml(clean))).toEqual([]);
      for (const html of published(markup)) expect(dangersIn(html)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test.each(['div', 'ul><li', 'blockquote', 'b', 'a href=https://a.example/', 'table><tr><td'])(
  'a document stays readable after <%s> was pasted thousands of times in itself',
  (tag) => {
    for (const depth of [500, 3000, 20_000]) {
      expect(JSON.stringify(blocksFromPasted(`${`<${tag}>`.repeat(depth)}words`))).toContain('words');
    }
  },
);
