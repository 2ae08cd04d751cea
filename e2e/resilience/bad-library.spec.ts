import { copyFile, mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Rejoinder, test } from '../app.ts';
import { ask, openPost } from '../pages/contract.ts';
import { type MainWindow, mainWindow } from '../pages/main-window.ts';

const libraryFile = (folder: string): string => join(folder, 'library.sqlite');

/** A post in the editor that says so, on disk. */
const post = async (rejoinder: Rejoinder, headline: string): Promise<MainWindow> => {
  const window = mainWindow(rejoinder.window);
  await window.newPost();
  await window.page.keyboard.type(`${headline}\nWords of ${headline}.`);
  await expect
    .poll(async () => JSON.stringify((await openPost(window.page)).document))
    .toContain(`Words of ${headline}.`);
  return window;
};

/** Overwrites a part of a file, from the front (0) to the end (1), with nonsense. */
const damage = async (file: string, from: number, to: number): Promise<void> => {
  const { size } = await stat(file);
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(Math.ceil(size * (to - from)), 0xa5), 0, undefined, Math.floor(size * from));
  await handle.close();
};

/** The library as it is after an orderly end, as one of its own backups. */
const keepBackup = async (folder: string): Promise<void> => {
  await mkdir(join(folder, 'backups'), { recursive: true });
  await copyFile(libraryFile(folder), join(folder, 'backups', 'library-2026-05-14T08-04-05-123Z.sqlite'));
};

const setAside = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => /^library\.sqlite\.corrupt-[^.]+$/.test(name));

test('a library that was overwritten is set aside, and the newest backup takes its place', async ({
  rejoinder,
  dataFolder,
}) => {
  await rejoinder.launch();
  await post(rejoinder, 'Ferries');
  await rejoinder.quit();
  await keepBackup(dataFolder);
  await rejoinder.launch();
  await post(rejoinder, 'Trams');
  await rejoinder.quit();
  await damage(libraryFile(dataFolder), 0, 1);
  const damaged = await readFile(libraryFile(dataFolder));

  const window = mainWindow(await rejoinder.launch());
  const message = window.messages.getByRole('alert');
  await expect(message).toContainText('replaced by the newest backup');
  await expect(message).toContainText('2 of your posts');
  await expect(message).toContainText('Look through your newest posts');
  const [aside = ''] = await setAside(dataFolder);
  await expect(message).toContainText(aside);
  expect(await readFile(join(dataFolder, aside))).toEqual(damaged);
  await window.library.open('Ferries');
  await expect(window.editor.paragraphs('summary')).toHaveText(['Words of Ferries.']);

  await rejoinder.relaunch();
  await mainWindow(rejoinder.window).library.row('Ferries').waitFor();
  await expect(mainWindow(rejoinder.window).alerts).toHaveCount(0);
  expect(await setAside(dataFolder)).toEqual([aside]);
});

test('a damaged page costs no post that can still be read', async ({ rejoinder, dataFolder }) => {
  await rejoinder.launch();
  for (const headline of ['Ferries', 'Trams', 'Trains']) await post(rejoinder, headline);
  await rejoinder.quit();
  // The list of tables stays, and so do the first posts.
  await damage(libraryFile(dataFolder), 0.9, 1);
  const window = mainWindow(await rejoinder.launch());
  await expect(window.messages.getByRole('alert')).toContainText('The library file was damaged');
  for (const headline of ['Ferries', 'Trams', 'Trains']) {
    await window.library.open(headline);
    await expect(window.editor.paragraphs('summary')).toHaveText([`Words of ${headline}.`]);
  }
});

test('a library that is damaged while it is in use says to restart, and the restart repairs it', async ({
  rejoinder,
  dataFolder,
}) => {
  await rejoinder.launch();
  await post(rejoinder, 'Ferries');
  await rejoinder.quit();
  await keepBackup(dataFolder);
  const window = mainWindow(await rejoinder.launch());
  await window.editor.text.waitFor();
  await damage(libraryFile(dataFolder), 0, 1);
  await expect
    .poll(async () => {
      await window.library.search.fill(`Ferries ${Math.random()}`);
      return window.alerts.filter({ hasText: 'restart Rejoinder' }).count();
    })
    .toBeGreaterThan(0);
  await rejoinder.kill();
  const repaired = mainWindow(await rejoinder.launch());
  await expect(repaired.messages.getByRole('alert')).toContainText('replaced by the newest backup');
  await expect(repaired.library.row('Ferries')).toHaveCount(1);
});

test('unreadable settings are kept beside new ones, and every post is there', async ({ rejoinder, dataFolder }) => {
  await rejoinder.launch();
  await post(rejoinder, 'Ferries');
  await ask(rejoinder.window, 'settings', 'set', { theme: 'dark' });
  await rejoinder.quit();
  const broken = '{ "settings": { "theme": "dar';
  await writeFile(join(dataFolder, 'settings.json'), broken);

  const window = mainWindow(await rejoinder.launch());
  const message = window.messages.getByRole('alert');
  await expect(message).toContainText('The settings could not be read');
  await expect(message).toContainText('Choose theme and font again in Settings.');
  const kept = (await readdir(dataFolder)).filter((name) => name.startsWith('settings.json.broken-'));
  expect(kept).toHaveLength(1);
  expect(await readFile(join(dataFolder, kept[0] ?? ''), 'utf8')).toBe(broken);
  await window.library.open('Ferries');
  await expect(window.editor.paragraphs('summary')).toHaveText(['Words of Ferries.']);
  await rejoinder.relaunch();
  await mainWindow(rejoinder.window).library.row('Ferries').waitFor();
  await expect(mainWindow(rejoinder.window).alerts).toHaveCount(0);
});
