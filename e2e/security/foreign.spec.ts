import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, Rejoinder, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { previewSheet } from '../pages/preview-sheet.ts';
import { writePicture } from '../world/pictures.ts';
import { film } from '../world/recordings.ts';

/** Set by every hostile string below when it runs. */
const ran = (page: Page): Promise<unknown> => page.evaluate(() => (globalThis as { ran?: unknown }).ran ?? null);

const run = (what: string): string => `globalThis.ran = (globalThis.parent ?? globalThis).ran = '${what}'`;

/** Markup as a hostile page would put it on the clipboard: the words are innocent, everything else wants to run. */
const hostile: readonly string[] = [
  `<p>One<script>${run('script')}</script></p>`,
  `<p onclick="${run('click')}" onmouseover="${run('over')}">Two<img src="x" onerror="${run('error')}"></p>`,
  `<p>Three <a href="javascript:${run('link')}">link</a> <a href="java\tscript:${run('tab')}">link</a></p>`,
  `<p>Four<svg onload="${run('svg')}"><script>${run('in svg')}</script></svg></p>`,
  `<p>Five<iframe srcdoc="<script>${run('frame')}</script>"></iframe><object data="javascript:${run('object')}"></object></p>`,
  `<noscript><p title="</noscript><img src=x onerror=${run('noscript').replaceAll(' ', '')}>">Six</p></noscript>`,
  `<p>Seven</p><form action="javascript:${run('form')}"><button>go</button></form><meta http-equiv="refresh" content="0;url=javascript:${run('meta')}">`,
  `<math><mtext><table><mglyph><style><!--</style><img src="--><img src=x onerror=${run('math').replaceAll(' ', '')}>">`,
];

/** Puts markup on the clipboard, as a browser would. */
const copyMarkup = (rejoinder: Rejoinder, html: string): Promise<void> =>
  rejoinder.app.evaluate(async ({ clipboard, ClipboardItem }, it) => {
    // Electron's clipboard became the web's in between (33 to 45).
    const older: typeof clipboard & { writeHTML?: (markup: string) => void } = clipboard;
    if (older.writeHTML) older.writeHTML(it);
    else await clipboard.write([new ClipboardItem({ 'text/html': new Blob([it], { type: 'text/html' }) })]);
  }, html);

/** Elements and attributes of the text that could run something; the editor's own icons and fields are no part of it. */
const dangerousIn = (root: Element): string[] =>
  [...root.querySelectorAll('p *, h2 *, h3 *, h4 *, li *, a, p, script, iframe, object, form, meta')].flatMap(
    (element) => [
      ...(/^(?:script|iframe|object|embed|form|svg|math|style|meta|base)$/i.test(element.localName)
        ? [element.outerHTML]
        : []),
      ...[...element.attributes]
        .filter(({ name, value }) => name.startsWith('on') || /^\s*java\s*script:/i.test(value))
        .map(({ name, value }) => `${name}="${value}"`),
    ],
  );

test('pasted markup is inert: in the editor, after a restart, and in the preview', async ({ rejoinder }) => {
  let page = await rejoinder.launch();
  await mainWindow(page).newPost();
  await page.keyboard.type('Pasted\n');
  for (const html of hostile) {
    await copyMarkup(rejoinder, html);
    await page.keyboard.press('ControlOrMeta+V');
    await page.keyboard.press('Enter');
  }
  await expect(mainWindow(page).editor.text).toContainText('Seven');
  expect(await mainWindow(page).editor.text.evaluate(dangerousIn)).toEqual([]);
  for (const link of await mainWindow(page).editor.text.getByText('link').all())
    await link.click({ modifiers: ['ControlOrMeta'] });
  expect(await ran(page)).toBeNull();

  page = await rejoinder.relaunch();
  await expect(mainWindow(page).editor.text).toContainText('Seven');
  const preview = previewSheet(page);
  await preview.open();
  await expect(preview.content.locator('body')).toContainText('Seven');
  expect(await preview.content.locator('body').evaluate(dangerousIn)).toEqual([]);
  expect(await ran(page)).toBeNull();
  expect(page.url()).toBe('app://rejoinder/');
});

