import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { findBar } from '../pages/find-bar.ts';
import { mainWindow } from '../pages/main-window.ts';
import { publishSheet } from '../pages/publish-sheet.ts';

/** Everything that screen readers are told politely or at once, from now on: the texts that live regions come to hold. */
const listen = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  await page.evaluate(() => {
    const heard: string[] = [];
    (window as { heard?: string[] }).heard = heard;
    const live = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(live);
        const text = region?.textContent?.trim() ?? '';
        if (text !== '' && heard.at(-1) !== text) heard.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as { heard?: string[] }).heard ?? []);
};

test('what a command did is said, and nothing is said while words are typed', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor, side, newPost, press } = window;
  await side.pane.waitFor();
  await newPost();
  await page.keyboard.type('Ferries');
  await page.keyboard.press('Enter');
  const heard = await listen(page);
  const said = (text: string | RegExp) => expect(page.getByRole('status').filter({ hasText: text })).toBeAttached();

  await page.keyboard.type('No ferry may enter the inner harbour. ');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The operators were not asked.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Nobody was.');
  // Counts and lists follow when typing rests; once they have, whatever would be said was said.
  await expect(side.pane.getByText('14 words')).toBeVisible();
  await expect(window.library.row('Ferries')).toBeVisible();
  expect(await heard()).toEqual([]);

  await page.keyboard.press('Alt+Shift+ArrowUp');
  await said('Paragraph moved up, 2 of 3');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await said('Paragraph moved up, 1 of 3');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await said('It goes no further.');
  for (const place of ['2 of 3', '3 of 3']) {
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await said(`Paragraph moved down, ${place}`);
  }
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await said(/^Paragraph moved to Comment, 1 of 1$/);
  await expect(editor.paragraphs('comment').first()).toHaveText('Nobody was.');

  await rejoinder.menu('Edit', 'Move section up');
  await said('Comment moved up, 1 of 2');
  await rejoinder.menu('View', 'Fold section');
  await said('Comment folded');
  await rejoinder.menu('View', 'Fold section');
  await said('Comment opened');

  await press('Ctrl+M');
  await expect(window.messages).toContainText('Tab leaves the editor.');
  await press('Ctrl+M');
  await expect(window.messages).toContainText('Tab stays in the editor again');
  await expect(window.messages).not.toContainText('Tab leaves the editor.');

  await press('Ctrl+S');
  await expect(window.saving).toHaveText('Saved');
  await press('Ctrl+F');
  const find = findBar(page);
  await find.query.fill('harbour');
  await expect(find.says('1 of 1')).toBeVisible();
  await find.query.fill('ferryman');
  await expect(find.says('Nothing found')).toBeVisible();
  await page.keyboard.press('Escape');
  await window.library.search.fill('Ferries');
  await said('1 post found');
});

test('the caret in a citation names its source, and publishing says each step it takes', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor, side, press } = mainWindow(page);
  await side.pane.waitFor();
  const heard = await listen(page);
  await editor.citations.first().click();
  await expect(page.getByRole('status').filter({ hasText: /^Citation: Aldermere Gazette, / })).toBeAttached();

  const publish = publishSheet(page);
  await publish.open();
  await expect(publish.sheet.getByRole('status').filter({ hasText: /to know before it goes out/ })).toBeAttached();
  await press('Ctrl+Enter');
  await expect(publish.state('Practice blog')).toHaveText('Published');
  expect(await heard()).toContain('Published');
});

test('the parts of the text have names that the caret meets', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor } = mainWindow(page);
  const text = editor.text;
  await expect(text.getByRole('group', { name: 'Summary' })).toContainText('Short films paid for');
  await expect(text.getByRole('group', { name: 'Comment', exact: true })).toContainText('My Comment:');
  const picture = text.getByRole('figure', { name: /^Picture: People sit on a lawn/ });
  await expect(picture.getByRole('group', { name: 'Caption' })).toContainText('The open-air screen');
  await expect(picture.getByRole('group', { name: 'Credit' })).toContainText('Illustration made for Rejoinder');
  await expect(text.getByRole('figure', { name: 'Video: Big Buck Bunny' })).toBeVisible();
  const quotation = text.getByRole('blockquote', { name: /^Quotation from / }).first();
  await expect(quotation.getByRole('group', { name: 'Who said it' })).toBeVisible();

  // A name follows what it names.
  await editor.describe(editor.figures.first(), '');
  await expect(text.getByRole('figure', { name: 'Picture without alternative text' })).toBeVisible();
  await editor.label('comment').fill('My answer');
  await expect(text.getByRole('group', { name: 'My answer' })).toContainText('My Comment:');
  await page.keyboard.press('Enter');
  await rejoinder.menu('Insert', 'Table');
  await expect(text.getByRole('table', { name: 'Table' })).toBeVisible();
  await rejoinder.menu('Format', 'Table', 'Table caption');
  await page.keyboard.type('Berths');
  await expect(text.getByRole('table', { name: 'Berths' })).toBeVisible();
});
