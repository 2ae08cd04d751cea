import { expect, test } from 'vitest';
import { cleanHtml } from '../pasted-html.ts';

const leftOut = (html: string): number => cleanHtml(html, [], 'en').picturesLeftOut;

test.each([
  ['<p>a</p><img src="https://a.example/a.jpg"><figure><img srcset="https://a.example/b.jpg 2x"></figure>', 2],
  ['<picture><source srcset="https://a.example/a.webp"><img src="https://a.example/a.jpg"></picture>', 1],
  ['<img data-src="https://a.example/lazy.jpg">', 1],
  ['<img src="https://a.example/pixel.gif" width="1" height="1">', 0],
  ['<noscript><img src="https://a.example/pixel.gif"></noscript>', 0],
  [
    '<div class="wp-block-gallery"><figure><img data-src="a.jpg"><noscript><img src="a.jpg"></noscript></figure><figure><img data-src="b.jpg"><noscript><img src="b.jpg"></noscript></figure></div>',
    2,
  ],
  ['<img alt="nothing">', 0],
  ['<figure data-figure data-media="x"><figcaption>ours</figcaption></figure>', 0],
])('%s leaves out %i', (html, count) => {
  expect(leftOut(html)).toBe(count);
});

test.each(['⛴️', '👩‍👩‍👧', '🇳🇴', '👍🏽', '1️⃣'])('a picture of %s becomes the emoji', (emoji) => {
  const cleaned = cleanHtml(`<p>a <img alt="${emoji}" src="https://a.example/emoji.svg"></p>`, [], 'en');
  expect(cleaned).toEqual({ html: `<p>a ${emoji}</p>`, picturesLeftOut: 0 });
});
