import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');

/** The built application on the real Electron, with a data folder of its own that outlives restarts and kills. */
export class Rejoinder {
  readonly dataFolder: string;
  readonly #env: Record<string, string>;
  readonly #complaints: string[] = [];
  #app: ElectronApplication | undefined;
  #window: Page | undefined;

  constructor(dataFolder: string, env: Record<string, string> = {}) {
    this.dataFolder = dataFolder;
    this.#env = env;
  }

  get app(): ElectronApplication {
    if (!this.#app) throw new Error('The application is not running.');
    return this.#app;
  }

  get window(): Page {
    if (!this.#window) throw new Error('The application is not running.');
    return this.#window;
  }

  /** What the window threw or wrote to its console as an error, over all launches. A clean run has none. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }

  /**
   * Starts it and waits until the window is whole: what stands around the post comes a few frames after it. Of the arguments those
   * that are no switches are for the app, as a system hands them over.
   */
  async launch(args: readonly string[] = []): Promise<Page> {
    const isSwitch = (arg: string, at: number): boolean => arg.startsWith('-') || args[at - 1] === '-r';
    const switches = args.filter(isSwitch);
    const handed = args.filter((arg, at) => !isSwitch(arg, at));
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
    this.#app = await electron.launch({
      cwd: root,
      args: [
        ...['-r', join(import.meta.dirname, 'world', 'loopback-only.cjs')],
        ...(asRoot ? ['--no-sandbox'] : []),
        `--user-data-dir=${this.dataFolder}`,
        ...switches,
        root,
        ...handed,
      ],
      env: { ...(process.env as Record<string, string>), REJOINDER_LOG: 'error', ...this.#env },
    });
    this.#window = await this.#app.firstWindow();
    this.#window.on('pageerror', (error) => this.#complaints.push(error.stack ?? error.message));
    this.#window.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.push(message.text());
    });
    // A sheet that is open from the start lies over both.
    await this.#window.getByRole('main', { includeHidden: true }).waitFor();
    await this.#window.getByRole('toolbar', { name: 'Toolbar', includeHidden: true }).waitFor();
    return this.#window;
  }

  /** Quits as a person does; resolves when the process is gone. */
  async quit(): Promise<void> {
    const app = this.#app;
    if (!app) return;
    const process = app.process();
    const gone = process.exitCode === null && process.signalCode === null ? once(process, 'exit') : undefined;
    await app.close();
    await gone;
    this.#app = undefined;
    this.#window = undefined;
  }

  /** `kill -9` to the main process, as a power cut would be; its children follow it. */
  async kill(): Promise<void> {
    const process = this.app.process();
    const gone = once(process, 'exit');
    process.kill('SIGKILL');
    await gone;
    await this.#app?.close().catch(() => undefined);
    this.#app = undefined;
    this.#window = undefined;
  }

  async relaunch(args: readonly string[] = []): Promise<Page> {
    await this.quit();
    return this.launch(args);
  }

  /** Answers the system's file dialog, which no test can drive, with these files. */
  async answerFileDialog(paths: readonly string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
    }, paths);
  }

  /** Answers the system's dialog for saving a file with this path, or closes it. */
  async answerSaveDialog(filePath: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: path === null, filePath: path ?? '' });
    }, filePath);
  }

  /**
   * Takes the place of the system's print dialog, which no test can drive: what would be printed is kept as a PDF. Answers
   * the way to the PDFs, in base64.
   */
  async capturePrints(): Promise<() => Promise<string[]>> {
    await this.app.evaluate(({ app }) => {
      const prints: string[] = [];
      (globalThis as { prints?: string[] }).prints = prints;
      app.on('web-contents-created', (_event, contents) => {
        contents.print = (_options, done) => {
          void contents.printToPDF({}).then((pdf) => {
            prints.push(pdf.toString('base64'));
            done?.(true, '');
          });
        };
      });
    });
    return () => this.app.evaluate(() => (globalThis as { prints?: string[] }).prints ?? []);
  }

  /** The names of other computers that the app asked for since it was started. */
  async lookedUp(): Promise<readonly string[]> {
    return this.app.evaluate(() => [...((globalThis as { lookedUp?: readonly string[] }).lookedUp ?? [])]);
  }

  /** Puts text on the clipboard, as another program would. */
  async copyText(text: string): Promise<void> {
    await this.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
  }

  /** Puts text on the clipboard with its HTML, as a browser would. */
  async copyHtml(html: string, text: string): Promise<void> {
    await this.app.evaluate(
      async ({ clipboard, ClipboardItem }, copied) => {
        // The way of the runtimes before Electron 45, which know no items.
        const older: { write: (data: { html: string; text: string }) => unknown; readHTML?: unknown } =
          clipboard as never;
        if (older.readHTML) older.write(copied);
        else await clipboard.write([new ClipboardItem({ 'text/html': copied.html, 'text/plain': copied.text })]);
      },
      { html, text },
    );
  }

  /** Hands an argument to the running app, as the system does with a link: by a second start, which ends at once. */
  async handOver(argument: string): Promise<void> {
    const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
    const args = [...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${this.dataFolder}`, root, argument];
    await once(spawn(this.app.process().spawnfile, args, { stdio: 'ignore' }), 'exit');
  }

  /** Puts a PNG on the clipboard, as another program would. */
  async copyPicture(png: Buffer): Promise<void> {
    await this.app.evaluate(async ({ clipboard, ClipboardItem, nativeImage }, encoded) => {
      const bytes = Buffer.from(encoded, 'base64');
      // The way of the runtimes before Electron 45, which know no items.
      const older: typeof clipboard & { writeImage?: (image: Electron.NativeImage) => void } = clipboard;
      if (older.writeImage) older.writeImage(nativeImage.createFromBuffer(bytes));
      else await clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
    }, png.toString('base64'));
  }

  /** Collects the addresses the app opens in the system's browser instead of opening them. */
  async captureBrowser(): Promise<() => Promise<string[]>> {
    await this.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      (globalThis as { openedAddresses?: string[] }).openedAddresses = opened;
      shell.openExternal = (url) => {
        opened.push(url);
        return Promise.resolve();
      };
      shell.openPath = (path) => {
        opened.push(path);
        return Promise.resolve('');
      };
    });
    return () => this.app.evaluate(() => (globalThis as { openedAddresses?: string[] }).openedAddresses ?? []);
  }

  /** Chooses an item of the native menu bar by its labels, as a mouse would. */
  async menu(...labels: readonly string[]): Promise<void> {
    // The menu learns a moment later than the window what can run now.
    await expect(() => this.#chooseInMenu(labels)).toPass({ timeout: 15_000 });
  }

  #chooseInMenu(labels: readonly string[]): Promise<void> {
    return this.app.evaluate(async ({ Menu, BrowserWindow }, path) => {
      let items = Menu.getApplicationMenu()?.items ?? [];
      for (const [depth, label] of path.entries()) {
        const item = items.find((it) => it.label.replace('&', '') === label);
        if (!item) throw new Error(`No menu item ${path.slice(0, depth + 1).join(' › ')}`);
        if (depth === path.length - 1) {
          if (!item.enabled) throw new Error(`The menu item ${path.join(' › ')} is disabled`);
          const [window] = BrowserWindow.getAllWindows();
          item.click(undefined, window, window?.webContents);
          // The command goes to the window as a message, and the next key by another way: this comes behind the message.
          await window?.webContents.executeJavaScript('new Promise((resolve) => setTimeout(resolve))');
          return;
        }
        items = item.submenu?.items ?? [];
      }
    }, labels);
  }
}

/** Keeps a picture of the page among the test's results, for people to look at. */
export const keepPicture = async (page: Page, name: string, options: { readonly fullPage?: boolean } = {}) => {
  await page.screenshot({ path: base.info().outputPath(`${name}.png`), ...options });
};

/** Fails when the app wrote an error to its own log in this data folder. */
export const expectCleanLog = async (dataFolder: string): Promise<void> => {
  const log = await readFile(join(dataFolder, 'log', 'main.log'), 'utf8').catch(() => '');
  expect(log.split('\n').filter((line) => line.includes('[error]'))).toEqual([]);
};

type World = {
  readonly dataFolder: string;
  readonly rejoinder: Rejoinder;
  /** Errors on the window's console that are meant to be there. */
  readonly forgiven: RegExp | null;
};

/** Each test gets a data folder of its own and an application that is gone when the test ends. */
export const test = base.extend<World>({
  forgiven: [null, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  dataFolder: async ({}, use, testInfo) => {
    const folder = await mkdtemp(join(tmpdir(), 'rejoinder-e2e-'));
    await use(folder);
    const log = join(folder, 'log', 'main.log');
    if (testInfo.status !== testInfo.expectedStatus && existsSync(log))
      await testInfo.attach('main.log', { path: log });
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  rejoinder: async ({ dataFolder, forgiven }, use) => {
    const rejoinder = new Rejoinder(dataFolder);
    await use(rejoinder);
    await rejoinder.quit();
    const complaints = rejoinder.complaints.filter((it) => !forgiven?.test(it));
    expect(complaints, 'errors in the window').toEqual([]);
  },
});

export { expect };
