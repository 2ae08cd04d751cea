import type { Locator } from '@playwright/test';
import { expect, keepPicture, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';

test('signs become those of print while they are typed, can be taken back, and stay plain when Settings say so', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const line = editor.paragraphs('summary').last();
  await window.newPost();
  await page.keyboard.press('Enter');
  await page.keyboard.type(`She said: "It's over -- really..."`);
  await expect(line).toHaveText('She said: “It’s over – really…”');

  await page.keyboard.type(` 5'`);
  await expect(line).toHaveText('She said: “It’s over – really…” 5’');
  await window.press('Ctrl+Z');
  await expect(line).toHaveText(`She said: “It’s over – really…” 5'`);
  await page.keyboard.type(` 6"`);
  await expect(line).toContainText('6”');
  await page.keyboard.press('Backspace');
  await expect(line).toHaveText(`She said: “It’s over – really…” 5' 6"`);
  await page.keyboard.press('Backspace');
  await expect(line).toHaveText(`She said: “It’s over – really…” 5' 6`);

  await page.keyboard.press('Enter');
  await page.keyboard.type('## Over **and** (_out_)');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- the boats');
  await expect(editor.section('summary')).toMatchAriaSnapshot(`
    - heading "Over and (out)" [level=2]:
      - text: Over
      - strong: and
      - text: (
      - emphasis: out
      - text: )
    - list:
      - listitem:
        - paragraph: the boats
  `);

  await window.press('Ctrl+,');
  const sheet = window.sheet('Settings');
  await sheet.getByRole('switch', { name: 'Smart quotes and dashes' }).click();
  await keepPicture(page, 'settings');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await editor.section('summary').getByRole('listitem').click();
  await page.keyboard.press('End');
  await page.keyboard.type(` aren't "late"`);
  await expect(editor.section('summary').getByRole('listitem')).toHaveText(`the boats aren't "late"`);
});

/** The lines that a paragraph's words stand on, and the lines that its height has room for. */
const linesOf = (paragraph: Locator): Promise<{ readonly filled: number; readonly room: number }> =>
  paragraph.evaluate((element) => {
    const words = document.createRange();
    words.selectNodeContents(element);
    const tops = [...words.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top));
    const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
    return { filled: new Set(tops).size, room: element.getBoundingClientRect().height / lineHeight };
  });

test('a paragraph has the height of its lines at every letter', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor, newPost } = mainWindow(page);
  const paragraph = editor.paragraphs('summary').last();
  const expectFit = async (): Promise<void> => {
    const { filled, room } = await linesOf(paragraph);
    expect(room).toBeCloseTo(filled, 1);
  };
  await newPost();
  await page.keyboard.press('Enter');
  // Typed fast, it is held from the first letter on.
  for (const word of 'The harbour office said on Friday that the ferries would leave an hour later'
    .repeat(3)
    .split(' ')) {
    await page.keyboard.type(` ${word}`);
    await expectFit();
  }
  expect((await linesOf(paragraph)).filled).toBeGreaterThan(2);
  await expect(paragraph).toHaveAttribute('style', /height/);

  // A word longer than what is left of its line stands on the next; a blank inside brings its beginning back.
  await page.keyboard.press('Enter');
  await page.keyboard.type(`The ships of the harbour ${'lay'.repeat(26)} and sail on Friday`);
  await expectFit();
  expect((await linesOf(paragraph)).filled).toBe(3);
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('Control+ArrowLeft');
  for (let i = 0; i < 30; i += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('lay');
  await expect(paragraph).toHaveAttribute('style', /height/);
  await page.keyboard.type(' ');
  expect((await linesOf(paragraph)).filled).toBe(2);
  await expectFit();

  await page.keyboard.press('Backspace');
  await expectFit();
  await expect(paragraph).not.toHaveAttribute('style');
  await page.keyboard.type('x');
  await expect(paragraph).toHaveAttribute('style', /height/);
  await expect(paragraph).not.toHaveAttribute('style');
  await expectFit();
});
