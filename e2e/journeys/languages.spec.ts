import { expect, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';

test('a post in Arabic runs from right to left, here and where it is published', async ({ rejoinder }) => {
  let page = await rejoinder.launch();
  let window = mainWindow(page);
  await window.newPost();
  await page.keyboard.type('الميناء');
  await window.side.tab('Post').click();
  await window.side.language.click();
  const languages = page.getByRole('combobox', { name: 'Search languages' });
  await expect(languages).toBeFocused();
  await languages.fill('arab');
  await page.keyboard.press('Enter');
  await expect(window.side.language).toContainText('Arabic · العربية');
  await expect(window.side.language).toBeFocused();

  await window.editor.headline.click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('قالوا "ننتظر العبارة" في الميناء.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The ferry leaves at noon.');
  const arabic = window.editor.text.getByText('قالوا');
  const english = window.editor.text.getByText('The ferry leaves');
  const startsAt = (it: typeof arabic) =>
    it.evaluate((line) => {
      const words = document.createRange();
      words.selectNodeContents(line);
      const [first, box] = [words.getClientRects()[0], line.getBoundingClientRect()];
      return first !== undefined && Math.abs(first.left - box.left) < 2 ? 'left' : 'right';
    });
  expect(await startsAt(arabic)).toBe('right');
  expect(await startsAt(english)).toBe('left');
  await expect(arabic).toHaveText('قالوا “ننتظر العبارة” في الميناء.');
  await expect.poll(() => arabic.evaluate((line) => line.closest('[lang]')?.getAttribute('lang'))).toBe('ar');

  page = await rejoinder.relaunch();
  window = mainWindow(page);
  await expect(window.side.language).toContainText('Arabic');
  await window.press('F12');
  const preview = window.sheet('Preview').frameLocator('iframe');
  await expect(preview.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(preview.locator('h1')).toHaveCSS('direction', 'rtl');
  await expect(preview.getByText('قالوا')).toHaveCSS('direction', 'rtl');
  await expect(preview.getByText('The ferry leaves')).toHaveCSS('direction', 'ltr');
  await page.keyboard.press('Escape');

  await window.newPost();
  await expect(window.side.language).toContainText('Arabic');
});

test('a passage in another language is marked by keyboard, pasted, published and unmarked', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await window.newPost();
  await page.keyboard.type('Harbour notes');
  await page.keyboard.press('Enter');
  await page.keyboard.type('He called it une affaire.');
  await editor.selectWords('une affaire');
  await rejoinder.menu('Format', 'Language of selection…');
  const panel = editor.panel('Language of selection');
  await expect(panel.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('fren');
  await expect(panel.getByRole('option').first()).toHaveText('French' + 'français');
  await page.keyboard.press('Enter');
  await expect(panel).toBeHidden();
  await expect(window.messages).toContainText('Marked as French.');
  const passage = editor.text.locator('[lang="fr"]');
  await expect(passage).toHaveText('une affaire');
  await expect(passage).toHaveAttribute('title', 'French');
  await expect(passage).toHaveAttribute('spellcheck', 'false');
  await expect(editor.text).toBeFocused();

  await editor.text.getByText('He called it').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await editor.paste({
    'text/html': '<html lang="en"><p>On the wall, in red: <i lang="ar">ميناء</i>, and nothing else at all.</p></html>',
  });
  await expect(editor.text.locator('[lang="ar"]')).toHaveText('ميناء');

  await window.press('F12');
  const preview = window.sheet('Preview').frameLocator('iframe');
  await expect(preview.locator('span[lang="fr"]')).toHaveText('une affaire');
  await expect(preview.locator('span[lang="ar"]')).toHaveCSS('direction', 'rtl');
  await page.keyboard.press('Escape');

  await passage.click();
  await rejoinder.menu('Format', 'Language of selection…');
  await panel.getByRole('button', { name: 'No language of its own' }).click();
  await expect(editor.text.locator('[lang="fr"]')).toHaveCount(0);
  await window.press('Ctrl+Z');
  await expect(passage).toHaveText('une affaire');
});
