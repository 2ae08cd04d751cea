import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { DocumentJson } from '../document/post.ts';
import { arbitraryDocument } from '../document/testing/arbitrary-document.ts';
import hostileMarkup from '../document/testing/hostile-markup.json' with { type: 'json' };
import { testSources } from '../document/testing/sources.ts';
import { newSource } from '../sources/source.ts';
import { fillMedia } from './media-slots.ts';
import { dangersIn } from './testing/dangers.ts';
import { dialectNames, fixturePicture, rendered } from './testing/render-fixture.ts';

const upload = { id: '17', url: 'https://blog.example/boats.jpg', width: 16, height: 9 };

/** The players that some blogs are sent, what Ghost writes around HTML and Blogger's break, exactly as they may be; all else is a danger. */
const player =
  /<iframe src="https:\/\/(www\.youtube-nocookie\.com\/embed\/[\w-]{11}(\?start=\d+)?|player\.vimeo\.com\/video\/\d+\?dnt=1(&amp;h=[0-9a-f]+)?(#t=\d+s)?|w\.soundcloud\.com\/player\/\?url=[\w%.-]+)" width="560" height="(?:315|175)" allowfullscreen><\/iframe>/g;

/** Recordings in the browser's own player. */
const recording =
  /<(video|audio) controls(?: poster="https:\/\/blog\.example\/boats\.jpg")? src="https:\/\/blog\.example\/boats\.jpg"(?: width="\d+" height="\d+")?(?: preload="metadata")?><\/\1>/g;

const card = /<!--kg-card-(begin|end): html-->/g;
const jumpBreak = /<a name="more"><\/a>/g;

const dangersBut = (html: string): readonly string[] =>
  dangersIn(html.replaceAll(player, '').replaceAll(recording, '').replaceAll(card, '').replaceAll(jumpBreak, ''));

/** A post that says these words wherever words can stand. */
const postSaying = (words: string): DocumentJson => {
  const text = { type: 'text', text: words };
  const attrs = { media: fixturePicture, alt: words, decorative: false, width: 3, height: 2 };
  const video = { url: 'https://vimeo.com/1084537', provider: 'vimeo', videoId: '1084537', title: words };
  const captioning = [
    { type: 'caption', content: [text] },
    { type: 'credit', content: [text] },
  ];
  const quotation = [
    { type: 'paragraph', content: [text] },
    { type: 'attribution', content: [text] },
  ];
  return {
    type: 'doc',
    content: [
      { type: 'headline', content: [text] },
      {
        type: 'section',
        attrs: { kind: 'free', label: words },
        content: [
          { type: 'sectionHeading', content: [text] },
          { type: 'heading', attrs: { level: 2 }, content: [text] },
          { type: 'paragraph', content: [{ ...text, marks: [{ type: 'citation', attrs: { source: 'hostile' } }] }] },
          { type: 'quotation', attrs: { source: 'hostile' }, content: quotation },
          { type: 'figure', attrs, content: captioning },
          { type: 'embed', attrs: video, content: captioning },
          { type: 'recording', attrs: { media: fixturePicture, kind: 'video' }, content: captioning },
          { type: 'codeBlock', content: [text] },
          { type: 'rawHtml', content: [text] },
        ],
      },
    ],
  };
};

describe.each(dialectNames)('a post in the dialect of %s', (dialect) => {
  it.each(Object.entries(hostileMarkup))('is inert whatever it says: %s', (_, vectors) => {
    for (const words of vectors) {
      const sources = [newSource({ id: 'hostile', url: words, title: words, publisher: words })];
      const filled = fillMedia(rendered(postSaying(words), dialect, { sources }).html, () => ({
        ...upload,
        id: words,
      }));
      expect(dangersBut(filled), words).toEqual([]);
    }
  });

  it('is inert whatever document it is', () => {
    fc.assert(
      fc.property(arbitraryDocument, (doc) => {
        const filled = fillMedia(rendered(doc, dialect, { sources: testSources }).html, () => upload);
        expect(dangersBut(filled)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

test('the collection of hostile markup has hundreds of different strings', () => {
  const all = Object.values(hostileMarkup).flat();
  expect(all.length).toBeGreaterThan(500);
  expect(new Set(all).size).toBe(all.length);
});

test('what is dangerous is seen', () => {
  for (const html of [
    '<script>x</script>',
    '<p onclick="x">a</p>',
    '<a href="javascript:x">a</a>',
    '<a href=" javascript:x">a</a>',
    '<a href="/x">a</a>',
    '<p style="background:url(x)">a</p>',
    '<svg></svg>',
    '<p><!-- <script> --></p>',
    '<iframe></iframe>',
    '<video autoplay src="https://evil.example/a.mp4"></video>',
    '<img srcset="x">',
  ]) {
    expect(dangersIn(html), html).not.toEqual([]);
  }
  expect(dangersIn('<!-- wp:paragraph --><p class="a" dir="rtl">a <a href="https://a.example/">b</a></p>')).toEqual([]);
});
