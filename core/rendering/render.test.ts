import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { mediaPlaceholder } from '../document/html-tree.ts';
import { type DocumentJson, emptyFields } from '../document/post.ts';
import { type Capabilities, targetIds } from '../publishing/target.ts';
import { blockAttributes } from './dialects/wordpress-block.ts';
import { fillMedia, mediaIn, mediaSlot } from './media-slots.ts';
import { render } from './render.ts';
import { anybody, fixturePicture, rendered, snapshotOf } from './testing/render-fixture.ts';
import { elementsIn, textOf } from './tree.ts';

const text = (words: string) => ({ type: 'text', text: words });

const post = (words: string, alt = 'Boats', media: string | null = fixturePicture): DocumentJson => ({
  type: 'doc',
  content: [
    { type: 'headline', content: [text('Ferries')] },
    {
      type: 'section',
      attrs: { kind: 'summary', label: '' },
      content: [
        { type: 'paragraph', content: [text(words)] },
        {
          type: 'figure',
          attrs: { media, alt, decorative: false, width: 3, height: 2 },
          content: [{ type: 'caption', content: [text(words)] }, { type: 'credit' }],
        },
        {
          type: 'embed',
          attrs: { url: 'https://vimeo.com/1084537', provider: 'vimeo', videoId: '1084537', title: words },
          content: [{ type: 'caption' }, { type: 'credit' }],
        },
      ],
    },
  ],
});

const upload = { id: '42', url: 'https://blog.example/boats.jpg', width: 3, height: 2 };
const other = 'ab'.repeat(32);

describe.each(targetIds)('a post for %s', (target) => {
  it('has picture slots that nothing a writer types can look like', () => {
    const forged = fc.constantFrom(
      mediaSlot(other, 'url'),
      mediaSlot(other, 'id'),
      mediaPlaceholder(other),
      '\u{fdd0}',
      '\u{fdd2}',
      '"><img src=x>',
      '<!-- wp:html -->',
      '-->',
      '\u0000\ud800',
    );
    const words = fc.array(fc.oneof(forged, fc.string({ unit: 'binary', maxLength: 5 })), { minLength: 1 });
    fc.assert(
      fc.property(words, (parts) => {
        const { html } = rendered(post(`a${parts.join('')}z`, parts.join('')), target);
        expect(mediaIn(html)).toEqual([fixturePicture]);
        const filled = fillMedia(html, (sha256) => (sha256 === fixturePicture ? upload : undefined));
        const tree = fromHtml(filled, { fragment: true });
        expect(elementsIn(tree, 'img').map(({ properties }) => properties.src)).toEqual([upload.url]);
        expect(filled).not.toMatch(/[\u{fdd0}-\u{fdef}]/u);
      }),
    );
  });

  it('keeps every word, whatever characters it is made of', () => {
    const visible = fc.stringMatching(/^[!-~À-ÿА-я一-龥 ]{1,40}$/).filter((it) => it.trim() !== '');
    fc.assert(
      fc.property(visible, visible, (words, alt) => {
        const { html } = rendered(post(words, alt), target);
        const tree = fromHtml(
          fillMedia(html, () => upload),
          { fragment: true },
        );
        const [paragraph] = elementsIn(tree, 'p');
        expect(paragraph && textOf(paragraph)).toBe(words);
        expect(elementsIn(tree, 'img')[0]?.properties.alt).toBe(alt);
      }),
    );
  });

  it('is one string: the preview and the request differ in the addresses of pictures and in nothing else', () => {
    const { html } = rendered(post('Words'), target);
    const shown = fillMedia(html, () => ({ id: '9001', url: 'media://library/x', width: 9002, height: 9003 }));
    const sent = fillMedia(html, () => ({ id: '8001', url: 'https://blog.example/x.jpg', width: 8002, height: 8003 }));
    expect(shown.replaceAll('media://library/x', 'https://blog.example/x.jpg').replaceAll('900', '800')).toBe(sent);
  });

  it('lists its pictures with the words for the media library, and the featured one', () => {
    const { pictures, featured } = rendered(post('A quay', 'Boats'), target);
    expect(pictures).toEqual([{ sha256: fixturePicture, alt: 'Boats', caption: 'A quay' }]);
    expect(featured).toBe(fixturePicture);
    const chosen = rendered(post('A quay'), target, { fields: { ...emptyFields, featuredImage: other } });
    expect(chosen.pictures.map(({ sha256 }) => sha256)).toEqual([fixturePicture, other]);
    expect(chosen.featured).toBe(other);
    expect(rendered(post('None', '', null), target)).toMatchObject({ pictures: [], featured: null });
  });

  it('lists each picture of a gallery with its own words', () => {
    const figure = (media: string, caption: string): DocumentJson => ({
      type: 'figure',
      attrs: { media, alt: `Alt of ${caption}`, decorative: false, width: 3, height: 2 },
      content: [{ type: 'caption', content: [text(caption)] }, { type: 'credit' }],
    });
    const figures = [figure(fixturePicture, 'A quay'), figure(other, 'A ferry')];
    const gallery = { type: 'gallery', content: [...figures, { type: 'caption', content: [text('Both')] }] };
    const section = { type: 'section', attrs: { kind: 'summary', label: '' }, content: [gallery] };
    const { pictures, featured, html } = rendered({ type: 'doc', content: [{ type: 'headline' }, section] }, target);
    expect(pictures).toEqual([
      { sha256: fixturePicture, alt: 'Alt of A quay', caption: 'A quay' },
      { sha256: other, alt: 'Alt of A ferry', caption: 'A ferry' },
    ]);
    expect(featured).toBe(fixturePicture);
    expect(mediaIn(html)).toEqual([fixturePicture, other]);
  });

  it('cannot be filled while a picture has no address', () => {
    expect(() => fillMedia(rendered(post('Words'), target).html, () => undefined)).toThrow(fixturePicture);
  });

  it('escapes what a server answers as an address', () => {
    const hostile = { ...upload, url: 'https://blog.example/"><script>alert(1)</script>', id: '1} --><script>' };
    const filled = fillMedia(rendered(post('Words'), target).html, () => hostile);
    expect(elementsIn(fromHtml(filled, { fragment: true }), 'script')).toEqual([]);
    expect(filled).not.toContain('<script');
  });

  it('is unreadable when its document is', () => {
    const broken = snapshotOf({ type: 'doc', content: [{ type: 'iframe' }] });
    expect(
      render(
        broken,
        { keepsLanguage: true, largestPicture: null, adapt: (it) => it, origins: {}, schema: {}, notes: () => [] },
        anybody,
      ),
    ).toMatchObject({
      ok: false,
      error: { code: 'post/unreadable' },
    });
  });
});