test('the frame of the preview runs nothing, whatever stands in it', async ({ dataFolder }) => {
  // Not the fixture's, which fails when the engine writes to the console what it refuses, as it does here.
  const rejoinder = new Rejoinder(dataFolder);
  const page = await rejoinder.launch();
  const preview = previewSheet(page);
  await preview.open();
  await expect(preview.content.locator('h1')).toBeVisible();
  const frame = preview.sheet.locator('iframe');
  await frame.evaluate(
    (element, html) => {
      (element as HTMLIFrameElement).srcdoc = html;
    },
    `<h1>Taken over</h1>${hostile.join('')}<a href="https://example.org/" target="_top">away</a>`,
  );
  await expect(preview.content.getByRole('heading', { name: 'Taken over' })).toBeVisible();
  const opened = await rejoinder.captureBrowser();
  await preview.content.getByText('away').click();
  await expect.poll(opened).toEqual(['https://example.org/']);
  await expect.poll(() => rejoinder.complaints.join('\n')).toContain('Blocked script execution');
  expect(await ran(page)).toBeNull();
  expect(page.url()).toBe('app://rejoinder/');
  expect(rejoinder.app.windows()).toHaveLength(1);
  await rejoinder.quit();
});

test('a foreign page gets no answer from the contract, no picture or video of the library, and no file of this computer', async ({
  rejoinder,
  dataFolder,
}) => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Elsewhere</title>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const page = await rejoinder.launch();
  await mainWindow(page).newPost();
  await page.keyboard.type('Ours\n');
  await rejoinder.answerFileDialog([await writePicture(dataFolder, 'ours.png')]);
  await page.keyboard.press('ControlOrMeta+J');
  const picture = mainWindow(page).editor.figures.locator('img');
  const address = String(await picture.getAttribute('src'));
  expect(address).toMatch(/^media:\/\/library\/[0-9a-f]{64}$/);

  await rejoinder.answerFileDialog([film('cranes.webm')]);
  await rejoinder.menu('Insert', 'Video or audio file…');
  const recording = String(await mainWindow(page).editor.recordings.locator('video').getAttribute('src'));
  expect(recording).toMatch(/^recording:\/\/library\/[0-9a-f]{64}$/);

  // Nothing in the app opens a window for another origin; this one has even the preload that ours has.
  const answers = await rejoinder.app.evaluate(
    async ({ BrowserWindow }, { url, preload, media, recording }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await window.loadURL(url);
      const seen = await window.webContents.executeJavaScript(`(async () => {
        const read = (address) => fetch(address).then((answer) => answer.text(), () => 'refused');
        return {
          list: JSON.parse(await window.rejoinder.posts.list({ filter: 'all', query: '', offset: 0, limit: 10 })),
          settings: JSON.parse(await window.rejoinder.settings.get()),
          media: await read(${JSON.stringify(media)}),
          picture: await new Promise((resolve) => {
            const image = new Image();
            image.onload = () => resolve('shown');
            image.onerror = () => resolve('refused');
            image.src = ${JSON.stringify(media)};
          }),
          recording: await read(${JSON.stringify(recording)}),
          video: await new Promise((resolve) => {
            const video = document.createElement('video');
            video.onloadedmetadata = () => resolve('shown');
            video.onerror = () => resolve('refused');
            video.src = ${JSON.stringify(recording)};
          }),
          file: await read('file:///etc/hostname'),
        };
      })()`);
      window.destroy();
      return seen;
    },
    {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      preload: join(resolve(import.meta.dirname, '..', '..'), 'out', 'preload', 'index.cjs'),
      media: address,
      recording,
    },
  );
  server.close();
  const refused = { ok: false, error: { code: 'app/bad-request' } };
  expect(answers).toMatchObject({
    list: refused,
    settings: refused,
    media: 'refused',
    picture: 'refused',
    recording: 'refused',
    video: 'refused',
    file: 'refused',
  });
});
