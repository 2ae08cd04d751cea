import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';

const root = resolve(import.meta.dirname, '..', '..');

test('starting the app again in mid-sentence loses nothing and opens no second window', async ({
  rejoinder,
  dataFolder,
}) => {
  const { page, newPost, editor } = mainWindow(await rejoinder.launch());
  await newPost();
  await page.keyboard.type('Ferries\nThe harbour ');
  await rejoinder.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const args = [...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${dataFolder}`, root];
  for (let start = 0; start < 2; start += 1) {
    const second = spawn(rejoinder.app.process().spawnfile, args, { stdio: 'ignore' });
    expect(await once(second, 'exit')).toEqual([0, null]);
  }
  await expect
    .poll(() =>
      rejoinder.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((it) => it.isMinimized())),
    )
    .toEqual([false]);
  await page.keyboard.type('closes on Sunday.');
  await expect(editor.paragraphs('summary')).toHaveText(['The harbour closes on Sunday.']);
  await rejoinder.kill();
  await rejoinder.launch();
  const again = mainWindow(rejoinder.window);
  await expect(again.editor.headline).toHaveText('Ferries');
  await expect(again.editor.paragraphs('summary')).toContainText('The harbour');
  await expect(again.library.row('Ferries')).toHaveCount(1);
});
