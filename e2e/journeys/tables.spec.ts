import { expect, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';

test('a table is filled by keyboard, changed from its menu, and published as it was written', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await window.newPost();
  await page.keyboard.type('Ferries by day');
  await page.keyboard.press('Enter');
  await page.keyboard.type('What the timetable says:');
  await rejoinder.menu('Insert', 'Table');
  for (const words of ['Day', 'Ferries', 'Seats', 'Saturday', '12', '960', 'Sunday', '0', '0']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  const table = editor.text.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(table.getByRole('row').nth(1)).toHaveText('Saturday12960');

  await page.keyboard.type('Monday');
  await rejoinder.menu('Format', 'Table', 'Remove column');
  await expect(table.getByRole('row').first()).toHaveText('FerriesSeats');
  await window.press('Ctrl+Z');
  await expect(table.getByRole('row').first()).toHaveText('DayFerriesSeats');

  await editor.text.locator('.table-block').hover();
  await editor.text.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Table caption' }).click();
  await expect(editor.text.locator('.table-caption')).toBeFocused();
  await page.keyboard.type('Ferries of the inner harbour');
  await page.keyboard.press('Enter');

  // Out of the table with the arrow keys, and on in the text below it.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('So much for that.');
  await expect(table).not.toContainText('So much for that.');

  await window.press('F12');
  const preview = window.sheet('Preview').frameLocator('iframe');
  await expect(preview.getByRole('columnheader')).toHaveText(['Day', 'Ferries', 'Seats']);
  await expect(preview.locator('figcaption')).toHaveText('Ferries of the inner harbour');
});
