import { expect, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { dictionaryServer } from '../world/spelling/dictionary.ts';
import { look } from './looking.ts';

test('languages and the question before a dictionary', async ({ rejoinder }) => {
  test.slow();
  const server = await dictionaryServer();
  try {
    const page = await rejoinder.launch(server.args);
    const window = mainWindow(page);
    const { editor, side } = window;
    await window.newPost();
    await page.keyboard.type('Harbour');
    await page.keyboard.press('Enter');
    await page.keyboard.type('He called it une affaire.');

    await side.tab('Post').click();
    await side.language.click();
    const list = page.getByRole('dialog', { name: 'Language', exact: true });
    await expect(list.getByRole('combobox')).toBeFocused();
    await look(page, 'language-of-a-post');
    await page.keyboard.press('Escape');
    await expect(side.language).toBeFocused();

    await editor.selectWords('une affaire');
    await rejoinder.menu('Format', 'Language of selection…');
    await expect(editor.panel('Language of selection').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('klingon');
    await expect(editor.panel('Language of selection').getByRole('status')).toContainText('‘klingon’');
    await look(page, 'language-of-a-selection');
    await page.keyboard.press('Escape');
    await expect(editor.text).toBeFocused();

    await rejoinder.menu('Edit', 'Check spelling');
    await expect(window.question.getByRole('button', { name: 'Not now' })).toBeFocused();
    await look(page, 'dictionary-question');
    await page.keyboard.press('Escape');
    await expect(window.question).toBeHidden();
    await expect(editor.text).toBeFocused();
    await window.press('Ctrl+,');
    await expect(window.sheet('Settings').getByRole('button', { name: 'Download the dictionary' })).toBeVisible();
    await look(page, 'spelling-in-settings');
  } finally {
    await rejoinder.quit();
    await server.close();
  }
});
