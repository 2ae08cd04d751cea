import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { practiceFolder } from '../world/commentary.ts';
import { coloursAt, srgbOfP3, wideGamutPhoto } from '../world/photo.ts';
import { readerAvailable } from '../world/reader.ts';
import { skipUnless } from '../world/skip-unless.ts';

const blog = 'Practice blog';

/** Inside of sRGB, and far from the same numbers without their profile: 204, 77, 51. */
const brick = [0.8, 0.3, 0.2] as const;

test('a photo in Display P3 keeps its colours as it comes in, is cropped, and goes out smaller', async ({
  rejoinder,
  dataFolder,
  page: reader,
}) => {
  skipUnless(readerAvailable());
  const photo = await wideGamutPhoto(reader, brick);
  if (!photo) throw new Error('This browser writes no profile');
  const expected = srgbOfP3(brick);
  const expectColour = async (bytes: Buffer): Promise<void> => {
    const [found = []] = await coloursAt(reader, { bytes, type: 'image/jpeg' }, [[0.5, 0.5]]);
    for (const [part, value] of expected.entries()) expect(Math.abs((found[part] ?? 0) - value)).toBeLessThan(3);
  };
  await expectColour(photo);

  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await window.newPost();
  await page.keyboard.type('Bricks\nA wall.');
  await editor.dropFiles(editor.paragraphs('summary').first(), { 'wall.jpg': photo });
  const picture = editor.picture(editor.figures.first());
  await expect(picture).toBeVisible();
  const kept = async (): Promise<Buffer> => {
    const sha256 = (await picture.getAttribute('src'))?.split('/').at(-1) ?? '';
    return readFile(join(dataFolder, 'media', sha256.slice(0, 2), `${sha256}.jpg`));
  };

  await test.step('in the library with its profile', async () => {
    const bytes = await kept();
    expect(bytes.includes('ICC_PROFILE')).toBe(true);
    await expectColour(bytes);
  });

  await test.step('cropped', async () => {
    const before = await picture.getAttribute('src');
    await picture.click();
    await page.getByRole('button', { name: 'Crop and turn…' }).click();
    const sheet = page.getByRole('dialog', { name: 'Crop and turn the picture' });
    await sheet.getByRole('textbox', { name: 'Width', exact: true }).fill('2500');
    await page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: 'Crop', exact: true }).click();
    await expect(sheet).toBeHidden();
    await expect(picture).not.toHaveAttribute('src', before ?? '');
    await expectColour(await kept());
  });

  await test.step('on the blog', async () => {
    const publish = publishSheet(page);
    await publish.open();
    await publish.leaveMusts();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(publish.state(blog)).toHaveText('Published');
    await publish.done.click();
    const media = join(practiceFolder(rejoinder), 'media');
    const [name = ''] = (await readdir(media)).filter((it) => it.endsWith('.jpg'));
    const bytes = await readFile(join(media, name));
    expect(bytes.equals(await kept())).toBe(false);
    await expectColour(bytes);
  });
});
