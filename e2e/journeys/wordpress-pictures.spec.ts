import exifr from 'exifr';
import { imageSize } from 'image-size';
import { expect, expectCleanLog } from '../app.ts';
import { connectSheet } from '../pages/connect-sheet.ts';
import { mainWindow } from '../pages/main-window.ts';
import { previewSheet } from '../pages/preview-sheet.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { settingsSheet } from '../pages/settings-sheet.ts';
import { test } from '../servers/wordpress-site.ts';
import { coloursAt, uprightPhoto } from '../world/photo.ts';

/** The name that the WordPress of the tests has. */
const blog = 'Harbour Notes';

test('a cropped photo reaches WordPress within its limit, upright, with its credit, without its place, and once', async ({
  rejoinder,
  dataFolder,
  site,
  page: reader,
}) => {
  test.slow();
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const connect = connectSheet(page);
  await rejoinder.menu('Blog', 'Connect a blog…');
  await connect.find(site.url.replace('http://', ''));
  await connect.pasteInstead.click();
  await connect.signIn(site.users.author.login, site.users.author.applicationPassword);
  await connect.done.click();
  const settings = settingsSheet(page);
  await settings.open();
  await settings.pictures(blog).getByLabel('Longest side of pictures').selectOption('1600 px');
  await settings.done.click();

  await window.newPost();
  await page.keyboard.type('Harbour\nThe boats are back.');
  await editor.dropFiles(editor.paragraphs('summary').first(), { 'harbour.jpg': await uprightPhoto(reader) });
  const picture = editor.picture(editor.figures.first());
  await picture.click();
  await page.getByRole('button', { name: 'Crop and turn…' }).press('Enter');
  const crop = page.getByRole('dialog', { name: 'Crop and turn the picture' });
  await crop.getByRole('textbox', { name: 'Height' }).fill('2400');
  await crop.getByRole('textbox', { name: 'Height' }).press('Enter');
  await crop.getByRole('button', { name: 'Crop', exact: true }).click();
  await expect(crop).toBeHidden();
  await expect(picture).toHaveAttribute('height', '2400');

  const publish = publishSheet(page);
  const send = async (button: string, outcome: RegExp): Promise<void> => {
    await publish.open();
    await publish.chooseOnly([blog]);
    await publish.leaveMusts();
    await publish.confirm(button).click();
    await expect(publish.state(blog)).toHaveText(outcome, { timeout: 60_000 });
    await publish.done.click();
  };
  const preview = previewSheet(page);
  await preview.open();
  await preview.blog(blog).click();
  await expect(preview.sheet).toContainText(/changes on the way/);
  await page.keyboard.press('Escape');
  await send(`Publish to ${blog}`, /Published/);

  type Uploaded = {
    readonly source_url: string;
    readonly media_details: { readonly width: number; readonly height: number };
  };
  const uploads = async () => (await (await site.fetchRest('wp/v2/media?per_page=100')).json()) as readonly Uploaded[];
  const [uploaded, ...others] = await uploads();
  expect(others).toEqual([]);
  expect(uploaded?.media_details).toMatchObject({ width: 1333, height: 1600 });
  const bytes = Buffer.from(await (await fetch(uploaded?.source_url ?? '')).arrayBuffer());
  expect(imageSize(bytes)).toMatchObject({ width: 1333, height: 1600, type: 'jpg' });
  // Red above and blue below: 1500 of 2400 lines are red.
  const [above = [], below = []] = await coloursAt(reader, { bytes, type: 'image/jpeg' }, [
    [0.5, 0.1],
    [0.5, 0.9],
  ]);
  expect(above[0]).toBeGreaterThan(180);
  expect(below[2]).toBeGreaterThan(180);
  for (const secret of ['SECRET', 'Secret', 'GPS']) expect(bytes.includes(secret), secret).toBe(false);
  const words = await exifr.parse(bytes, { iptc: true, translateValues: false });
  expect(words).toMatchObject({ Copyright: expect.stringContaining('2026 Example Pictures') });
  expect(words.Orientation ?? 1).toBe(1);
  expect(bytes.includes('Zoë Example')).toBe(true);

  await editor.paragraphs('summary').first().click();
  await page.keyboard.type('And more: ');
  await send(`Update on ${blog}`, /Published|Updated/);
  expect(await uploads()).toHaveLength(1);
  await expectCleanLog(dataFolder);
});
