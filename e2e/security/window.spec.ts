import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test as base, expect, Rejoinder } from '../app.ts';
import { ask } from '../pages/contract.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** These tests do what is forbidden, and the window complains of it in its console. */
const test = base.extend<{ rejoinder: Rejoinder }>({
  rejoinder: async ({ dataFolder }, use) => {
    const rejoinder = new Rejoinder(dataFolder);
    await use(rejoinder);
    await rejoinder.quit();
  },
});

test('the page has the calls of the contract and nothing of Node or Electron', async ({ rejoinder }) => {
  const window = await rejoinder.launch();
  const reach = await window.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
    bridge: Object.keys(globalThis.window.rejoinder ?? {}).sort(),
  }));
  expect(reach).toEqual({
    globals: [],
    bridge: [
      'app',
      'blogs',
      'embeds',
      'links',
      'media',
      'on',
      'outbox',
      'posts',
      'printing',
      'recordings',
      'settings',
      'sources',
      'spelling',
      'templates',
    ],
  });
});

test('nothing leads the window away, and what is no web address is not opened', async ({ rejoinder }) => {
  const window = await rejoinder.launch();
  const opened = await rejoinder.captureBrowser();
  const address = window.url();
  await window.evaluate(() => {
    globalThis.window.open('https://example.org/opened');
    globalThis.window.open('file:///etc/passwd');
    globalThis.window.open('javascript:void 0');
    globalThis.window.location.href = 'https://example.org/navigated';
  });
  for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'app://rejoinder/']) {
    await expect(ask(window, 'app', 'openLink', { url })).rejects.toThrow('app/bad-request');
  }
  await ask(window, 'app', 'openLink', { url: 'https://example.org/asked' });
  expect(await opened()).toEqual(['https://example.org/opened', 'https://example.org/asked']);
  expect(window.url()).toBe(address);
  expect(rejoinder.app.windows()).toHaveLength(1);
});

test('no script or frame but our own runs, and no request leaves the page', async ({ rejoinder }) => {
  const window = await rejoinder.launch();
  const ran = await window.evaluate(async () => {
    const refusals: string[] = [];
    const all = new Promise<void>((done) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        if (refusals.push(event.effectiveDirective) === 3) done();
      });
    });
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    document.body.append(script);
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.body.append(frame);
    const fetched = await fetch('https://example.org/').catch(() => 'refused');
    const outside = await fetch('/..%2f..%2fpackage.json').catch(() => 'not there');
    await all;
    script.remove();
    frame.remove();
    return { injected: 'injected' in globalThis, fetched, outside, refusals: refusals.sort() };
  });
  expect(ran).toEqual({
    injected: false,
    fetched: 'refused',
    outside: 'not there',
    refusals: ['connect-src', 'frame-src', 'script-src-elem'],
  });
});

test('permissions are refused', async ({ rejoinder }) => {
  const window = await rejoinder.launch();
  const answers = await window.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    clipboard: await navigator.clipboard.readText().catch((error: DOMException) => error.name),
    place: (await navigator.permissions.query({ name: 'geolocation' })).state,
  }));
  expect(answers).toEqual({ notifications: 'denied', clipboard: 'NotAllowedError', place: 'denied' });
});

test('a call with input that does not fit is answered and changes nothing', async ({ rejoinder }) => {
  const window = await rejoinder.launch();
  const theme = { theme: 'shocking' } as unknown as { theme: 'dark' };
  await expect(ask(window, 'settings', 'set', theme)).rejects.toThrow('app/bad-request');
  expect((await ask(window, 'settings', 'get')).theme).toBe('system');
});

test('pictures are shown by their hash, and an unknown one is not there', async ({ rejoinder, dataFolder }) => {
  const window = await rejoinder.launch();
  const load = (address: string): Promise<number> =>
    window.evaluate(
      (src) =>
        new Promise<number>((done) => {
          const image = new Image();
          image.onload = () => done(image.naturalWidth);
          image.onerror = () => done(0);
          image.src = src;
        }),
      address,
    );
  const gif = 'R0lGODlhAwACAIAAAP///wAAACwAAAAAAwACAAACAoRfADs=';
  await writeFile(join(dataFolder, 'three.gif'), gif, 'base64');
  await rejoinder.answerFileDialog([join(dataFolder, 'three.gif')]);
  const [chosen] = await ask(window, 'media', 'choose');
  if (!chosen?.ok) throw new Error('The picture was not taken.');
  const { sha256 } = chosen.value;
  expect(await load(`media://library/${sha256}`)).toBe(3);
  expect(await load(`media://library/${'0'.repeat(64)}`)).toBe(0);
  expect(await load(`media://library/../library.sqlite`)).toBe(0);
});

test('a second start brings the first window to the front and ends', async ({ rejoinder, dataFolder }) => {
  await rejoinder.launch();
  const first = rejoinder.app.process();
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const args = [...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${dataFolder}`, root];
  const focused = rejoinder.app.evaluate(
    ({ app }) => new Promise<string[]>((done) => app.once('second-instance', (_event, argv) => done(argv))),
  );
  const second = spawn(first.spawnfile, [...args, 'rejoinder://sign-in/wordpress?state=guessed'], { stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  expect(await focused).toContain('rejoinder://sign-in/wordpress?state=guessed');
  expect(rejoinder.app.windows()).toHaveLength(1);
});

test('the window comes back in the size it had', async ({ rejoinder }) => {
  await rejoinder.launch();
  const bounds = { x: 60, y: 40, width: 1000, height: 700 };
  const now = () => rejoinder.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  await rejoinder.app.evaluate(({ BrowserWindow }, it) => BrowserWindow.getAllWindows()[0]?.setBounds(it), bounds);
  await expect.poll(now).toMatchObject({ width: 1000, height: 700 });
  await rejoinder.relaunch();
  expect(await now()).toMatchObject({ width: 1000, height: 700 });
});

test('a page whose process ends is loaded again', async ({ rejoinder }) => {
  const window = await rejoinder.launch();
  const loaded = rejoinder.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((done) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => done());
        contents?.forcefullyCrashRenderer();
      }),
  );
  await loaded;
  expect(await rejoinder.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(window.isClosed()).toBe(false);
});
