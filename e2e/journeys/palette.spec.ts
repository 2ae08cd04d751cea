import { expect, expectCleanLog, keepPicture, test } from '../app.ts';
import { ask } from '../pages/contract.ts';
import { focusIn } from '../pages/focus.ts';
import { mainWindow } from '../pages/main-window.ts';
import { palette } from '../pages/palette.ts';

test('a writer runs commands from the palette by keyboard, on the words that were selected', async ({
  rejoinder,
  dataFolder,
}) => {
  let page = await rejoinder.launch();
  const { editor, newPost } = mainWindow(page);
  let commands = palette(page);
  await newPost();
  await page.keyboard.type('Ferries');
  await page.keyboard.press('Enter');
  await page.keyboard.type('No ferry may enter.');
  await editor.selectWords('ferry');

  await commands.open();
  await expect(commands.current).toContainText('New commentary post');
  await page.keyboard.type('bol');
  await expect(commands.current).toContainText('Bold');
  await expect(commands.current).toContainText(/Ctrl\+B|⌘B/);
  await keepPicture(page, 'palette');
  await page.keyboard.press('Enter');
  await expect(commands.dialog).toBeHidden();
  await expect(editor.text.locator('strong')).toHaveText('ferry');
  await expect(editor.text).toBeFocused();
  await page.keyboard.type('boat');
  await expect(editor.paragraphs('summary').first()).toHaveText('No boat may enter.');

  // Escape gives the caret back where it was.
  await commands.open();
  await page.keyboard.press('Escape');
  await expect(commands.dialog).toBeHidden();
  await page.keyboard.type('s');
  await expect(editor.paragraphs('summary').first()).toHaveText('No boats may enter.');

  // What Electron carries out by itself is there too.
  await commands.open();
  await page.keyboard.type('select all');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain('No boats may enter.');

  // A command that opens a sheet keeps its focus.
  await commands.open();
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  const settings = mainWindow(page).sheet('Settings');
  await focusIn(settings);
  await page.keyboard.press('Escape');

  // Recently used ones come first, after a restart too.
  page = await rejoinder.relaunch();
  commands = palette(page);
  await commands.open();
  await expect(commands.options.nth(0)).toContainText('Settings');
  await expect(commands.options.nth(1)).toContainText('Select all');
  await expect(commands.options.nth(2)).toContainText('Bold');
  await expectCleanLog(dataFolder);
});

test('the palette says why a command cannot run, finds posts, and says how much it found', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor, newPost, library } = mainWindow(page);
  const commands = palette(page);
  const example = (await editor.headline.textContent()) ?? '';
  await newPost();
  await page.keyboard.type('Harbour tax');
  await expect(library.row('Harbour tax')).toBeVisible();

  await commands.open();
  await page.keyboard.type('bold');
  await expect(commands.current).toHaveAttribute('aria-disabled', 'true');
  await expect(commands.status).toHaveText('There is nothing to do here.');
  await page.keyboard.press('Enter');
  await expect(commands.dialog).toBeVisible();

  await commands.field.fill(example.slice(0, 14));
  await expect(commands.option(example)).toBeVisible();
  await commands.option(example).click();
  await expect(editor.headline).toHaveText(example);

  await commands.open();
  await commands.field.fill('zoom');
  await expect(commands.status).toHaveText('2 commands and posts');
  await page.keyboard.press('ArrowUp');
  await expect(commands.current).toContainText('Zoom out');
  await page.keyboard.press('ArrowDown');
  await expect(commands.current).toContainText('Zoom in');
  await commands.field.fill('qqqq');
  await expect(commands.dialog).toContainText('No command and no post is called ‘qqqq’');
  await ask(page, 'settings', 'set', { theme: 'dark' });
  await keepPicture(page, 'palette-nothing-dark');
  await commands.field.fill('');
  await keepPicture(page, 'palette-dark');
  await page.keyboard.press('ControlOrMeta+Shift+A');
  await expect(commands.dialog).toBeHidden();
});
