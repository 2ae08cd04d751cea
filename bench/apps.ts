import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright';

export const root: string = resolve(import.meta.dirname, '..');

/** A running program with the hook of `hook.cjs` in it. */
export type RunningApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
};

/** Frames as fast as they can be painted: at 60 Hz a key press would be rounded up to the next sixtieth of a second. */
const switches = [
  '--disable-frame-rate-limit',
  '--disable-gpu-vsync',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

/** Starts `path` (a folder with a package.json) in a data folder of its own. */
export const startApp = async (path: string, dataFolder?: string): Promise<RunningApp> => {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'rejoinder-bench-')));
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const app = await electron.launch({
    cwd: root,
    args: [
      '-r',
      join(import.meta.dirname, 'hook.cjs'),
      ...(asRoot ? ['--no-sandbox'] : []),
      ...switches,
      `--user-data-dir=${folder}`,
      path,
    ],
    env: process.env as Record<string, string>,
  });
  const page = await app.firstWindow();
  await page.getByRole('main').waitFor();
  return {
    app,
    page,
    close: async () => {
      await app.close();
      if (dataFolder === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
