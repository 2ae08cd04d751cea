import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Locator } from '@playwright/test';
import exifr from 'exifr';
import { expect, expectCleanLog, keepPicture, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { practiceFolder } from '../world/commentary.ts';

const fixtures = resolve(import.meta.dirname, '..', '..', 'core', 'pictures', 'fixtures');
const pressPicture = (): Promise<Buffer> => readFile(join(fixtures, 'press.jpg'));

const suggestions = (figure: Locator): Locator =>
  figure.getByRole('group', { name: 'What the picture says of itself' });

test('a press picture suggests its words, goes out with its credit, and tells nobody where it was taken', async ({
  rejoinder,
  dataFolder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const publish = publishSheet(page);
  const bytes = await pressPicture();
  expect(await exifr.gps(bytes)).toMatchObject({ latitude: expect.closeTo(35.5, 1) });

  await window.newPost();
  await page.keyboard.type('What the boats were for');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The coast guard counted them.');
  await editor.dropFiles(editor.paragraphs('summary').first(), { 'press.jpg': bytes });
  const figure = editor.figures.first();
  await expect(window.messages).toContainText('The place where it was taken was removed from the picture.');
  await expect(suggestions(figure)).toContainText('Agence Éxemple');
  await expect(suggestions(figure)).toContainText('Credit, from the picture’s IPTC data');
  await expect(editor.caption(figure)).toHaveText('');
  await expect(editor.credit(figure)).toHaveText('');
  await keepPicture(page, 'suggested');

  await figure.getByRole('button', { name: 'Use as caption: Des bateaux de secours près de Lampedusa' }).click();
  await expect(editor.caption(figure)).toHaveText('Des bateaux de secours près de Lampedusa');
  await window.press('Ctrl+Z');
  await expect(editor.caption(figure)).toHaveText('');
  await figure.getByRole('button', { name: 'Dismiss the suggested caption' }).click();
  await expect(suggestions(figure)).not.toContainText('Lampedusa');

  await editor.credit(figure).click();
  const offered = page.getByRole('listbox', { name: 'Words for this field' });
  await expect(page.getByRole('status').filter({ hasText: 'There are words for the credit' })).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(offered.getByRole('option')).toHaveText([/^Agence Éxemple/, /^Reuters/, /^Zoë Example/]);
  await keepPicture(page, 'offered');
  await page.keyboard.press('Enter');
  await expect(editor.credit(figure)).toHaveText('Agence Éxemple');
  await expect(offered).toBeHidden();
  await figure.getByRole('button', { name: /^Use as alternative text/ }).click();
  await expect(editor.picture(figure)).toHaveAttribute('alt', 'Two orange boats beside a grey ship');
  await expect(suggestions(figure)).toBeHidden();

  await publish.open();
  await publish.leaveMusts();
  await window.press('Ctrl+Enter');
  await expect(publish.state('Practice blog')).toHaveText('Published');
  await publish.done.click();
  const media = join(practiceFolder(rejoinder), 'media');
  const [published] = await readdir(media);
  const sent = await readFile(join(media, published ?? ''));
  expect(await exifr.gps(sent)).toBeUndefined();
  expect(sent.includes('SECRET')).toBe(false);
  expect(sent.includes('Agence Éxemple')).toBe(true);
  expect(await exifr.parse(sent)).toMatchObject({ Copyright: '© 2026 Example Pictures' });
  await expectCleanLog(dataFolder);
});

test('a credit of another post is offered by its first letters; Enter stays the text’s until an arrow goes to the list', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const withPicture = async (headline: string): Promise<Locator> => {
    await window.newPost();
    await page.keyboard.type(headline);
    await page.keyboard.press('Enter');
    await page.keyboard.type('The coast guard counted them.');
    await rejoinder.answerFileDialog([join(fixtures, 'legacy.jpg')]);
    await window.press('Ctrl+J');
    await expect(editor.figures).toHaveCount(1);
    await page.keyboard.press('Enter');
    return editor.figures.first();
  };
  const first = await withPicture('The first');
  await page.keyboard.type('Harbour Press Office');
  await expect(editor.credit(first)).toHaveText('Harbour Press Office');

  const second = await withPicture('The second');
  const offered = page.getByRole('listbox', { name: 'Words for this field' });
  await page.keyboard.type('harb');
  await expect(offered.getByRole('option')).toHaveText([/^Harbour Press Office.*used before/]);
  await page.keyboard.press('Escape');
  await expect(offered).toBeHidden();
  await page.keyboard.type('o');
  await page.keyboard.press('Enter');
  await page.keyboard.type('So it is.');
  await expect(editor.credit(second)).toHaveText('harbo');
  await editor.credit(second).click();
  await page.keyboard.press('End');
  await page.keyboard.type('u');
  await expect(offered).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(editor.credit(second)).toHaveText('Harbour Press Office');
});
