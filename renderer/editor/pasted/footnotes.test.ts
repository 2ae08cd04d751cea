import { expect, test } from 'vitest';
import { blocksFromPasted } from '../testing/pasting.ts';

const kindsIn = (html: string): string => JSON.stringify(blocksFromPasted(html));

test.each([
  ['whose note was not copied', '<p>Ships<sup><a href="#fn1" id="r1">1</a></sup></p>'],
  ['that nothing leads back to', '<p>Ships<a href="#fn1" id="r1">1</a></p><p id="fn1">A place further down.</p>'],
  ['that leads backwards', '<p id="top">Ships <a href="#r1">x</a></p><p><a href="#top" id="r1">up</a></p>'],
  [
    'to a chapter that leads back to the contents',
    '<ul><li><a href="#c1" id="t1">One</a></li></ul><div id="c1"><h2>One</h2><p>Words. <a href="#t1">Up</a></p></div>',
  ],
])('a link stays text %s', (_, html) => {
  expect(kindsIn(html)).not.toContain('"footnote"');
});

test('no word of a note is lost, and nothing of it runs', () => {
  const html =
    '<p>Ships<a href="#n" id="r">1</a>.</p><div id="n"><p>One <a href="javascript:alert(1)">two</a></p><ul><li>three</li></ul><p onclick="x">four <a href="#r">back</a></p></div>';
  const blocks = kindsIn(html);
  expect(blocks).toContain('"footnote"');
  for (const word of ['One', 'two', 'three', 'four', 'Ships']) expect(blocks).toContain(word);
  expect(blocks).not.toMatch(/javascript|onclick|back/);
});
