import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, expectCleanLog, keepPicture, type Rejoinder, test } from '../app.ts';
import { ask } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';

const acceleratorOf = (rejoinder: Rejoinder, id: string): Promise<string | null> =>
  rejoinder.app.evaluate(({ Menu }, item) => {
    const found: { accelerator?: unknown } | null | undefined = Menu.getApplicationMenu()?.getMenuItemById(item);
    return found?.accelerator ? String(found.accelerator) : null;
  }, id);

test('a writer gives commands other keys without a mouse, and they count at once and after a restart', async ({
  rejoinder,
  dataFolder,
}) => {
  let page = await rejoinder.launch();
  let { editor, newPost, sheet, toolbar, press } = mainWindow(page);
  await newPost();
  await page.keyboard.press('Enter');
  await page.keyboard.type('No ferry may enter.');

  await press('Ctrl+/');
  await sheet('Shortcuts').waitFor();
  await sheet('Shortcuts').getByRole('button', { name: 'Change…' }).press('Enter');
  const change = page.getByRole('dialog', { name: 'Change shortcuts' });
  const search = change.getByRole('textbox', { name: 'Search commands' });
  await expect(search).toBeFocused();
  await search.fill('bold');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(change.getByRole('button', { name: /Press the new keys for Bold/ })).toBeFocused();
  await keepPicture(page, 'recording');

  // A key of another command is refused, one of the system too, and the next keys count.
  await press('Ctrl+I');
  await expect(change.getByRole('alert')).toContainText(/(Ctrl\+I|⌘I) belongs to Italic/);
  await keepPicture(page, 'refused');
  await press('Ctrl+C');
  await expect(change.getByRole('alert')).toContainText('belongs to Copy');
  await page.keyboard.press('x');
  await expect(change.getByRole('alert')).toContainText('X alone is needed for writing');
  await press('Ctrl+Shift+Y');
  await expect(change.getByRole('button', { name: /^Bold: (Ctrl\+Shift\+Y|⇧⌘Y)/ })).toBeFocused();
  await expect(change.getByRole('alert')).toBeHidden();
  await expect(change.getByRole('status')).toContainText('Bold is now');
  await expect.poll(() => acceleratorOf(rejoinder, 'format.bold')).toMatch(/Shift\+(Command\+)?Y/);

  // Escape leaves everything as it is, and the sheet open.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(change.getByRole('button', { name: /^Bold: (Ctrl\+Shift\+Y|⇧⌘Y)/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(change).toBeHidden();

  await editor.selectWords('ferry');
  await editor.text.focus();
  await press('Ctrl+B');
  await press('Ctrl+Shift+Y');
  await expect(editor.text.locator('strong')).toHaveText('ferry');
  await toolbar.getByRole('button', { name: 'Bold' }).hover();
  await expect(page.getByText(/Ctrl\+Shift\+Y|⇧⌘Y/)).toBeVisible();

  page = await rejoinder.relaunch();
  ({ editor, sheet, press } = mainWindow(page));
  await editor.selectWords('enter');
  await editor.text.focus();
  await press('Ctrl+Shift+Y');
  await expect(editor.text.locator('strong')).toHaveText(['ferry', 'enter']);
  await expect.poll(() => acceleratorOf(rejoinder, 'format.bold')).toMatch(/Shift\+(Command\+)?Y/);

  // Removing, and taking everything back, from Settings.
  await press('Ctrl+,');
  await sheet('Settings').getByRole('button', { name: 'Change shortcuts…' }).click();
  const again = page.getByRole('dialog', { name: 'Change shortcuts' });
  await expect(again.getByRole('textbox', { name: 'Search commands' })).toBeFocused();
  await again.getByRole('button', { name: /^Italic: / }).press('Enter');
  await page.keyboard.press('Backspace');
  await expect(again.getByRole('button', { name: 'Italic: None. Change' })).toBeFocused();
  await ask(page, 'settings', 'set', { theme: 'dark' });
  await keepPicture(page, 'change-dark');
  await again.getByRole('button', { name: 'Reset Bold' }).press('Enter');
  await expect(again.getByRole('button', { name: /^Bold: (Ctrl\+B|⌘B)\. Change/ })).toBeFocused();
  await again.getByRole('button', { name: 'Reset all' }).press('Enter');
  await expect(again.getByRole('button', { name: /^Italic: (Ctrl\+I|⌘I)\. Change/ })).toBeVisible();
  expect((await ask(page, 'settings', 'get')).keys).toEqual({});
  await expectCleanLog(dataFolder);
});

test('shortcuts in a settings file that make no sense are dropped, and the others kept', async ({
  rejoinder,
  dataFolder,
}) => {
  await rejoinder.launch();
  await rejoinder.quit();
  const path = join(dataFolder, 'settings.json');
  const stored = JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as { settings?: object };
  const keys = { 'format.strike': ['F7'], 'no.such': ['F8'], 'format.bold': 5, 'format.italic': ['nonsense'] };
  await writeFile(path, JSON.stringify({ ...stored, settings: { ...stored.settings, keys } }));

  const page = await rejoinder.launch();
  const { editor, newPost } = mainWindow(page);
  await newPost();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F7');
  await page.keyboard.press('ControlOrMeta+B');
  await page.keyboard.press('ControlOrMeta+I');
  await page.keyboard.type('all three');
  await expect(editor.text.locator('s')).toHaveText('all three');
  await expect(editor.text.locator('strong')).toHaveText('all three');
  await expect(editor.text.locator('em')).toHaveText('all three');
});

test('keys and commands work on the words that are selected, however fast they follow', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor, newPost } = mainWindow(page);
  await newPost();
  await page.keyboard.type('Fast\nOne two three');
  // No event comes between: the editor was not told of the selection when the key arrives.
  const pressOn = (words: string, key: { key: string; keyCode: number; ctrlKey: boolean }) =>
    editor.text.evaluate(
      (text, [wanted, init]) => {
        const paragraph = [...text.querySelectorAll('p')].find(({ textContent }) => textContent?.includes(wanted));
        const node = document.createTreeWalker(paragraph as Node, NodeFilter.SHOW_TEXT).nextNode() as Text;
        const at = node.data.indexOf(wanted);
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        text.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
      },
      [words, key] as const,
    );
  await pressOn('One', { key: 'b', keyCode: 66, ctrlKey: true });
  await expect(editor.text.locator('strong')).toHaveText('One');
  await pressOn('One', { key: 'Enter', keyCode: 13, ctrlKey: false });
  await expect(editor.text.locator('strong'), 'written over by the new line').toHaveCount(0);
});
