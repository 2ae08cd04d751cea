import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, keepPicture, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { coloursAt, uprightPhoto } from '../world/photo.ts';
import { readerAvailable } from '../world/reader.ts';
import { skipUnless } from '../world/skip-unless.ts';

const cropSheet = (page: Page) => {
  const sheet = page.getByRole('dialog', { name: 'Crop and turn the picture' });
  return {
    sheet,
    area: sheet.getByRole('button', { name: /^What stays/ }),
    field: (name: string) => sheet.getByRole('textbox', { name, exact: true }),
    button: (name: string) => sheet.getByRole('button', { name, exact: true }),
    shape: sheet.getByLabel('Shape'),
  };
};

test('a picture is cropped, turned and mirrored by keys and pointer, undone, changed, and taken back', async ({
  rejoinder,
  dataFolder,
  page: reader,
}) => {
  skipUnless(readerAvailable());
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await window.newPost();
  await page.keyboard.type('Harbour\nThe boats are back.');
  await editor.dropFiles(editor.paragraphs('summary').first(), { 'harbour.jpg': await uprightPhoto(reader) });
  const picture = editor.picture(editor.figures.first());
  const size = () => picture.evaluate((it: HTMLImageElement) => [it.naturalWidth, it.naturalHeight]);
  await expect.poll(size).toEqual([2000, 3000]);

  const open = async () => {
    await picture.click();
    await page.getByRole('button', { name: 'Crop and turn…' }).click();
    const crop = cropSheet(page);
    await expect(crop.area).toBeFocused();
    return crop;
  };
  const crop = await open();
  await keepPicture(page, 'opened');
  // The red upper half, by numbers; then a little lower, by keys.
  await crop.field('Height').fill('1000');
  await crop.field('Height').press('Enter');
  await crop.field('Width').fill('800');
  await crop.field('Width').press('Enter');
  await expect(crop.sheet).toContainText('800 × 1000 pixels');
  await crop.area.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(crop.field('From the top')).toHaveValue('30');
  await expect(crop.field('From the left')).toHaveValue('1');
  await page.keyboard.press('Shift+Alt+ArrowRight');
  await expect(crop.field('Width')).toHaveValue('801');
  await crop.button('Turn right').click();
  await expect(crop.sheet).toContainText('1000 × 801 pixels');
  await keepPicture(page, 'turned');
  await crop.button('Crop').click();
  await expect(crop.sheet).toBeHidden();
  await expect.poll(size).toEqual([1000, 801]);
  const address = await picture.getAttribute('src');
  const sha256 = address?.split('/').at(-1) ?? '';
  const bytes = await readFile(join(dataFolder, 'media', sha256.slice(0, 2), `${sha256}.jpg`));
  const [[red = 0, , blue = 0] = []] = await coloursAt(reader, { bytes, type: 'image/jpeg' }, [[0.5, 0.5]]);
  expect(red).toBeGreaterThan(180);
  expect(blue).toBeLessThan(20);
  expect(bytes.includes('Zoë Example')).toBe(true);

  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(size).toEqual([2000, 3000]);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(size).toEqual([1000, 801]);

  // The original is still there: the part that stays can grow again.
  await open();
  await expect(crop.sheet).toContainText('1000 × 801 pixels');
  await crop.button('Turn left').click();
  await crop.button('Take all of it').click();
  await crop.shape.selectOption('1 : 1');
  await expect(crop.sheet).toContainText('2000 × 2000 pixels');
  const box = await crop.area.boundingBox();
  if (!box) throw new Error('No area');
  await page.mouse.move(box.x + box.width - 2, box.y + box.height - 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(crop.field('Width')).not.toHaveValue('2000');
  const [width, height] = [await crop.field('Width').inputValue(), await crop.field('Height').inputValue()];
  expect(width).toBe(height);
  expect(Number(width)).toBeGreaterThan(900);
  expect(Number(width)).toBeLessThan(1100);
  await crop.button('Mirror').click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(crop.sheet).toBeHidden();
  await expect.poll(size).toEqual([Number(width), Number(width)]);

  await rejoinder.relaunch();
  const again = mainWindow(rejoinder.window).editor;
  await again.picture(again.figures.first()).click();
  await rejoinder.window.getByRole('button', { name: 'Crop and turn…' }).click();
  const reopened = cropSheet(rejoinder.window);
  await expect(reopened.field('Width')).toHaveValue(width);
  await reopened.button('Back to the original').click();
  await expect
    .poll(() => again.picture(again.figures.first()).evaluate((it: HTMLImageElement) => it.naturalHeight))
    .toBe(3000);
  const kept = await readdir(join(dataFolder, 'media'), { recursive: true });
  expect(kept.filter((name) => name.endsWith('.jpg')).length).toBeGreaterThanOrEqual(3);
});

test('a picture that moves is not cropped, and the sheet says why', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await window.newPost();
  await page.keyboard.type('Moving\nA GIF.');
  await rejoinder.answerFileDialog([
    join(import.meta.dirname, '..', '..', 'core', 'pictures', 'fixtures', 'press.gif'),
  ]);
  await window.press('Ctrl+J');
  await editor.picture(editor.figures.first()).click();
  await keepPicture(page, 'tools-of-a-small-picture');
  await page.getByRole('button', { name: 'Crop and turn…' }).press('Enter');
  const crop = cropSheet(page);
  await crop.button('Turn right').click();
  await crop.button('Crop').click();
  await expect(crop.sheet).toContainText('would stop moving if it were cut');
  await page.keyboard.press('Escape');
  await expect(crop.sheet).toBeHidden();
});
