import { readFile } from 'node:fs/promises';
import { expect, keepPicture } from '../app.ts';
import { connectSheet } from '../pages/connect-sheet.ts';
import { mainWindow } from '../pages/main-window.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { test } from '../servers/wordpress-site.ts';
import { film, writeSilence } from '../world/recordings.ts';

/** The name that the WordPress of the tests has. */
const blog = 'Harbour Notes';

type RestMedia = { readonly id: number; readonly mime_type: string; readonly source_url: string };

test('a video and an audio file are uploaded to WordPress once, and play on its page', async ({
  rejoinder,
  site,
  dataFolder,
  page: reader,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const sheet = connectSheet(page);
  await rejoinder.menu('Blog', 'Connect a blog…');
  await sheet.find(site.url.replace('http://', ''));
  await sheet.pasteInstead.click();
  await sheet.signIn(site.users.author.login, site.users.author.applicationPassword);
  await expect(sheet.connected).toBeVisible();
  await sheet.done.click();

  await window.newPost();
  await page.keyboard.type('Cranes\nThe port as it looks and sounds.');
  for (const file of [film('cranes.webm'), await writeSilence(dataFolder, 'foghorn.wav', 20)]) {
    await rejoinder.answerFileDialog([file]);
    const before = await editor.recordings.count();
    await rejoinder.menu('Insert', 'Video or audio file…');
    await expect(editor.recordings).toHaveCount(before + 1);
    await page.keyboard.type('Cranes & gulls.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Harbour TV.');
    await page.keyboard.press('Enter');
  }

  const publish = publishSheet(page);
  const media = async () => (await (await site.fetchRest('wp/v2/media?per_page=100')).json()) as RestMedia[];
  let uploaded: readonly RestMedia[] = [];
  for (const words of ['', 'Once more.']) {
    if (words !== '') await page.keyboard.type(words);
    await publish.open();
    await publish.chooseOnly([blog]);
    if (words === '') await publish.leaveMusts();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(publish.state(blog)).toHaveText('Published', { timeout: 60_000 });
    await publish.done.click();
    const now = await media();
    expect(now.map(({ mime_type }) => mime_type).sort()).toEqual(['audio/wav', 'video/webm']);
    if (words !== '') expect(now).toEqual(uploaded);
    uploaded = now;
  }
  const video = uploaded.find(({ mime_type }) => mime_type === 'video/webm');
  const served = Buffer.from(await (await fetch(video?.source_url ?? '')).arrayBuffer());
  expect(served.equals(await readFile(film('cranes.webm')))).toBe(true);

  const posts = (await (await site.fetchRest('wp/v2/posts?search=Cranes')).json()) as { readonly link: string }[];
  expect(posts).toHaveLength(1);
  await reader.goto(posts[0]?.link ?? '');
  const player = reader.locator('figure.wp-block-video video');
  await player.evaluate(async (it: HTMLVideoElement) => {
    it.muted = true;
    await it.play();
  });
  await expect.poll(() => player.evaluate((it: HTMLVideoElement) => it.currentTime)).toBeGreaterThan(0.2);
  await expect(reader.locator('figure.wp-block-audio audio')).toBeVisible();
  await expect(reader.locator('figure.wp-block-video figcaption')).toHaveText('Cranes & gulls. Harbour TV.');
  await keepPicture(reader, 'wordpress');
});
