import AxeBuilder from '@axe-core/playwright';
import { expect, keepPicture, test } from '../app.ts';
import { ask } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { slashMenu } from '../pages/slash-menu.ts';

test('a slash offers what can be inserted, found by its letters and chosen by keys or pointer', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const menu = slashMenu(page);
  await window.newPost();
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await expect(menu.list).toBeVisible();
  await expect(menu.selected).toHaveCount(1);
  await expect(menu.option('Picture').first()).toBeVisible();
  const active = await editor.text.getAttribute('aria-activedescendant');
  await expect(menu.selected, 'the text says where in the list one is').toHaveAttribute('id', active ?? '');
  await keepPicture(page, 'slash');
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('[role="listbox"][aria-label="Insert"]')
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.keyboard.press('ArrowDown');
  await expect(menu.options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(menu.options.last(), 'up from the first comes the last').toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('h3');
  await expect(menu.selected).toHaveText('Smaller heading');
  await page.keyboard.press('Enter');
  await expect(menu.list).toBeHidden();
  await page.keyboard.type('Small words');
  await expect(editor.section('summary').getByRole('heading', { level: 3 })).toHaveText('Small words');

  await page.keyboard.press('Enter');
  await page.keyboard.type('/quo');
  await menu.option('Quotation').click();
  await expect(editor.quotations).toHaveCount(1);
  await expect(editor.text).not.toContainText('/quo');
});

test('Escape, other words and other places leave the text as it was typed', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const menu = slashMenu(page);
  const line = editor.paragraphs('summary').last();
  await ask(page, 'settings', 'set', { theme: 'dark' });
  await window.newPost();
  await page.keyboard.press('Enter');
  await page.keyboard.type('/div');
  await expect(menu.selected).toHaveText('Divider');
  await keepPicture(page, 'slash-dark');
  await page.keyboard.press('Escape');
  await expect(menu.list).toBeHidden();
  await page.keyboard.type('ers');
  await expect(menu.list).toBeHidden();
  await expect(line).toHaveText('/divers');
  expect(await editor.text.getAttribute('aria-activedescendant')).toBeNull();

  await page.keyboard.press('Enter');
  await page.keyboard.type('/2024');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing of that name.' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(menu.list).toBeHidden();
  await page.keyboard.type('and/or');
  await expect(menu.list).toBeHidden();
  await expect(editor.paragraphs('summary')).toHaveText(['/divers', '/2024', 'and/or']);

  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await expect(menu.list).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(menu.list).toBeHidden();
  await page.keyboard.type('/divider');
  await expect(menu.selected).toHaveText('Divider');
  await page.keyboard.press('Enter');
  await expect(editor.section('summary').getByRole('separator')).toHaveCount(1);
  await page.keyboard.type('After it.');
  await expect(line).toHaveText('After it.');
});
