import { expect, test } from '../app.ts';
import { ask } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';

test('footnotes are written by keyboard, follow their words, and lead readers there and back', async ({
  rejoinder,
}) => {
  let page = await rejoinder.launch();
  let window = mainWindow(page);
  await window.newPost();
  await page.keyboard.type('Nine ships');
  await page.keyboard.press('Enter');

  const reference = (name: string) => window.editor.text.getByRole('button', { name, exact: true });
  const note = () => window.editor.note;
  const writeNote = async (words: string): Promise<void> => {
    await window.press('Ctrl+Shift+E');
    await expect(note()).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Escape');
    await expect(note()).toBeHidden();
  };

  await page.keyboard.type('Nine ships waited');
  await writeNote('Counted from the "inner" quay.');
  await page.keyboard.type('.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The talks go on');
  await writeNote('As of Friday.');
  await page.keyboard.type('.');
  const paragraphs = window.editor.paragraphs('summary');
  await expect(paragraphs.first()).toHaveText('Nine ships waited1.');
  await expect(reference('Footnote 1: Counted from the “inner” quay.')).toBeVisible();
  await expect(reference('Footnote 2: As of Friday.')).toBeVisible();

  // Back to the note by keyboard alone, on with its words, and undo from within it.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(note()).toHaveText('As of Friday.');
  await expect(note()).toBeFocused();
  await window.press('Ctrl+A');
  await page.keyboard.type('Since Friday.');
  await expect(reference('Footnote 2: Since Friday.')).toBeVisible();
  await window.press('Ctrl+Z');
  await expect(note()).toHaveText('As of Friday.');
  await page.keyboard.press('Escape');
  await page.keyboard.type('!');
  await expect(paragraphs.nth(1)).toHaveText('The talks go on2!.');

  // The second paragraph is cut and pasted before the first one: its note goes along and becomes the first.
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await window.press('Ctrl+X');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Home');
  await window.press('Ctrl+V');
  await expect(reference('Footnote 1: As of Friday.')).toBeVisible();
  await expect(reference('Footnote 2: Counted from the “inner” quay.')).toBeVisible();
  await window.press('Ctrl+Z');
  await window.press('Ctrl+Z');
  await window.press('Ctrl+Z');
  await expect(reference('Footnote 1: Counted from the “inner” quay.')).toBeVisible();
  await expect(reference('Footnote 2: As of Friday.')).toBeVisible();

  await window.press('F12');
  const preview = window.sheet('Preview').frameLocator('iframe');
  const first = preview.getByRole('listitem').filter({ hasText: 'Counted from' });
  await expect(preview.locator('sup')).toHaveText(['1', '2']);
  await preview.getByRole('link', { name: '1', exact: true }).click();
  await expect(first.getByRole('link')).toBeFocused();
  await first.getByRole('link').click();
  await expect(preview.getByRole('link', { name: '1', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');

  page = await rejoinder.relaunch();
  window = mainWindow(page);
  await expect(reference('Footnote 1: Counted from the “inner” quay.')).toBeVisible();
  await expect(reference('Footnote 2: As of Friday.')).toBeVisible();
  expect(rejoinder.complaints).toEqual([]);
});

test('a note obeys the writer’s own keys, spells no code, and is removed and had back in one step', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const { editor, newPost, press } = mainWindow(page);
  const control = process.platform === 'darwin' ? 'Command' : 'Ctrl';
  const keys = { 'format.bold': [`${control}+Shift+Y`], 'insert.quotation': [`${control}+B`] };
  await ask(page, 'settings', 'set', { keys });
  await newPost();
  await page.keyboard.type('Nine ships');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Nine ships waited');
  await press('Ctrl+Shift+E');
  const { note } = editor;
  await expect(note).toBeFocused();

  await page.keyboard.type('Counted ');
  await press('Ctrl+Shift+Y');
  await page.keyboard.type('twice');
  await press('Ctrl+Shift+Y');
  await press('Ctrl+B');
  await page.keyboard.type(', ');
  await press('Ctrl+E');
  await page.keyboard.type('moor');
  await press('Ctrl+E');
  await page.keyboard.type(' 2"');
  await page.keyboard.press('Backspace');
  await expect(note).toHaveText('Counted twice, moor 2"');
  await expect(note.locator('strong, b')).toHaveText(['twice']);
  await expect(note.locator('code')).toHaveAttribute('spellcheck', 'false');

  await page.getByRole('button', { name: 'Remove footnote' }).click();
  const reference = editor.text.getByRole('button', { name: 'Footnote 1: Counted twice, moor 2"' });
  await expect(reference).toHaveCount(0);
  await expect(editor.text).toBeFocused();
  await press('Ctrl+Z');
  await expect(reference).toBeVisible();
});
