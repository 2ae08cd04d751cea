import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { expect, keepPicture, test } from '../app.ts';
import { ask, openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { previewSheet } from '../pages/preview-sheet.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { readerAvailable } from '../world/reader.ts';
import { skipUnless } from '../world/skip-unless.ts';

const folder = (...path: readonly string[]): string => resolve(import.meta.dirname, '..', '..', ...path);
const fixtures = folder('core', 'pictures', 'fixtures');

test('pictures of every format come in together, and are shown', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor, newPost, press } = mainWindow(page);
  await newPost();
  await page.keyboard.type('Formats\nAll of them.');
  const formats = ['jpg', 'png', 'gif', 'webp', 'avif'];
  await rejoinder.answerFileDialog(formats.map((ending) => join(fixtures, `press.${ending}`)));
  await press('Ctrl+J');
  await expect(editor.figures).toHaveCount(formats.length);
  for (const figure of await editor.figures.all()) {
    await expect
      .poll(() => editor.picture(figure).evaluate((it: HTMLImageElement) => it.naturalWidth))
      .toBeGreaterThan(0);
  }
});

/** The picture turned in each of the ways of Exif: the fixture says 6, and its tag is the first with that value. */
const turnedTo = (turned: Buffer, orientation: number): Buffer => {
  const tag = turned.indexOf(Buffer.from('01120003000000010006', 'hex'));
  const bytes = Buffer.from(turned);
  bytes.writeUInt16BE(orientation, tag + 8);
  return bytes;
};

test('a picture stands upright in the editor and on the blog, however the camera was held', async ({
  rejoinder,
  page: reader,
}) => {
  skipUnless(readerAvailable());
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const publish = publishSheet(page);
  const turned = await readFile(join(fixtures, 'turned.jpg'));
  await window.newPost();
  await page.keyboard.type('Upright\nEight ways to hold a camera.');
  const orientations = [1, 2, 3, 4, 5, 6, 7, 8];
  const files = orientations.map((each) => [`held-${each}.jpg`, turnedTo(turned, each)] as const);
  await editor.dropFiles(editor.paragraphs('summary').first(), Object.fromEntries(files));
  await expect(editor.figures).toHaveCount(orientations.length);

  const upright = orientations.map((each) => (each < 5 ? [640, 400] : [400, 640]));
  const sizes = (pictures: ReturnType<typeof editor.figures.locator>) =>
    pictures.evaluateAll((all) =>
      all.map((it) => {
        const { naturalWidth, naturalHeight } = it as HTMLImageElement;
        return [naturalWidth, naturalHeight];
      }),
    );
  const kept = (pictures: ReturnType<typeof editor.figures.locator>) =>
    pictures.evaluateAll((all) =>
      all.map((it) => [Number(it.getAttribute('width')), Number(it.getAttribute('height'))]),
    );
  await expect.poll(() => sizes(editor.figures.locator('img'))).toEqual(upright);
  expect(await kept(editor.figures.locator('img'))).toEqual(upright);

  await publish.open();
  await publish.leaveMusts();
  await window.press('Ctrl+Enter');
  await expect(publish.state('Practice blog')).toHaveText('Published');
  const { id } = await openPost(page);

  const [publication] = await ask(page, 'posts', 'publications', { id });
  await reader.goto(publication?.link ?? '');
  const published = reader.getByRole('article').locator('img');
  await expect.poll(() => sizes(published)).toEqual(upright);
  expect(await kept(published)).toEqual(upright);
});

test('a picture comes from its address, after a mistake is corrected and a slow one is cancelled', async ({
  rejoinder,
}) => {
  const picture = await readFile(join(fixtures, 'press.jpg'));
  let slowOnesLeft = 0;
  const site = createServer((request, response) => {
    if (request.url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>A page</p>');
    else if (request.url === '/slow.jpg') {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).write(picture.subarray(0, 100));
      response.on('close', () => {
        slowOnesLeft += 1;
      });
    } else response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture);
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  try {
    const page = await rejoinder.launch();
    const window = mainWindow(page);
    const { editor } = window;
    await window.newPost();
    await page.keyboard.type('From the web\nWith its credit.');
    await rejoinder.menu('Insert', 'Picture from address…');
    const panel = editor.panel('Insert a picture from an address');
    const field = panel.getByRole('textbox', { name: 'Address of the picture' });
    await expect(field).toBeFocused();
    await field.fill('boats');
    await field.press('Enter');
    await expect(panel).toContainText('This is no web address.');
    await field.fill(`${url}/page`);
    await field.press('Enter');
    await expect(panel).toContainText('and not to a picture. Open the page in the browser');
    await keepPicture(page, 'address');

    await field.fill(`${url}/slow.jpg`);
    await field.press('Enter');
    await expect(panel.getByRole('status')).toContainText('Fetching from 127.0.0.1');
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await expect(panel.getByRole('button', { name: 'Insert' })).toBeVisible();
    await expect.poll(() => slowOnesLeft).toBe(1);

    await field.fill(`${url}/press.jpg`);
    await field.press('Enter');
    await expect(panel).toBeHidden();
    await expect(editor.figures).toHaveCount(1);
    await expect(editor.figures.first().getByRole('button', { name: 'Use as credit: Agence Éxemple' })).toBeVisible();
  } finally {
    site.closeAllConnections();
    site.close();
  }
});

test('a picture stands at the left of the words in the preview or small, and as it was before', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const preview = previewSheet(page);
  await window.newPost();
  await page.keyboard.type('At the side\nThe coast guard counted them.');
  const paragraph = editor.paragraphs('summary').first();
  await editor.dropFiles(paragraph, { 'press.jpg': await readFile(join(fixtures, 'press.jpg')) }, 0);
  await editor.picture(editor.figures.first()).click();
  const left = editor.tools('Picture').getByRole('button', { name: 'At the left' });
  await left.click();
  await expect(left).toHaveAttribute('aria-pressed', 'true');
  const whole = await paragraph.boundingBox();
  const shown = await editor.figures.first().boundingBox();
  expect(shown?.width).toBeLessThan((whole?.width ?? 0) / 2);

  await page.keyboard.press('Escape');
  await preview.open();
  const picture = await preview.content.locator('img').boundingBox();
  const words = await preview.content.getByText('The coast guard counted them.').evaluate((it) => {
    const range = it.ownerDocument.createRange();
    range.selectNodeContents(it);
    return range.getBoundingClientRect().left;
  });
  const frame = await preview.content.locator('body').evaluate((it) => it.getBoundingClientRect().left);
  expect(words - frame).toBeGreaterThan(picture?.width ?? Number.POSITIVE_INFINITY);
  await page.keyboard.press('Escape');
  await expect(preview.sheet).toBeHidden();
  await editor.headline.click();
  await window.press('Ctrl+Z');
  await expect(editor.figures.first()).toHaveAttribute('data-align', 'none');

  await editor.picture(editor.figures.first()).click();
  const small = editor.tools('Picture').getByRole('button', { name: 'Small' });
  await small.click();
  await expect(small).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await editor.figures.first().boundingBox())?.width).toBe(240);
  await page.keyboard.press('Escape');
  await window.press('Ctrl+Z');
  await expect(editor.figures.first()).not.toHaveAttribute('data-size');
});
