import { expect, expectCleanLog, keepPicture, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';

test('code, a pull quote, an aside, a break and an HTML block are written by keyboard and menu, and previewed', async ({
  rejoinder,
  dataFolder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await window.newPost();
  await page.keyboard.type('How the berths are counted');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The town counts `berths`, ==not ships==, over 1,200 m');
  await rejoinder.menu('Format', 'Superscript');
  await page.keyboard.type('2');
  await rejoinder.menu('Format', 'Superscript');
  await page.keyboard.type('.');
  await expect(editor.text.locator('code')).toHaveText('berths');
  await expect(editor.text.locator('mark')).toHaveText('not ships');
  await expect(editor.text.locator('sup')).toHaveText('2');

  await page.keyboard.press('Enter');
  await rejoinder.menu('Insert', 'Read-more break');
  await expect(editor.text.getByRole('separator', { name: 'Read more' })).toBeVisible();

  await page.keyboard.type('```js');
  await page.keyboard.press('Enter');
  const code = editor.text.getByRole('group', { name: 'Code' });
  await expect(code.getByRole('textbox', { name: 'Language of this code' })).toHaveValue('js');
  await page.keyboard.type('if (open) {');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('moor("ferry");');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('}');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(code.locator('code')).toHaveText('if (open) {\n  moor("ferry");\n}');

  await page.keyboard.type('Nobody counts the ships.');
  await rejoinder.menu('Insert', 'Pull quote');
  await expect(editor.text.locator('[data-pull-quote]')).toHaveText('Nobody counts the ships.');
  await page.keyboard.press('Enter');
  await rejoinder.menu('Format', 'Paragraph');
  await page.keyboard.type('Who runs the port: two companies and the town.');
  await rejoinder.menu('Insert', 'Aside');
  await expect(editor.text.getByRole('note', { name: 'Aside' })).toContainText('Who runs the port');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await rejoinder.menu('Insert', 'HTML block');
  await page.keyboard.type(
    '<table><tr><td>North quay</td><td onclick="x()">4 berths</td></tr></table><script>x()</script>',
  );
  await expect(editor.text.getByRole('group', { name: 'HTML block' })).toContainText('<script>');
  await expect(editor.text.locator('table')).toHaveCount(0);
  await keepPicture(page, 'blocks');

  await page.emulateMedia({ colorScheme: 'dark' });
  await keepPicture(page, 'blocks-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await window.press('F12');
  const preview = window.sheet('Preview').frameLocator('iframe');
  await expect(preview.locator('aside.pull-quote')).toHaveText('Nobody counts the ships.');
  await expect(preview.locator('pre code.language-js')).toContainText('moor("ferry");');
  await expect(preview.getByRole('cell', { name: '4 berths' })).toBeVisible();
  await expect(preview.locator('script, [onclick]')).toHaveCount(0);
  await keepPicture(page, 'preview');
  await expectCleanLog(dataFolder);
});
