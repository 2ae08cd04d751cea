import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import exifr from 'exifr';
import { expect, expectCleanLog, keepPicture, test } from '../app.ts';
import { ask, openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { previewSheet } from '../pages/preview-sheet.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { settingsSheet } from '../pages/settings-sheet.ts';
import { practiceFolder } from '../world/commentary.ts';
import { coloursAt, uprightPhoto } from '../world/photo.ts';
import { png } from '../world/pictures.ts';
import { readerAvailable } from '../world/reader.ts';
import { skipUnless } from '../world/skip-unless.ts';

const blog = 'Practice blog';

const publishAgain = async (page: Page): Promise<void> => {
  const publish = publishSheet(page);
  await publish.open();
  await publish.leaveMusts();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(publish.state(blog)).toHaveText('Published');
  await publish.done.click();
};

test('a large photo goes out as a small upright copy that keeps its credit, as the preview says', async ({
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
  await editor.dropFiles(editor.paragraphs('summary').first(), {
    'harbour.jpg': await uprightPhoto(reader),
    'chart.png': png({ width: 1500, height: 900 }),
    'small.png': png({ width: 600, height: 400 }),
  });
  await expect(editor.figures).toHaveCount(3);

  const settings = settingsSheet(page);
  await settings.open();
  const pictures = settings.pictures(blog);
  await expect(pictures.getByLabel('Longest side of pictures')).toHaveValue('2048');
  await pictures.getByLabel('Longest side of pictures').selectOption('1024 px');
  await pictures.scrollIntoViewIfNeeded();
  await keepPicture(page, 'settings');
  await settings.done.click();

  const sizes = [
    ['683', '1024'],
    ['1024', '614'],
    ['600', '400'],
  ];
  const said = (images: ReturnType<typeof reader.locator>) =>
    images.evaluateAll((all) => all.map((it) => [it.getAttribute('width'), it.getAttribute('height')]));
  const preview = previewSheet(page);
  await preview.open();
  await expect.poll(() => said(preview.content.locator('img'))).toEqual(sizes);
  await expect(preview.sheet).toContainText('Large pictures go out as smaller copies');
  await keepPicture(page, 'preview');
  await page.keyboard.press('Escape');

  await publishAgain(page);
  const { id } = await openPost(page);
  const [publication] = await ask(page, 'posts', 'publications', { id });
  await reader.goto(publication?.link ?? '');
  const shown = reader.getByRole('article').locator('img');
  await expect.poll(() => said(shown)).toEqual(sizes);
  await expect
    .poll(() =>
      shown.evaluateAll((all) =>
        all.map((it) => [
          String((it as HTMLImageElement).naturalWidth),
          String((it as HTMLImageElement).naturalHeight),
        ]),
      ),
    )
    .toEqual(sizes);
  const [first = ''] = await shown.evaluateAll((all) => all.map((it) => (it as HTMLImageElement).src));
  const file = join(practiceFolder(rejoinder), 'media', first.split('/').at(-1) ?? '');
  const bytes = await readFile(file);
  expect(
    await coloursAt(reader, { bytes, type: 'image/jpeg' }, [
      [0.5, 0.1],
      [0.5, 0.9],
    ]),
  ).toEqual([
    [expect.closeTo(192, -1), expect.closeTo(0, -1), expect.closeTo(0, -1)],
    [expect.closeTo(0, -1), expect.closeTo(0, -1), expect.closeTo(192, -1)],
  ]);
  for (const secret of ['SECRET', 'Secret', 'GPS']) expect(bytes.includes(secret), secret).toBe(false);
  const words = await exifr.parse(bytes, { iptc: true, xmp: true, translateValues: false });
  expect(words).toMatchObject({ Copyright: expect.stringContaining('2026 Example Pictures') });
  expect(words.Orientation ?? 1).toBe(1);
  expect(bytes.includes('Zoë Example')).toBe(true);

  // What the blog has stays as it is there, whatever the settings say by now.
  await settings.open();
  await settings.pictures(blog).getByLabel('Longest side of pictures').selectOption('As large as they are');
  await settings.done.click();
  await preview.open();
  await expect.poll(() => said(preview.content.locator('img'))).toEqual(sizes);
  await page.keyboard.press('Escape');
  await publishAgain(page);
  expect((await readFile(file)).equals(bytes)).toBe(true);
  await expectCleanLog(dataFolder);
});
