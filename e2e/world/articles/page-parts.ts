import type { Story } from './stories.ts';

/** A page of one builder around a story. `path` is the page's own, `origin` that of the site. */
export type Shape = (story: Story, page: { readonly origin: string; readonly path: string }) => string;

/** Text as it stands in markup and in attributes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const meta = (name: string, content: string): string => `<meta name="${name}" content="${escaped(content)}">`;
export const property = (name: string, content: string): string =>
  `<meta property="${name}" content="${escaped(content)}">`;
export const jsonLd = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll('</', '<\\/')}</script>`;
export const paragraphs = ({ paragraphs: all }: Story): string =>
  all.map((text) => `<p>${escaped(text)}</p>`).join('\n');

/** What stands around articles, and belongs to none. */
export const surroundings = {
  top: `<header class="site-header"><a href="/">Front page</a></header>
<nav class="menu"><ul><li><a href="/politics">Politics</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav>
<div class="cookie-banner" role="dialog"><p>We use cookies to improve your experience. Accept all cookies?</p><button>Accept</button></div>`,
  advertisement: `<div class="ad-slot advertisement" aria-hidden="true"><p>Advertisement: buy the folding kayak today, half the price.</p></div>`,
  bottom: `<aside class="related-posts"><h3>Related stories</h3><ul><li><a href="/other-1">Ten harbours you must see before winter</a></li><li><a href="/other-2">What the baker told the mayor</a></li></ul></aside>
<section id="comments" class="comments"><h3>2 comments</h3><div class="comment"><p>First commenter: I have never agreed with anything so much.</p></div></section>
<div class="newsletter-signup"><p>Sign up for our newsletter and never miss a story.</p><form><input type="email"><button>Subscribe</button></form></div>
<footer class="site-footer"><p>Copyright, imprint and terms of use.</p></footer>`,
};

/** A whole page; `attributes` are more of its `<html>`. */
export const page = (language: string, head: string, body: string, attributes = ''): string =>
  `<!doctype html>\n<html lang="${language}"${attributes}>\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;

/** The date as far as it is written without a time. */
export const day = (story: Story): string => story.published.slice(0, 10);
export const locale = (language: string): string => language.replace('-', '_');
