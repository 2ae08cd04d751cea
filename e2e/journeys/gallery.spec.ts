import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, expectCleanLog, keepPicture, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { png, writePicture } from '../world/pictures.ts';

const colours = [
  [30, 90, 140],
  [150, 60, 40],
  [40, 120, 60],
  [110, 50, 130],
] as const;

/** Picture files of these names, each another picture. */
const pictures = (...names: readonly string[]): Readonly<Record<string, Buffer>> =>
  Object.fromEntries(names.map((name, index) => [`${name}.png`, png({ colour: [40 * index, 20 * name.length, 90] })]));

test('a gallery is chosen, captioned, reordered by key, taken apart and had back, previewed, and there after a restart', async ({
  rejoinder,
  dataFolder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const paths: string[] = [];
  for (const [index, colour] of colours.entries()) {
    const size = index === 1 ? { width: 400, height: 640 } : { width: 640, height: 400 };
    paths.push(await writePicture(dataFolder, `quay-${index}.png`, { ...size, colour }));
  }
  await window.newPost();
  await page.keyboard.type('A day at the quay');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The harbour in three pictures.');
  await rejoinder.answerFileDialog(paths.slice(0, 3));
  await rejoinder.menu('Insert', 'Gallery…');
  const gallery = editor.text.getByRole('group', { name: 'Gallery of 3 pictures' });
  await expect(gallery.locator('figure')).toHaveCount(3);

  for (const words of ['Morning', 'AFP', 'Noon', 'Reuters', 'Evening', 'own work', 'One day in June']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('So it goes on.');
  const captions = gallery.locator('figure .caption');
  await expect(captions).toHaveText(['Morning', 'Noon', 'Evening']);
  await expect(gallery).toContainText('One day in June');
  await keepPicture(page, 'gallery');

  await captions.first().click();
  await window.press('Alt+Shift+ArrowDown');
  await expect(captions).toHaveText(['Noon', 'Morning', 'Evening']);
  await expect(page.getByRole('status').filter({ hasText: 'Picture moved down, 2 of 3' })).toBeAttached();
  await window.press('Ctrl+Z');
  await expect(captions).toHaveText(['Morning', 'Noon', 'Evening']);

  await rejoinder.menu('Format', 'Gallery', 'Take gallery apart');
  await expect(editor.text.getByRole('group', { name: /Gallery/ })).toHaveCount(0);
  await expect(editor.figures).toHaveCount(3);
  await rejoinder.menu('Format', 'Gallery', 'Make gallery of pictures');
  await expect(gallery.locator('figure')).toHaveCount(3);
  await window.press('Ctrl+Z');
  await window.press('Ctrl+Z');
  await expect(gallery).toContainText('One day in June');

  // Escape selects the figure and then the gallery; its tools add a picture.
  await captions.nth(1).click();
  await page.keyboard.press('Escape');
  await expect(editor.tools('Picture')).toBeVisible();
  await keepPicture(page, 'figure-selected');
  await page.keyboard.press('Escape');
  await rejoinder.answerFileDialog(paths.slice(3));
  await editor.tools('Gallery').getByRole('button', { name: 'Add pictures…' }).click();
  const ofFour = editor.text.getByRole('group', { name: 'Gallery of 4 pictures' });
  await expect(ofFour.locator('figure')).toHaveCount(4);
  await expect(editor.text).toBeFocused();
  await page.keyboard.type('Night');
  await page.emulateMedia({ colorScheme: 'dark' });
  await keepPicture(page, 'gallery-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  // Removed one by one: the last that is left is a figure again.
  for (const left of [3, 2]) {
    await editor.figures.first().locator('img').click();
    await editor.tools('Picture').getByRole('button', { name: 'Remove picture' }).click();
    await expect(editor.text.getByRole('group', { name: `Gallery of ${left} pictures` })).toBeVisible();
  }
  await editor.figures.first().locator('img').click();
  await editor.tools('Picture').getByRole('button', { name: 'Remove picture' }).click();
  await expect(editor.text.getByRole('group', { name: /Gallery/ })).toHaveCount(0);
  await expect(editor.figures).toHaveCount(1);
  await expect(editor.text).toContainText('One day in June');
  for (const left of [2, 3, 4]) {
    await window.press('Ctrl+Z');
    await expect(editor.text.getByRole('group', { name: `Gallery of ${left} pictures` })).toBeVisible();
  }

  // A copied picture is pasted into the gallery, beside the one with the caret.
  await editor.figures.first().locator('img').click();
  await window.press('Ctrl+C');
  await ofFour.locator('figure .caption').last().click();
  await window.press('Ctrl+V');
  const ofFive = editor.text.getByRole('group', { name: 'Gallery of 5 pictures' });
  await expect(ofFive.locator('figure .caption')).toHaveText(['Morning', 'Noon', 'Evening', 'Night', 'Morning']);
  await window.press('Ctrl+Z');
  await expect(ofFour.locator('figure')).toHaveCount(4);

  await window.press('F12');
  const preview = window.sheet('Preview').frameLocator('iframe');
  await expect(preview.locator('figure.gallery.columns-2 > figure')).toHaveCount(4);
  await expect(preview.locator('figure.gallery > figcaption')).toHaveText('One day in June');
  await expect(preview.locator('.gallery .credit')).toHaveText(['AFP', 'Reuters', 'own work']);
  await keepPicture(page, 'preview');
  await page.keyboard.press('Escape');

  await rejoinder.relaunch();
  const again = mainWindow(rejoinder.window).editor;
  await expect(again.text.getByRole('group', { name: 'Gallery of 4 pictures' }).locator('figure')).toHaveCount(4);
  await expect(again.text.locator('.gallery figure .caption')).toHaveText(['Morning', 'Noon', 'Evening', 'Night']);
  await expectCleanLog(dataFolder);
});

test('pictures dropped together become a gallery, one more is dropped into it, and its pictures are dragged by their handle', async ({
  rejoinder,
  dataFolder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await window.newPost();
  await page.keyboard.type('Dropped');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Before the pictures.');

  await editor.dropFiles(editor.paragraphs('summary').first(), pictures('a', 'bb', 'ccc'));
  const gallery = editor.text.getByRole('group', { name: /^Gallery of/ });
  await expect(gallery.locator('figure')).toHaveCount(3);
  for (const words of ['First', '', 'Second', '', 'Third']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }
  const captions = gallery.locator('figure .caption');
  await editor.dropFiles(gallery.locator('figure').nth(1).locator('img'), pictures('dddd'), 0.1);
  await expect(gallery).toHaveAccessibleName('Gallery of 4 pictures');
  await page.keyboard.type('New');
  await expect(captions).toHaveText(['First', 'New', 'Second', 'Third']);

  const figures = gallery.locator('figure');
  await figures.first().locator('img').hover();
  await page.locator('.block-handle').hover();
  const to = await figures.nth(2).locator('img').boundingBox();
  if (!to) throw new Error('The picture is to be seen');
  await page.mouse.down();
  await page.mouse.move(to.x + to.width * 0.6, to.y + to.height / 2, { steps: 4 });
  await page.mouse.move(to.x + to.width * 0.8, to.y + to.height / 2, { steps: 4 });
  await keepPicture(page, 'dragging');
  await page.mouse.up();
  await expect(captions).toHaveText(['New', 'Second', 'First', 'Third']);

  await window.press('Ctrl+Z');
  await expect(captions).toHaveText(['First', 'New', 'Second', 'Third']);
  await page.setViewportSize({ width: 560, height: 700 });
  await keepPicture(page, 'narrow');
  await expectCleanLog(dataFolder);
});

const copied = resolve(import.meta.dirname, '../../renderer/editor/fixtures/paste/ghost-gallery.html');

test('a gallery copied from a blog keeps a place for each of its pictures, and a dropped file fills one', async ({
  rejoinder,
  dataFolder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await window.newPost();
  await page.keyboard.type('Copied');
  await page.keyboard.press('Enter');
  await editor.paste({ 'text/html': readFileSync(copied, 'utf8') });
  const gallery = editor.text.getByRole('group', { name: 'Gallery of 3 pictures' });
  await expect(gallery.getByText('No picture yet.')).toHaveCount(3);
  await expect(gallery).toContainText('The boats of Alder');
  await expect(page.getByText('3 pictures were left out')).toBeVisible();
  await keepPicture(page, 'places');

  await editor.dropFiles(gallery.getByText('No picture yet.').nth(1), pictures('boat'));
  await expect(gallery.getByText('No picture yet.').locator('visible=true')).toHaveCount(2);
  await expect(gallery.locator('figure').nth(1).locator('img')).toBeVisible();
  await expect(gallery.locator('figure')).toHaveCount(3);
  await editor.describe(gallery.locator('figure').nth(1), 'A boat');
  await keepPicture(page, 'one-filled');
  await expectCleanLog(dataFolder);
});
