import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { previewSheet } from '../pages/preview-sheet.ts';

const file = resolve(import.meta.dirname, '..', '..', 'core', 'document', 'testing', 'hostile-markup.json');
const hostileMarkup = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, readonly string[]>>;

/** A figure that names a picture which this library does not have is a figure without one. */
test.use({ forgiven: /404 \(Not Found\)/ });

/** What the strings call when they run, and what the content security policy refused; both stay empty. */
type Watched = { ran?: () => void; seen?: string[] };

/** Notes whatever runs, is refused by the policy, or asks anybody but the app itself for something. */
const watch = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:app|media|data|blob):/.test(request.url())) asked.push(request.url());
  });
  await page.evaluate(() => {
    const watched = globalThis as Watched;
    const seen: string[] = [];
    watched.seen = seen;
    watched.ran = () => seen.push('ran');
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      seen.push(`${violatedDirective}: ${blockedURI}`),
    );
  });
  return async () => [...asked, ...(await page.evaluate(() => (globalThis as Watched).seen ?? ['the page was left']))];
};

test('hundreds of hostile strings run nothing and ask nobody: pasted, clicked, reopened and previewed', async ({
  rejoinder,
}) => {
  test.slow();
  let page = await rejoinder.launch();
  let seen = await watch(page);
  await mainWindow(page).newPost();
  await page.keyboard.type('Pasted\n');
  for (const [kind, vectors] of Object.entries(hostileMarkup)) {
    await mainWindow(page).editor.text.evaluate((text, strings) => {
      for (const markup of strings) {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', markup);
        clipboardData.setData('text/plain', 'words');
        text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }
    }, vectors);
    expect(await seen(), kind).toEqual([]);
  }
  await expect(mainWindow(page).editor.text).toContainText('words');
  await mainWindow(page).editor.text.evaluate((text) => {
    for (const type of ['mouseover', 'pointerdown', 'focus', 'click', 'dblclick', 'error', 'load', 'animationend'])
      for (const element of text.querySelectorAll('p, p *, h2, h3, h4, li, td, cite, aside, blockquote, pre'))
        element.dispatchEvent(new Event(type, { cancelable: true }));
  });
  expect(await seen()).toEqual([]);

  page = await rejoinder.relaunch();
  seen = await watch(page);
  await expect(mainWindow(page).editor.text).toContainText('words');
  const preview = previewSheet(page);
  await preview.open();
  await expect(preview.content.locator('body')).toContainText('words');
  expect(
    await preview.content.locator('script, iframe, object, embed, form, svg, math, style, meta[http-equiv]').count(),
  ).toBe(0);
  expect(await seen()).toEqual([]);
  expect(page.url()).toBe('app://rejoinder/');
});
