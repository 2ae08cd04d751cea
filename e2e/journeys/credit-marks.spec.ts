import { expect, keepPicture, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { png } from '../world/pictures.ts';

test('a picture without a credit has a mark in the credit’s place, which goes as soon as it is written', async ({
  rejoinder,
}) => {
  const window = mainWindow(await rejoinder.launch());
  const { page, editor, side } = window;
  await window.newPost();
  await page.keyboard.type('Harbour\nThe boats are back.');
  await editor.dropFiles(editor.paragraphs('summary').first(), { 'harbour.png': png() });
  const credit = editor.credit(editor.figures.first());
  await expect(editor.picture(editor.figures.first())).toBeVisible();
  await editor.paragraphs('summary').first().click();

  await expect(credit).toHaveAttribute('data-missing', 'Add a credit');
  await expect(credit).toHaveAccessibleDescription('Add a credit');
  await keepPicture(page, 'missing');
  await page.emulateMedia({ colorScheme: 'dark' });
  await keepPicture(page, 'missing-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await test.step('a click on it writes there, and the mark makes room for the invitation', async () => {
    await credit.click();
    await expect(credit).not.toHaveAttribute('data-missing');
    await page.keyboard.type('Reuters');
    await expect(credit).toHaveText('Reuters');
    await editor.paragraphs('summary').first().click();
    await side.tab('Checks').click();
    await expect(side.pane.getByText('This picture has no credit')).toHaveCount(0);
    await expect(credit).not.toHaveAttribute('data-missing');
  });

  await test.step('it comes back when the credit is emptied, and goes when the marks are switched off', async () => {
    await credit.selectText();
    await page.keyboard.press('Delete');
    await editor.paragraphs('summary').first().click();
    await expect(credit).toHaveAttribute('data-missing', 'Add a credit');
    await window.press('Ctrl+,');
    const settings = window.sheet('Settings');
    await settings.getByRole('switch', { name: 'Mark pictures and videos without a credit' }).click();
    await page.keyboard.press('Escape');
    await expect(credit).not.toHaveAttribute('data-missing');
  });
});
