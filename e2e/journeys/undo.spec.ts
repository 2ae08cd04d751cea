import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';

/** The open post as it is on disk. */
const onDisk = (page: Page) => async (): Promise<string> => JSON.stringify((await openPost(page)).document);

test('undo reaches back over a restart, a reload of the window and another post', async ({ rejoinder }) => {
  let page = await rejoinder.launch();
  let window = mainWindow(page);
  await window.newPost();
  await page.keyboard.type('The harbour');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Boats leave.');
  await window.press('Ctrl+B');
  await page.keyboard.type('Loudly.');
  await expect(window.editor.paragraphs('summary')).toHaveText('Boats leave.Loudly.');

  page = await rejoinder.relaunch();
  window = mainWindow(page);
  await expect(window.editor.paragraphs('summary')).toHaveText('Boats leave.Loudly.');
  await window.editor.paragraphs('summary').click();
  const { press, editor } = window;
  /** Undoes step by step, however the typing was parted by the machine. */
  const undoUntil = async (words: () => Promise<string>, done: (words: string) => boolean): Promise<void> => {
    for (let before = await words(); !done(before); before = await words()) {
      await press('Ctrl+Z');
      await expect.poll(words).not.toBe(before);
    }
  };
  await undoUntil(
    () => editor.paragraphs('summary').innerText(),
    (words) => !words.includes('L'),
  );
  await window.press('Ctrl+Shift+Z');
  await expect(window.editor.paragraphs('summary')).toContainText('L');
  await window.press('Ctrl+Z');
  await expect(window.editor.paragraphs('summary')).not.toContainText('L');

  await page.keyboard.type('?');
  await expect.poll(onDisk(page)).toContain('?');
  await page.reload();
  await expect(window.editor.paragraphs('summary')).toContainText('?');
  await window.editor.paragraphs('summary').click();
  await window.press('Ctrl+Z');
  await expect(window.editor.paragraphs('summary')).not.toContainText('?');
  await window.press('Ctrl+Y');
  await expect(window.editor.paragraphs('summary')).toContainText('?');

  await window.library.row('Example').click();
  await expect(window.editor.headline).not.toHaveText('The harbour');
  await window.library.row('The harbour').click();
  await expect(window.editor.headline).toHaveText('The harbour');
  await window.editor.headline.click();
  const headline = async () => (await window.editor.headline.innerText()).trim();
  await undoUntil(
    async () => JSON.stringify([await headline(), await window.editor.text.innerText()]),
    (words) => words.startsWith('[""'),
  );
  await rejoinder.menu('Edit', 'Redo');
  await expect(window.editor.headline).not.toHaveText('');
});

test('what was undone before the app was killed can be made again after it', async ({ rejoinder }) => {
  let page = await rejoinder.launch();
  let window = mainWindow(page);
  await window.newPost();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('Boats leave.');
  await expect.poll(onDisk(page)).toContain('Boats leave.');
  await window.press('Ctrl+Z');
  await expect(window.editor.paragraphs('summary')).toHaveText('');
  await expect.poll(onDisk(page)).not.toContain('Boats leave.');
  await rejoinder.kill();

  page = await rejoinder.launch();
  window = mainWindow(page);
  await window.editor.paragraphs('summary').click();
  await window.press('Ctrl+Y');
  await expect(window.editor.paragraphs('summary')).toHaveText('Boats leave.');
});
