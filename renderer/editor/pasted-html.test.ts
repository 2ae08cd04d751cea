import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { cleanPastedHtml, hasText } from './pasted-html.ts';

/** Every element of what comes out, as a browser's parser sees it. */
const elementsOf = (html: string): readonly Element[] => {
  const found: Element[] = [];
  const walk = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      found.push(child);
      walk(child);
    }
  };
  walk(fromHtml(html, { fragment: true }));
  return found;
};

const attacks = [
  '<script>alert(1)</script>text',
  '<img src=x onerror=alert(1)>text',
  '<p onclick="alert(1)">text</p>',
  '<a href="javascript:alert(1)">text</a>',
  '<a href=" java\nscript:alert(1)">text</a>',
  '<a href="data:text/html,<script>alert(1)</script>">text</a>',
  '<a href="vbscript:x">text</a>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">text</noscript>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>text',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>text',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)></style></mglyph></form>text',
  '<template><img src=x onerror=alert(1)></template>text',
  '<textarea></textarea><img src=x onerror=alert(1)></textarea>text',
  '<title><a id="</title><img src=x onerror=alert(1)>">text',
  '<iframe src="https://evil.example"></iframe>text',
  '<video src="javascript:alert(1)" onerror=alert(1)></video>text',
  '<video src="https://x.example/a.mp4" title="<img src=x onerror=alert(1)>" onerror=alert(1)></video>text',
  '<audio><source src="data:text/html,<script>alert(1)</script>"></audio>text',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>text',
  '<object data="x"></object><embed src="x">text',
  '<p style="background:url(javascript:alert(1))">text</p>',
  '<!--><img src=x onerror=alert(1)>-->text',
  '<figure data-figure data-media="javascript:alert(1)" onmouseover="alert(1)"><figcaption>text</figcaption></figure>',
  '<base href="https://evil.example/"><a href="/x">text</a>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">text',
  '<input autofocus onfocus=alert(1)>text',
  '<b style="font-weight:normal" onclick=alert(1)>text</b>',
];

describe('pasted HTML', () => {
  test.each(attacks)('is inert: %s', (attack) => {
    const clean = cleanPastedHtml(attack);
    for (const { tagName, properties } of elementsOf(clean)) {
      expect([
        'script',
        'img',
        'svg',
        'math',
        'style',
        'iframe',
        'object',
        'embed',
        'noscript',
        'template',
      ]).not.toContain(tagName);
      expect(['form', 'input', 'base', 'meta', 'link', 'textarea', 'title']).not.toContain(tagName);
      for (const [name, value] of Object.entries(properties)) {
        expect(name).not.toMatch(/^on/i);
        expect(['style', 'src', 'srcDoc', 'id', 'className']).not.toContain(name);
        if (name === 'href') expect(String(value)).toMatch(/^(https?|mailto):|^\//);
      }
    }
    // Cleaning what is clean changes nothing: two parsers would read it alike.
    expect(cleanPastedHtml(clean)).toBe(clean);
  });

  // Of the others the words stand inside what is refused.
  const around = attacks.filter((attack) => /^<(script|img|p|a|iframe|object|base|meta|input|b)\b/.test(attack));
  test.each(around)('keeps the words beside it: %s', (attack) => {
    expect(cleanPastedHtml(attack)).toContain('text');
  });

  test('keeps the words of the page and what they are', () => {
    const clean = cleanPastedHtml(
      '<h1>Head</h1><p>One <strong>two</strong> <em>three</em> <a href="https://example.org/x">link</a></p>' +
        '<ul><li>a</li><li>b</li></ul><ol start="3"><li>c</li></ol><blockquote><p>said</p></blockquote><hr>',
    );
    expect(clean).toBe(
      '<h1>Head</h1><p>One <strong>two</strong> <em>three</em> <a href="https://example.org/x">link</a></p>' +
        '<ul><li>a</li><li>b</li></ul><ol start="3"><li>c</li></ol><blockquote><p>said</p></blockquote><hr>',
    );
  });

  test('leaves pictures of other sites out and keeps their captions', () => {
    const clean = cleanPastedHtml(
      '<figure><img src="https://x.example/a.jpg" alt="A"><figcaption>Cap</figcaption></figure>',
    );
    expect(clean).toBe('<figure><figcaption>Cap</figcaption></figure>');
  });

  test('reads bold, italic, underline and strike out of styles', () => {
    expect(cleanPastedHtml('<span style="font-weight:700">a</span>')).toBe('<span><strong>a</strong></span>');
    expect(cleanPastedHtml('<span style="font-style: italic; font-weight: bold">a</span>')).toBe(
      '<span><em><strong>a</strong></em></span>',
    );
    expect(cleanPastedHtml('<span style="text-decoration:line-through">a</span>')).toBe('<span><s>a</s></span>');
  });

  test('is not all bold when it comes from Google Docs', () => {
    const clean = cleanPastedHtml(
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:400">plain</span>' +
        '<span style="font-weight:700">bold</span></p></b>',
    );
    expect(clean).toBe('<span><p><span>plain</span><span><strong>bold</strong></span></p></span>');
  });

  test('keeps the caption of a table', () => {
    expect(cleanPastedHtml('<table><caption>Boats <b>here</b></caption><tr><td>a</td></tr></table>')).toBe(
      '<table data-caption="Boats here"><tr><td>a</td></tr></table>',
    );
  });

  test('keeps a table with its cells', () => {
    expect(cleanPastedHtml('<table><tr><th>a</th><td>b</td></tr></table>')).toBe(
      '<table><tr><th>a</th><td>b</td></tr></table>',
    );
  });

  test('does not underline a link because its site does', () => {
    expect(cleanPastedHtml('<a href="https://a.example"><span style="text-decoration:underline">a</span></a>')).toBe(
      '<a href="https://a.example"><span>a</span></a>',
    );
  });

  test('carries our own nodes whole', () => {
    const own =
      '<figure data-figure="" data-media="abc" data-alt="A boat" data-width="10" data-height="5">' +
      '<figcaption>Cap</figcaption><div data-credit="">Reuters</div></figure>' +
      '<blockquote data-source="s1"><p>said</p><footer>Her</footer></blockquote>' +
      '<p data-pm-slice="1 1 []">x <cite data-source="s1">Courier</cite></p>';
    expect(cleanPastedHtml(own)).toBe(own);
  });
});

describe('whether HTML says anything', () => {
  test('a copied picture does not, copied text does', () => {
    expect(hasText('<meta charset="utf-8"><img src="https://x.example/a.png" alt="A">')).toBe(false);
    expect(hasText('')).toBe(false);
    expect(hasText('<style>p{}</style><p> </p>')).toBe(false);
    expect(hasText('<p>words</p><img src="x">')).toBe(true);
  });
});
