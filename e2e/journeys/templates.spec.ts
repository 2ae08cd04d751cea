import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectCleanLog, keepPicture, test } from '../app.ts';
import { ask } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';

const sheets = (page: Page) => ({
  fromTemplate: page.getByRole('dialog', { name: 'New from template' }),
  save: page.getByRole('dialog', { name: 'Save as template' }),
  manager: page.getByRole('dialog', { name: 'Templates', exact: true }),
});

const choose = async (page: Page, template: string, action: string): Promise<void> => {
  const { manager } = sheets(page);
  await manager.getByRole('button', { name: `Actions for ${template}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
};

test('a post begins from any of the five templates, chosen with the arrow keys', async ({ rejoinder, dataFolder }) => {
  const page = await rejoinder.launch();
  const { editor } = mainWindow(page);
  const { fromTemplate } = sheets(page);
  await rejoinder.menu('File', 'New from template…');
  await expect(fromTemplate.getByRole('radio')).toHaveCount(5);
  await expect(fromTemplate.getByRole('radio', { name: 'Article summary + my comment' })).toBeChecked();
  await keepPicture(page, 'new-from-template');
  await expect(fromTemplate.getByRole('radio', { name: 'Article summary + my comment' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(fromTemplate.getByRole('radio', { name: 'Quote and reply' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(fromTemplate).toBeHidden();
  await expect(editor.quotations).toHaveCount(1);
  await expect(editor.headline).toHaveClass(/is-empty/);
  await expect(editor.text).toBeFocused();
  await page.keyboard.type('An answer');
  await expect(editor.headline).toHaveText('An answer');

  for (const name of ['Several articles, one comment', 'Video reaction', 'Blank']) {
    await rejoinder.menu('File', 'New from template…');
    await fromTemplate.getByRole('radio', { name }).click();
    await fromTemplate.getByRole('button', { name: 'New post' }).click();
    await expect(editor.headline).toHaveClass(/is-empty/);
    await keepPicture(page, name);
  }
  await expectCleanLog(dataFolder);
});

test('a writer saves a post as a template, uses it for new posts, and has it after a restart', async ({
  rejoinder,
  dataFolder,
}) => {
  let page = await rejoinder.launch();
  let { editor, newPost, messages } = mainWindow(page);
  await newPost();
  await page.keyboard.type('Monday column');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Words of this Monday.');
  await editor.label('summary').fill('The column');
  await editor.heading('comment').fill('Monday thoughts');

  await rejoinder.menu('File', 'Save as template…');
  const { save } = sheets(page);
  await expect(save.getByRole('textbox', { name: 'Name' })).toHaveValue('Monday column');
  await save.getByRole('textbox', { name: 'Name' }).fill('Blank');
  await save.getByRole('button', { name: 'Save template' }).click();
  await expect(save.getByRole('alert')).toHaveText('A template has this name already. Choose another.');
  await keepPicture(page, 'save-template');
  await save.getByRole('textbox', { name: 'Name' }).fill('Monday');
  await page.keyboard.press('Enter');
  await expect(save).toBeHidden();
  await messages.getByRole('button', { name: 'Use it for new posts' }).click();

  page = await rejoinder.relaunch();
  ({ editor, newPost, messages } = mainWindow(page));
  await newPost();
  await expect(editor.label('summary')).toHaveValue('The column');
  await expect(editor.heading('comment')).toHaveText('Monday thoughts');
  await expect(editor.text).not.toContainText('Words of this Monday');
  await expectCleanLog(dataFolder);
});

test('templates are renamed, duplicated, deleted and had back, and a blog has one of its own', async ({
  rejoinder,
  dataFolder,
}) => {
  const page = await rejoinder.launch();
  const { editor, press, sheet, newPost } = mainWindow(page);
  const { manager, fromTemplate } = sheets(page);
  await press('Ctrl+,');
  await sheet('Settings').getByRole('button', { name: 'Manage templates…' }).click();
  await manager.waitFor();
  await keepPicture(page, 'manager');
  await choose(page, 'Blank', 'Rename…');
  const rename = page.getByRole('dialog', { name: 'Rename template' });
  await expect(rename.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keepPicture(page, 'rename');
  await rename.getByRole('textbox', { name: 'Name' }).fill('Empty page');
  await page.keyboard.press('Enter');
  await expect(rename).toBeHidden();
  await expect(manager.getByRole('button', { name: 'Actions for Empty page' })).toBeFocused();
  await choose(page, 'Empty page', 'Duplicate');
  await expect(manager.getByRole('listitem').filter({ hasText: 'Copy of Empty page' })).toBeVisible();

  await choose(page, 'Article summary + my comment', 'Delete');
  await expect(manager).toContainText('“Article summary + my comment” was deleted.');
  await expect(manager.getByRole('button', { name: 'Undo' })).toBeFocused();
  await ask(page, 'settings', 'set', { theme: 'dark' });
  await keepPicture(page, 'deleted-dark');
  await page.keyboard.press('Enter');
  await expect(manager.getByRole('listitem').first()).toContainText('Article summary + my comment');
  await choose(page, 'Video reaction', 'Delete');
  await manager.getByRole('button', { name: 'Restore the built-in ones' }).click();
  await expect(manager.getByRole('listitem')).toHaveCount(6);
  await expect(manager.getByRole('listitem').filter({ hasText: 'Video reaction' })).toBeVisible();
  await expect(manager.getByRole('listitem').filter({ hasText: /^Blank/ })).toBeVisible();

  await choose(page, 'Quote and reply', 'Use for new posts');
  await expect(manager.getByRole('listitem').filter({ hasText: 'Quote and reply' })).toContainText('for new posts');
  const [blog] = await ask(page, 'blogs', 'list');
  await manager.getByRole('combobox', { name: blog?.site.name ?? '' }).selectOption('Copy of Empty page');
  await manager.getByRole('button', { name: 'Done' }).click();
  await sheet('Settings').getByRole('button', { name: 'Done' }).click();
  await newPost();
  await expect(editor.quotations).toHaveCount(1);

  await rejoinder.menu('File', 'New from template…');
  await fromTemplate.getByRole('combobox', { name: 'For the blog' }).selectOption(blog?.site.name ?? '');
  await expect(fromTemplate.getByRole('radio', { name: 'Copy of Empty page' })).toBeChecked();
  await fromTemplate.getByRole('button', { name: 'New post' }).click();
  await expect(editor.section('free')).toHaveCount(1);
  await expect.poll(async () => (await ask(page, 'settings', 'get')).publishTo).toEqual([blog?.id]);
  await expectCleanLog(dataFolder);
});

test('a template file that cannot be read is kept aside and told, and the others stay', async ({
  rejoinder,
  dataFolder,
}) => {
  let page = await rejoinder.launch();
  await mainWindow(page).newPost();
  await rejoinder.menu('File', 'Save as template…');
  await sheets(page).save.getByRole('textbox', { name: 'Name' }).fill('Mine');
  await page.keyboard.press('Enter');
  await expect(sheets(page).save).toBeHidden();
  await rejoinder.quit();
  const [id = ''] = await readdir(join(dataFolder, 'templates'));
  const folder = join(dataFolder, 'templates', id);
  const whole = await readFile(join(folder, 'template.json'), 'utf8');
  await writeFile(join(folder, 'template.json'), whole.slice(0, 80));

  page = await rejoinder.launch();
  await rejoinder.menu('File', 'New from template…');
  await expect(sheets(page).fromTemplate.getByRole('radio')).toHaveCount(5);
  await page.keyboard.press('Escape');
  await expect(mainWindow(page).messages).toContainText('A template of yours could not be read.');
  const [kept = ''] = await readdir(folder);
  expect(kept).toMatch(/^template\.json\.broken-/);
  expect(await readFile(join(folder, kept), 'utf8')).toBe(whole.slice(0, 80));
});