describe('the notes before publishing', () => {
  const owner: Capabilities = {
    publish: true,
    uploadMedia: true,
    schedule: true,
    createTags: true,
    createCategories: true,
    categories: true,
    tags: true,
    featuredImage: true,
    unfilteredHtml: true,
    timeZone: 'UTC',
  };
  const fields = { ...emptyFields, tags: ['Sea'], categories: ['Ports', 'News'] };
  const taxonomy = { categories: [{ id: '1', name: 'news' }], tags: [] };
  const notes = (capabilities: Capabilities | null, hasPicture = true) =>
    rendered(
      post('Words'),
      'wordpress',
      { fields },
      { capabilities, taxonomy, hasPicture: () => hasPicture, blog: null },
    ).notes;

  it('say nothing about what is unknown', () => {
    expect(notes(null)).toEqual([]);
  });

  it('tell an owner only what will be made new', () => {
    expect(notes(owner)).toEqual([
      { level: 'info', key: 'categories-created', params: { names: 'Ports' } },
      { level: 'info', key: 'tags-created', params: { names: 'Sea' } },
    ]);
  });

  it('tell a role what it may not do', () => {
    const contributor = {
      ...owner,
      publish: false,
      uploadMedia: false,
      createCategories: false,
      unfilteredHtml: false,
    };
    expect(notes(contributor).map(({ level, key }) => `${level} ${key}`)).toEqual([
      'must role-cannot-publish',
      'must role-cannot-upload',
      'should categories-not-created',
      'info tags-created',
      'info video-as-block',
    ]);
  });

  it('tell that a picture is not in the library any more', () => {
    expect(notes(null, false)).toEqual([{ level: 'must', key: 'pictures-missing', params: { count: 1 } }]);
  });

  it('tell that blocks leave their list on WordPress, and that videos are cards on the practice blog', () => {
    const list: DocumentJson = {
      type: 'doc',
      content: [
        { type: 'headline' },
        {
          type: 'section',
          attrs: { kind: 'free', label: '' },
          content: [
            {
              type: 'bulletList',
              content: [
                { type: 'listItem', content: [{ type: 'paragraph', content: [text('One')] }, { type: 'divider' }] },
              ],
            },
          ],
        },
      ],
    };
    expect(rendered(list, 'wordpress').notes).toEqual([
      { level: 'info', key: 'blocks-out-of-list', params: { count: 1 } },
    ]);
    expect(rendered(post('Words'), 'practice-blog').notes.map(({ key }) => key)).toEqual(['video-as-card']);
  });
});

describe('block attributes', () => {
  it('never hold what could end their comment, and mean the same', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const json = blockAttributes({ value });
        expect(json).not.toMatch(/--|[<>&]|\\"/);
        expect(JSON.parse(json)).toEqual({ value });
      }),
    );
  });

  it('are written as the block editor writes them', () => {
    expect(blockAttributes({ url: 'https://x.example/?a=1&b="--<>' })).toBe(
      '{"url":"https://x.example/?a=1\\u0026b=\\u0022\\u002d\\u002d\\u003c\\u003e"}',
    );
  });
});
