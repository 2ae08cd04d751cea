import { expect, test } from 'vitest';
import { cleanHtml } from '../pasted-html.ts';

const clean = (html: string, language = 'en'): string => cleanHtml(html, [], language).html;

test('words in another language than the page and the post are marked', () => {
  const page =
    '<html lang="en"><body><p>He called it <i lang="fr">une affaire</i>, and left the harbour.</p></body></html>';
  expect(clean(page)).toBe('<p>He called it <i><span lang="fr">une affaire</span></i>, and left the harbour.</p>');
  expect(clean(page, 'fr-CA')).toBe('<p>He called it <i>une affaire</i>, and left the harbour.</p>');
});

test('a paragraph of its own language keeps it, links and all', () => {
  expect(
    clean(
      '<p>The port is closed until further notice.</p><p lang="pt-BR">O porto <a href="https://a.example/">fechou</a>.</p>',
    ),
  ).toBe(
    '<p>The port is closed until further notice.</p><p><span lang="pt-BR">O porto </span>' +
      '<a href="https://a.example/"><span lang="pt-BR">fechou</span></a>.</p>',
  );
});

test.each([
  ['of the whole page', '<html lang="de"><body><p>Der Hafen ist zu.</p></body></html>'],
  ['of a wrapper around everything', '<span lang="de"><p>Der Hafen ist zu.</p></span>'],
  ['of every run, as word processors say it', '<p><span lang="DE">Der Hafen </span><span lang="DE">ist zu.</span></p>'],
])('the language %s marks nothing', (_what, html) => {
  expect(clean(html)).not.toContain('lang');
  expect(clean(html)).toContain('ist zu.');
});

test('regions, signs without letters, code and what is no language tag mark nothing', () => {
  const html =
    '<p lang="en-US">The colour of the harbour was grey all day. <span lang="en-GB">Grey.</span> <span lang="fr">· 12</span> ' +
    '<code lang="fr">si</code> <span lang="the language of love">amour</span></p>';
  expect(clean(html)).not.toContain('<span lang');
});

test('a whole paste in one language of several keeps the others', () => {
  const html =
    '<body lang="EN-GB"><p><span lang="DE">Er sagte: </span><span lang="EN-US">no comment</span><span lang="DE">, und schwieg dazu.</span></p></body>';
  expect(clean(html, 'de')).toContain('<span lang="en-US">no comment</span>');
  expect(clean(html, 'de').match(/lang=/g)).toHaveLength(1);
});
