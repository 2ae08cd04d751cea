import { expect, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';

test('a post, or what is selected of it, is copied as Markdown', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const clipboard = () => rejoinder.app.evaluate(({ clipboard: system }) => system.readText());
  await window.newPost();
  await page.keyboard.type('The harbour');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Boats ');
  await window.press('Ctrl+B');
  await page.keyboard.type('leave');
  await window.press('Ctrl+B');
  await page.keyboard.type(' *today*.');

  await rejoinder.menu('Edit', 'Copy as Markdown');
  await expect(window.messages).toContainText('The post is on the clipboard as Markdown.');
  expect(await clipboard()).toBe('# The harbour\n\nBoats **leave** _today_.\n\n## My Comment:\n');

  await window.editor.selectWords('leave');
  await rejoinder.menu('Edit', 'Copy as Markdown');
  await expect(window.messages).toContainText('The selection is on the clipboard as Markdown.');
  expect(await clipboard()).toBe('**leave**\n');
});
