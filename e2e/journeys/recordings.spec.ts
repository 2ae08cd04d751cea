import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, keepPicture, test } from '../app.ts';
import { ask, openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { previewSheet } from '../pages/preview-sheet.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { practiceFolder } from '../world/commentary.ts';
import { writePicture } from '../world/pictures.ts';
import { readerAvailable } from '../world/reader.ts';
import { film, writeLongFile, writeSilence } from '../world/recordings.ts';
import { skipUnless } from '../world/skip-unless.ts';

const blog = 'Practice blog';

/** Plays a recording until its clock has moved, and stops it. */
const expectPlays = async (player: Locator): Promise<void> => {
  await player.evaluate(async (it: HTMLMediaElement) => {
    it.muted = true;
    await it.play();
  });
  await expect.poll(() => player.evaluate((it: HTMLMediaElement) => it.currentTime)).toBeGreaterThan(0.2);
  await player.evaluate((it: HTMLMediaElement) => it.pause());
};

test('a video and an audio file come in, play after a restart, and go out to a blog that plays them', async ({
  rejoinder,
  dataFolder,
  page: reader,
}) => {
  skipUnless(readerAvailable());
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await window.newPost();
  await page.keyboard.type('Cranes\nThe port as it looks and sounds.');
  await rejoinder.answerFileDialog([film('cranes.webm')]);
  await rejoinder.menu('Insert', 'Video or audio file…');
  const video = editor.recordings.first();
  const player = video.locator('video');
  await expect(player).toHaveAttribute('width', '160');
  await page.keyboard.type('Cranes at work.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Harbour TV.');
  await expect(editor.caption(video)).toHaveText('Cranes at work.');
  await expect(editor.credit(video)).toHaveText('Harbour TV.');
  await page.keyboard.press('Enter');

  // Six minutes: more than a player reads at once, so that going to its end asks for a part of the file.
  const sound = await writeSilence(dataFolder, 'foghorn.wav', 360);
  await rejoinder.answerFileDialog([sound]);
  await rejoinder.menu('Insert', 'Video or audio file…');
  const audio = editor.recordings.nth(1);
  await expect(audio.locator('audio')).toBeVisible();
  await page.keyboard.type('The foghorn.');
  await rm(sound);
  await expect(audio).toContainText('foghorn.wav');
  await expect(audio).toContainText('Audio file');
  await keepPicture(page, 'recordings');

  await audio.getByText('foghorn.wav').click();
  await editor.tools('Audio file').getByRole('switch', { name: 'Own work' }).click();
  await expect(audio.locator('figcaption')).toHaveAttribute('style', /own work/);

  await rejoinder.relaunch();
  const again = mainWindow(rejoinder.window);
  const [playedVideo, playedAudio] = [
    again.editor.recordings.locator('video'),
    again.editor.recordings.locator('audio'),
  ];
  await expectPlays(playedVideo);
  await playedAudio.evaluate((it: HTMLMediaElement) => {
    it.currentTime = 350;
  });
  await expect.poll(() => playedAudio.evaluate((it: HTMLMediaElement) => it.seeking)).toBe(false);
  await expectPlays(playedAudio);
  expect(await playedAudio.evaluate((it: HTMLMediaElement) => it.currentTime)).toBeGreaterThan(350);

  const preview = previewSheet(rejoinder.window);
  await preview.open();
  await expectPlays(preview.content.locator('video'));
  await keepPicture(rejoinder.window, 'preview');
  await rejoinder.window.keyboard.press('Escape');

  const publish = publishSheet(rejoinder.window);
  for (const time of ['first', 'second']) {
    await publish.open();
    if (time === 'first') await publish.leaveMusts();
    await rejoinder.window.keyboard.press('ControlOrMeta+Enter');
    await expect(publish.state(blog)).toHaveText('Published');
    await publish.done.click();
  }
  const { id } = await openPost(rejoinder.window);
  const [publication] = await ask(rejoinder.window, 'posts', 'publications', { id });
  await reader.goto(publication?.link ?? '');
  const article = reader.getByRole('article');
  await expectPlays(article.locator('video'));
  await expectPlays(article.locator('audio'));
  await expect(article).toContainText('Cranes at work. Harbour TV.');
  await keepPicture(reader, 'published');
  expect(await readdir(join(practiceFolder(rejoinder), 'media'))).toHaveLength(2);
});

/** Whether a picture that a player shows before it is played is there, and how wide it is. */
const posterWidth = (player: Locator): Promise<number> =>
  player.evaluate(async (it: HTMLVideoElement) => {
    const picture = new Image();
    picture.src = it.poster;
    await picture.decode();
    return picture.naturalWidth;
  });

test('a video shows the moment that was chosen for it, here and on the blog, and has its words written below it', async ({
  rejoinder,
  dataFolder,
  page: reader,
}) => {
  skipUnless(readerAvailable());
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await window.newPost();
  await page.keyboard.type('Cranes\nThe port as it looks.');
  await rejoinder.answerFileDialog([film('cranes.webm')]);
  await rejoinder.menu('Insert', 'Video or audio file…');
  const video = editor.recordings.first();
  const player = video.locator('video');
  await expect(player).toHaveAttribute('width', '160');
  await page.keyboard.type('Cranes at work.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Harbour TV.');
  await expect(video).toContainText('cranes.webm');
  await player.evaluate((it: HTMLVideoElement) => {
    it.currentTime = 1;
  });
  await expect.poll(() => player.evaluate((it: HTMLVideoElement) => it.seeking)).toBe(false);
  await rejoinder.menu('Format', 'Card, video or audio', 'Poster from this moment');
  await expect(player).toHaveAttribute('poster', /^media:\/\/library\/[0-9a-f]{64}$/);
  expect(await posterWidth(player)).toBe(160);
  const moment = await player.getAttribute('poster');

  await window.press('Ctrl+Z');
  await expect(player).toHaveAttribute('poster', '');
  await video.getByText('cranes.webm').click();
  const tools = editor.tools('Video file');
  await keepPicture(page, 'video-tools');
  await player.evaluate((it: HTMLVideoElement) => {
    it.currentTime = 0;
  });
  await tools.getByRole('button', { name: 'Show this moment before it is played' }).click();
  await expect(player).toHaveAttribute('poster', /^media:/);
  expect(await player.getAttribute('poster')).not.toBe(moment);
  await tools.getByRole('button', { name: 'Remove poster' }).click();
  await expect(player).toHaveAttribute('poster', '');
  await rejoinder.answerFileDialog([await writePicture(dataFolder, 'quay.png')]);
  await tools.getByRole('button', { name: 'Poster from a picture file…' }).click();
  await expect(player).toHaveAttribute('poster', /^media:/);

  await tools.getByRole('button', { name: 'Transcript' }).click();
  await page.keyboard.type('A driver says: we begin at four.');
  await expect(editor.text.getByRole('note')).toHaveText(/Transcript.*A driver says: we begin at four\./s);
  await keepPicture(page, 'transcript');

  const preview = previewSheet(page);
  await preview.open();
  await expect(preview.content.locator('video')).toHaveAttribute('poster', /^media:/);
  await keepPicture(page, 'poster-preview');
  await page.keyboard.press('Escape');
  const publish = publishSheet(page);
  await publish.open();
  await publish.leaveMusts();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(publish.state(blog)).toHaveText('Published');
  await publish.done.click();
  const { id } = await openPost(page);
  const [publication] = await ask(page, 'posts', 'publications', { id });
  await reader.goto(publication?.link ?? '');
  expect(await posterWidth(reader.getByRole('article').locator('video'))).toBeGreaterThan(0);
  await keepPicture(reader, 'poster-published');
  expect(await readdir(join(practiceFolder(rejoinder), 'media'))).toHaveLength(2);
});

test('what browsers do not play is refused with advice, and a large file is cancelled on its way', async ({
  rejoinder,
  dataFolder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await window.newPost();
  await page.keyboard.type('Refused\nNothing comes in.');
  await editor.dropFiles(editor.paragraphs('summary').first(), { 'old.avi': Buffer.from('RIFF\0\0\0\0AVI LIST') });
  await expect(window.alerts).toContainText('“old.avi” is in a format that not all browsers play: AVI.');
  await expect(window.alerts).toContainText('Convert it to MP4');

  await rejoinder.answerFileDialog([await writeLongFile(dataFolder, 'endless.wav', 900_000_000)]);
  await rejoinder.menu('Insert', 'Video or audio file…');
  const progress = page.getByRole('progressbar', { name: 'Copying “endless.wav” into the library' });
  await progress.waitFor();
  await keepPicture(page, 'taking');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toBeHidden();
  await expect(editor.recordings).toHaveCount(0);
  expect(await readdir(join(dataFolder, 'media', 'incoming'))).toEqual([]);
});

test.describe('a film', () => {
  // The player asks for it all the same.
  test.use({ forgiven: /ERR_FILE_NOT_FOUND/ });

  test('a dropped film is one undo step, is replaced with its words kept, and says so when its file is gone', async ({
    rejoinder,
    dataFolder,
  }) => {
    const page = await rejoinder.launch();
    const window = mainWindow(page);
    const { editor } = window;
    await window.newPost();
    await page.keyboard.type('Dropped\nThe port.');
    await editor.dropFiles(editor.paragraphs('summary').first(), {
      'cranes.webm': await readFile(film('cranes.webm')),
    });
    await expect(editor.recordings).toHaveCount(1);
    await window.press('Ctrl+Z');
    await expect(editor.recordings).toHaveCount(0);
    await window.press('Ctrl+Shift+Z');
    await expect(editor.recordings).toHaveCount(1);
    const recording = editor.recordings.first();
    await editor.caption(recording).click();
    await page.keyboard.type('Cranes.');

    await recording.getByText('cranes.webm').click();
    await keepPicture(page, 'selected');
    await rejoinder.answerFileDialog([film('cranes.mp4')]);
    await editor.tools('Video file').getByRole('button', { name: 'Replace…' }).click();
    await expect(recording).toContainText('cranes.mp4');
    await expect(editor.caption(recording)).toHaveText('Cranes.');
    await expectPlays(recording.locator('video'));

    await rejoinder.quit();
    for (const name of await readdir(join(dataFolder, 'media'), { recursive: true })) {
      if (name.endsWith('.mp4')) await rm(join(dataFolder, 'media', name));
    }
    const later = mainWindow(await rejoinder.launch());
    await expect(later.editor.recordings.first()).toContainText('no longer on this computer');
    await keepPicture(rejoinder.window, 'missing');
    await expect(later.editor.caption(later.editor.recordings.first())).toHaveText('Cranes.');
  });
});
