import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Rejoinder } from './app.ts';
import { ask } from './pages/contract.ts';
import { mainWindow } from './pages/main-window.ts';
import { publishSheet } from './pages/publish-sheet.ts';

/*
 * Makes the README's pictures from the built app with its example post, the same on every machine: a data folder of
 * their own, one window size, no blinking caret.
 */
const into = resolve(import.meta.dirname, '..', 'assets', 'screenshots');
const dataFolder = await mkdtemp(join(tmpdir(), 'rejoinder-screenshots-'));
const rejoinder = new Rejoinder(dataFolder);
try {
  await mkdir(into, { recursive: true });
  const page = await rejoinder.launch();
  const { editor, library } = mainWindow(page);
  await rejoinder.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await library.row('Example').waitFor();
  await editor.picture(editor.figures.first()).waitFor();

  const take = async (name: string): Promise<void> => {
    await page.evaluate(async () => {
      await document.fonts.ready;
      await Promise.all([...document.images].filter((it) => !it.complete).map((it) => it.decode()));
      await Promise.all(document.getAnimations().map((it) => it.finished.catch(() => undefined)));
    });
    const path = join(into, `${name}.png`);
    await page.screenshot({ path, caret: 'hide' });
    console.log(path);
  };
  const inTheme = async (theme: 'light' | 'dark'): Promise<void> => {
    await ask(page, 'settings', 'set', { theme });
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
  };

  await inTheme('dark');
  await take('dark');
  await inTheme('light');
  await take('light');
  const publish = publishSheet(page);
  await publish.open();
  await publish.confirm('Publish to Practice blog').and(page.locator(':enabled')).waitFor();
  await take('publish');
} finally {
  await rejoinder.quit();
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
}
