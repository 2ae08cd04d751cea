import { copyFile, truncate, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, type Rejoinder, test } from '../app.ts';
import { type MainWindow, mainWindow } from '../pages/main-window.ts';
import { png } from '../world/pictures.ts';

const mediaFixtures = resolve(import.meta.dirname, '..', '..', 'electron', 'main', 'media', 'fixtures');

const words = 'The harbour closes on Sunday.';

/** A new post with words in it and the caret behind them. */
const writing = async (rejoinder: Rejoinder): Promise<MainWindow> => {
  const window = mainWindow(await rejoinder.launch());
  await window.newPost();
  await window.page.keyboard.type(`Ferries\n${words}`);
  return window;
};

/** The words as they were written, and no picture or video. */
const expectUntouched = async ({ editor }: MainWindow): Promise<void> => {
  await expect(editor.paragraphs('summary')).toHaveText([words]);
  await expect(editor.figures).toHaveCount(0);
  await expect(editor.videos).toHaveCount(0);
};

/** Files that are not what they are called, with the sentence and the next step that each gets. */
const files = {
  'is larger than 50 MB': {
    name: 'huge.png',
    next: 'Make a smaller copy of it',
    // A sparse file: half a gigabyte that takes no room.
    write: async (path: string) => {
      await writeFile(path, png());
      await truncate(path, 500_000_000);
    },
  },
  'is damaged and cannot be opened': {
    name: 'cut-off.png',
    next: 'save it anew, and insert that file',
    write: (path: string) => writeFile(path, png().subarray(0, 2000)),
  },
  'is in HEIC': {
    name: 'phone.heic',
    next: 'export it as JPEG',
    write: (path: string) => copyFile(join(mediaFixtures, 'phone.heic'), path),
  },
  'is an SVG drawing': {
    name: 'drawing.svg',
    next: 'Export it as PNG',
    write: (path: string) => copyFile(join(mediaFixtures, 'drawing.svg'), path),
  },
  'is no picture that blogs can show': {
    name: 'letter.png',
    next: 'Use a JPEG, PNG, GIF, WebP or AVIF file',
    write: (path: string) => writeFile(path, 'Dear Sir or Madam,\n'),
  },
} as const;

for (const [sentence, { name, next, write }] of Object.entries(files)) {
  test(`a picture file that ${sentence} says so, and the post stays as it is`, async ({ rejoinder, dataFolder }) => {
    const window = await writing(rejoinder);
    const path = join(dataFolder, name);
    await write(path);
    await rejoinder.answerFileDialog([path]);
    await window.press('Ctrl+J');
    const message = window.messages.getByRole('alert');
    await expect(message).toContainText(sentence);
    await expect(message).toContainText(name);
    await expect(message).toContainText(next);
    await expectUntouched(window);
    await window.page.keyboard.type(' More.');
    await rejoinder.relaunch();
    await expect(mainWindow(rejoinder.window).editor.paragraphs('summary')).toHaveText([`${words} More.`]);
  });
}

test('good pictures go in although a bad one was chosen with them', async ({ rejoinder, dataFolder }) => {
  const window = await writing(rejoinder);
  const [good, bad] = ['good.png', 'bad.png'].map((name) => join(dataFolder, name)) as [string, string];
  await writeFile(good, png());
  await writeFile(bad, '');
  await rejoinder.answerFileDialog([bad, good]);
  await window.press('Ctrl+J');
  await expect(window.editor.figures).toHaveCount(1);
  await expect(window.messages.getByRole('alert')).toContainText('bad.png');
});

test('a file that vanished before it was read says so', async ({ rejoinder, dataFolder }) => {
  const window = await writing(rejoinder);
  await rejoinder.answerFileDialog([join(dataFolder, 'gone.png')]);
  await window.press('Ctrl+J');
  await expect(window.messages.getByRole('alert')).toContainText('gone.png');
  await expectUntouched(window);
});

test('an address of a video that is none says so and stays to be corrected', async ({ rejoinder }) => {
  const window = await writing(rejoinder);
  await rejoinder.menu('Insert', 'Video or post…');
  const panel = window.editor.panel('Insert a video or post');
  const address = panel.getByRole('textbox');
  for (const wrong of ['a film', 'harbour', 'javascript:alert(1)', 'https://me:secret@example.org/film']) {
    await address.fill(wrong);
    await panel.getByRole('button', { name: 'Insert' }).click();
    await expect(panel).toContainText('This is no web address.');
    await expect(panel).toContainText('copy its address from there');
  }
  await expectUntouched(window);
  await address.fill('https://youtu.be/aqz-KE-bpKQ');
  await panel.getByRole('button', { name: 'Insert' }).click();
  await expect(window.editor.videos).toHaveCount(1);
});
