import { describe, expect, it } from 'vitest';
import { isInsecureAddress, isLocalAddress, isPageInFolder, typedAddresses } from './address.ts';
import { dropped } from './dropped.ts';
import { fingerprint } from './fingerprint.ts';
import { htmlText, plainText } from './html-page.ts';
import { headerLinks } from './link-header.ts';

const typed = (text: string) => {
  const result = typedAddresses(text);
  return result.ok ? result.value : result.error.code;
};

describe('a file that may be opened', () => {
  it('is a page of the blog in that folder and nothing else', () => {
    const blog = 'file:///home/me/practice-blog/index.html';
    expect(isPageInFolder('file:///home/me/practice-blog/posts/one/index.html', blog)).toBe(true);
    expect(isPageInFolder('file:///home/me/practice-blog/../start.desktop', blog)).toBe(false);
    expect(isPageInFolder('file://files.example/home/me/practice-blog/a.exe', blog)).toBe(false);
    expect(isPageInFolder('file:///home/me/practice-blog/a', 'https://blog.example/')).toBe(false);
    expect(isPageInFolder('https://blog.example/a', 'https://blog.example/')).toBe(false);
  });
});

describe('an address as a person types it', () => {
  it('is meant as https first, and as http first on this computer', () => {
    expect(typed(' blog.example ')).toEqual(['https://blog.example/', 'http://blog.example/']);
    expect(typed('127.0.0.1:8701/blog')).toEqual(['http://127.0.0.1:8701/blog', 'https://127.0.0.1:8701/blog']);
    expect(typed('localhost')).toEqual(['http://localhost/', 'https://localhost/']);
    expect(typed('HTTP://Blog.Example/a')).toEqual(['http://blog.example/a']);
  });

  it('loses what could be a password in it', () => {
    expect(typed('https://me:secret@blog.example/#top')).toEqual(['https://blog.example/']);
  });

  it('knows this computer and its network from the rest of the world', () => {
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '10.1.2.3',
      '192.168.1.1',
      '172.20.0.1',
      'nas.local',
      '[fd00::1]',
    ]) {
      expect(isLocalAddress(`http://${host}/`), host).toBe(true);
    }
    for (const host of ['blog.example', '172.32.0.1', '11.0.0.1', '127.example']) {
      expect(isLocalAddress(`http://${host}/`), host).toBe(false);
    }
  });

  it('is insecure over http anywhere but on this computer', () => {
    expect(isInsecureAddress('http://blog.example/')).toBe(true);
    expect(isInsecureAddress('http://192.168.1.1/')).toBe(true);
    expect(isInsecureAddress('https://blog.example/')).toBe(false);
    expect(isInsecureAddress('http://127.0.0.1:8701/')).toBe(false);
  });
});

describe('a Link header', () => {
  it.each([
    ['<https://a.example/>; rel=next', [{ address: 'https://a.example/', rel: ['next'] }]],
    ['<https://a.example/?x=1,2>; rel="next prev"', [{ address: 'https://a.example/?x=1,2', rel: ['next', 'prev'] }]],
    [
      '<a>; title="b, <c>; rel=\\"x\\""; rel=y, <d>; rel=z',
      [
        { address: 'a', rel: ['y'] },
        { address: 'd', rel: ['z'] },
      ],
    ],
    ['<a>;rel=one;rel=two', [{ address: 'a', rel: ['one'] }]],
    ['<a>', [{ address: 'a', rel: [] }]],
    ['nonsense; rel=x', []],
  ])('%s', (header, links) => {
    expect(headerLinks(header)).toEqual(links);
  });
});

describe('text in and out of HTML', () => {
  it('comes back as it was', () => {
    for (const text of ['a < b & c', '<script>', '&amp;', '"quoted"', '']) expect(plainText(htmlText(text))).toBe(text);
  });
});

describe('a fingerprint', () => {
  it('does not see spellings that WordPress changes by itself', async () => {
    expect(await fingerprint('A &amp; B', '<p>x<br />\r\ny</p>')).toBe(
      await fingerprint('A & B', '<p>x<br/>\ny</p>\n'),
    );
  });

  it('sees words, and does not mistake the title for the text', async () => {
    expect(await fingerprint('A', 'B')).not.toBe(await fingerprint('A', 'C'));
    expect(await fingerprint('A', 'B')).not.toBe(await fingerprint('B', 'A'));
    expect(await fingerprint('AB', '')).not.toBe(await fingerprint('A', 'B'));
  });
});

describe('what a blog dropped', () => {
  it('is nothing when only the spelling changed', () => {
    expect(dropped('<p class="a">x &#x26; y<br/></p>', "<p class='a'>x &amp; y<br /></p>")).toEqual([]);
  });

  it.each([
    ['a player', '<p>x</p><iframe src="https://player.example"></iframe>', '<p>x</p>', ['<iframe>']],
    ['an attribute', '<p style="color:red">x</p>', '<p>x</p>', ['style of <p>']],
    ['words', '<p>one two two</p>', '<p>one two</p>', ['“two”']],
    [
      'a block',
      '<!-- wp:embed {"url":"x"} -->\n<figure>x</figure>\n<!-- /wp:embed -->',
      '<figure>x</figure>',
      ['embed block'],
    ],
  ])('%s', (_, sent, stored, names) => {
    expect(dropped(sent, stored)).toEqual(names);
  });

  it('is told in twenty words at most', () => {
    const many = Array.from({ length: 50 }, (_, index) => `word${index}`).join(' ');
    expect(dropped(`<p>${many}</p>`, '<p></p>')).toHaveLength(20);
  });
});
