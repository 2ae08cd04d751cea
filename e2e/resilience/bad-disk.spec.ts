import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect, Rejoinder } from '../app.ts';
import { openPost } from '../pages/contract.ts';
import { type MainWindow, mainWindow } from '../pages/main-window.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

/** The data folder is a disk of its own, of 64 MB. */
const test = base.extend<{ disk: SmallDisk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  disk: async ({}, use, testInfo) => {
    const disk = await mountSmallDisk(64_000_000);
    if (typeof disk === 'string') return testInfo.skip(true, disk);
    await use(disk);
    await disk.unmount();
  },
  rejoinder: async ({ disk }, use) => {
    const rejoinder = new Rejoinder(disk.folder);
    await use(rejoinder);
    await rejoinder.kill();
  },
});

/** Leaves no byte on the disk, and answers the file that takes them. */
const fill = async ({ folder }: SmallDisk, name = 'ballast'): Promise<string> => {
  const ballast = join(folder, name);
  const { bavail, bsize } = await statfs(folder);
  await writeFile(ballast, Buffer.alloc(bavail * bsize));
  await writeFile(ballast, Buffer.alloc(bsize), { flag: 'a' }).catch(() => undefined);
  return ballast;
};

/** More words than could find room in what is left of a page. */
const typedWhileFull = Array.from({ length: 400 }, (_, at) => `Word ${at} typed while it was full.`).join(' ');

const post = async (window: MainWindow): Promise<void> => {
  await window.newPost();
  await window.page.keyboard.type('Ferries\nWritten before.');
  await expect.poll(async () => JSON.stringify((await openPost(window.page)).document)).toContain('Written before.');
};

test('words typed on a full disk stay in the window, are said to, and are saved when there is room', async ({
  rejoinder,
  disk,
}) => {
  const window = mainWindow(await rejoinder.launch());
  await post(window);
  const ballast = await fill(disk);
  await window.page.keyboard.insertText(` ${typedWhileFull}`);
  const message = window.messages.getByRole('alert');
  await expect(message).toContainText('The disk is full, so the last words could not be saved.');
  await expect(message).toContainText('They are still in this window.');
  await expect(message).toContainText('Free some space');
  await expect(window.saving).toHaveText('Not saved yet');
  await rm(ballast);
  await expect(window.saving).toHaveText('', { timeout: 30_000 });
  await rejoinder.kill();

  await rejoinder.launch();
  const { editor } = mainWindow(rejoinder.window);
  await expect(editor.paragraphs('summary')).toContainText(typedWhileFull);
});

test('quitting on a full disk asks before words are lost, and loses none when the writer stays', async ({
  rejoinder,
  disk,
}) => {
  const window = mainWindow(await rejoinder.launch());
  await post(window);
  const ballast = await fill(disk);
  await window.page.keyboard.insertText(` ${typedWhileFull}`);
  await expect(window.saving).toHaveText('Not saved yet');
  const asked = rejoinder.app.evaluate(
    ({ app, dialog }) =>
      new Promise<Electron.MessageBoxOptions>((resolve) => {
        dialog.showMessageBox = (...given: readonly unknown[]) => {
          resolve(given.at(-1) as Electron.MessageBoxOptions);
          return Promise.resolve({ response: 0, checkboxChecked: false });
        };
        app.quit();
      }),
  );
  expect(await asked).toMatchObject({
    message: 'The last words could not be saved.',
    buttons: ['Stay', 'Quit and lose them'],
  });
  await rm(ballast);
  await expect(window.saving).toHaveText('', { timeout: 30_000 });
  await rejoinder.relaunch();
  const { editor } = mainWindow(rejoinder.window);
  await expect(editor.paragraphs('summary')).toContainText(typedWhileFull);
});

test('an app started on a full disk shows every post, and writes again when there is room', async ({
  rejoinder,
  disk,
}) => {
  await post(mainWindow(await rejoinder.launch()));
  await rejoinder.quit();
  const ballast = [await fill(disk)];
  const window = mainWindow(await rejoinder.launch());
  await expect(window.editor.paragraphs('summary')).toHaveText(['Written before.']);
  await window.editor.text.getByText('Written before.').click();
  await window.page.keyboard.press('End');
  await window.page.keyboard.insertText(` ${typedWhileFull}`);
  // The engine throws away old files of its own while it starts and soon after: that room is filled as well.
  await expect(async () => {
    ballast.push(await fill(disk, `more-ballast-${ballast.length}`));
    await window.page.keyboard.type('.');
    await expect(window.saving).toHaveText('Not saved yet', { timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  await expect(window.messages.getByRole('alert').first()).toContainText('The disk is full');
  for (const file of ballast) await rm(file);
  await expect(window.saving).toHaveText('', { timeout: 30_000 });
  await rejoinder.relaunch();
  const { editor } = mainWindow(rejoinder.window);
  await expect(editor.paragraphs('summary')).toContainText(typedWhileFull);
});

test('on a read-only disk every post can be read, and writing goes on once it can be written', async ({
  rejoinder,
  disk,
}) => {
  await post(mainWindow(await rejoinder.launch()));
  await rejoinder.quit();
  await disk.remount('ro');
  const window = mainWindow(await rejoinder.launch());
  await expect(window.editor.paragraphs('summary')).toHaveText(['Written before.']);
  const message = window.messages.getByRole('alert').first();
  await expect(message).toContainText('The folder with your posts cannot be written to.');
  await expect(message).toContainText('Make the folder writable');
  await window.editor.text.getByText('Written before.').click();
  await window.page.keyboard.press('End');
  await window.page.keyboard.type(' Typed while it was read-only.');
  await expect(window.saving).toHaveText('Not saved yet');
  await disk.remount('rw');
  await expect(window.saving).toHaveText('', { timeout: 30_000 });
  await rejoinder.relaunch();
  const { editor } = mainWindow(rejoinder.window);
  await expect(editor.paragraphs('summary')).toHaveText(['Written before. Typed while it was read-only.']);
});
