import { expect, expectCleanLog, keepPicture, test } from '../app.ts';
import { ask } from '../pages/contract.ts';
import { findBar } from '../pages/find-bar.ts';
import { mainWindow } from '../pages/main-window.ts';

const selected = (): string => getSelection()?.toString() ?? '';

test('words are found, counted, walked through and replaced, and one undo takes it all back', async ({
  rejoinder,
  dataFolder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const find = findBar(page);
  await window.newPost();
  await page.keyboard.type('Ferry news');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The ferry left. No other ferry came, and the ferryman slept.');

  await window.press('Ctrl+F');
  await expect(find.query).toBeFocused();
  await page.keyboard.type('ferry');
  await expect(find.says('1 of 4'), 'the first after the caret, round the end of the post').toBeVisible();
  await expect(find.marks).toHaveCount(4);
  await expect(find.current).toHaveText('Ferry');
  await page.keyboard.press('Enter');
  await expect(find.says('2 of 4')).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(find.says('4 of 4')).toBeVisible();
  await page.keyboard.press('F3');
  await expect(find.says('1 of 4')).toBeVisible();
  await keepPicture(page, 'find');

  await find.option('Whole words').click();
  await expect(find.says('1 of 3')).toBeVisible();
  await find.option('Match case').click();
  await expect(find.says(/of 2$/)).toBeVisible();
  await find.option('Match case').click();
  await find.query.fill('zeppelin');
  await expect(find.says('Nothing found')).toBeVisible();
  await expect(find.marks).toHaveCount(0);
  await find.query.fill('ferry');
  await find.query.press('Escape');
  await expect(find.bar).toBeHidden();
  await expect(find.marks).toHaveCount(0);
  await expect(editor.text).toBeFocused();
  expect(await page.evaluate(selected), 'the match stays selected').toBe('Ferry');

  await page.keyboard.press('F3');
  await expect(find.query, 'what was looked for is still there').toHaveValue('Ferry');
  await window.press('Ctrl+H');
  await expect(find.says('1 of 3')).toBeVisible();
  await find.replacement.fill('Boat');
  await find.replacement.press('Enter');
  await expect(editor.headline).toHaveText('Boat news');
  await expect(find.says('1 of 2')).toBeVisible();
  await find.replacement.fill('boat');
  await keepPicture(page, 'replace');
  await find.button('Replace all').click();
  await expect(find.says('2 replaced')).toBeVisible();
  await expect(editor.text).toContainText('The boat left. No other boat came, and the ferryman slept.');
  await page.keyboard.press('Escape');
  await expect(editor.text).toBeFocused();
  await window.press('Ctrl+Z');
  await expect(editor.text).toContainText('The ferry left. No other ferry came, and the ferryman slept.');
  await expect(editor.headline).toHaveText('Boat news');
  await expectCleanLog(dataFolder);
});

test('a regular expression finds and fills in, and a wrong one is explained', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const find = findBar(page);
  await window.newPost();
  await page.keyboard.press('Enter');
  await page.keyboard.type('On 2026-11-22 and on 2025-01-02.');
  await rejoinder.menu('Edit', 'Replace…');
  await find.option('Regular expression').click();
  await find.query.fill('(\\d+)-(\\d+)-(\\d+');
  await expect(find.says('This is not a regular expression: unterminated group.')).toBeVisible();
  await keepPicture(page, 'bad-expression');
  await find.query.fill('(\\d+)-(\\d+)-(\\d+)');
  await expect(find.says('1 of 2')).toBeVisible();
  await find.replacement.fill('$3.$2.$1');
  await find.button('Replace all').click();
  await expect(window.editor.text).toContainText('On 22.11.2026 and on 02.01.2025.');
});

test('an expression that never ends is stopped, and the window goes on meanwhile', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const find = findBar(page);
  await window.newPost();
  await page.keyboard.press('Enter');
  await page.keyboard.type(`${'a'.repeat(60)}!`);
  await window.press('Ctrl+F');
  await find.option('Regular expression').click();
  await find.query.fill('(a+)+$');
  await find.query.press('End');
  await expect(find.query).toHaveValue('(a+)+$');
  await expect(find.says('Looking for this takes too long.')).toBeVisible();
  await find.query.fill('a!$');
  await expect(find.says('1 of 1')).toBeVisible();
  await expect(find.says('Looking for this takes too long.')).toBeHidden();
});

test('what is found far away comes into sight, and typing while the bar is open counts anew', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const find = findBar(page);
  await window.newPost();
  await page.keyboard.press('Enter');
  const lines = Array.from(
    { length: 400 },
    (_, at) => `Line ${at}: ${'the harbour is quiet today. '.repeat(1 + (at % 9))}`,
  );
  lines[300] = 'Here lies the anchor.';
  await rejoinder.copyText(lines.join('\n\n'));
  await window.press('Ctrl+V');
  await expect(window.editor.text).toContainText('Line 399');

  await window.press('Ctrl+F');
  await find.query.fill('anchor');
  await expect(find.says('1 of 1')).toBeVisible();
  await expect(find.current).toBeInViewport();
  await find.query.fill('harbour');
  await expect(find.says(/of 1[0-9]{3}$/)).toBeVisible();
  await expect(find.current).toBeInViewport();
  const drawn = await find.marks.count();
  expect(drawn, 'only what is near is drawn').toBeLessThan(1000);
  expect(drawn).toBeGreaterThan(5);
  await page.keyboard.press('Enter');
  await expect(find.current).toBeInViewport();

  await find.query.fill('anchor');
  await expect(find.current).toBeInViewport();
  // Behind the end of the short line.
  const line = window.editor.text.getByRole('paragraph').filter({ hasText: 'anchor' });
  await line.click({ position: { x: 400, y: 12 } });
  await expect(find.says('1 match'), 'the match is no longer selected').toBeVisible();
  await page.keyboard.type(' Another anchor');
  await expect(find.says('2 matches')).toBeVisible();
  await expect(find.marks).toHaveCount(2);
  await page.keyboard.press('F3');
  await expect(find.says('1 of 2')).toBeVisible();
});

test('finding works in the dark and in a post that may only be read', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const find = findBar(page);
  await ask(page, 'settings', 'set', { theme: 'dark' });
  await window.press('Ctrl+H');
  await find.query.fill('the');
  await expect(find.says(/^1 of \d+$/)).toBeVisible();
  await keepPicture(page, 'dark');
  await page.keyboard.press('Escape');

  await window.library.choose('Example', 'Move to trash');
  await window.library.filter('Trash').click();
  await window.library.open('Example');
  await expect(window.editor.text).toHaveAttribute('contenteditable', 'false');
  await window.press('Ctrl+F');
  await find.query.fill('the');
  await expect(find.says(/^1 of \d+$/)).toBeVisible();
  await expect(find.replacement).toBeHidden();
  await expect(find.button('Replace')).toBeHidden();
});
