import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { build } from 'vite';
import { keepPicture } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { previewSheet } from '../pages/preview-sheet.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { png } from '../world/pictures.ts';
import { readerAvailable } from '../world/reader.ts';
import { skipUnless } from '../world/skip-unless.ts';
import { serveFolder } from '../world/static-site.ts';

const renderer = resolve(import.meta.dirname, '..', '..', 'renderer');

/** The window's own code with the in-memory bridge, built for a plain browser and served on 127.0.0.1. */
const test = base.extend<object, { address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'rejoinder-window-'));
      await build({
        root: renderer,
        configFile: join(renderer, 'vite.config.ts'),
        logLevel: 'error',
        // The bridge in memory is for development and left out otherwise.
        define: { 'import.meta.env.DEV': 'true' },
        build: { outDir: folder, emptyOutDir: true },
      });
      const host = await serveFolder(folder);
      await use(host.url);
      await host.close();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

test.beforeEach(() => {
  skipUnless(readerAvailable());
});

test('the window writes and publishes in a current browser too, over the bridge in memory', async ({
  page,
  address,
}) => {
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.stack ?? error.message));
  await page.goto(address);
  const { library, editor, side, press } = mainWindow(page);
  await expect(library.row('Example')).toHaveAttribute('aria-selected', 'true');
  await expect(editor.figures).toHaveCount(2);

  // The browser keeps Ctrl+N for itself.
  await page.getByRole('toolbar', { name: 'Toolbar' }).getByRole('button', { name: 'New commentary post' }).click();
  await expect(library.rows).toHaveCount(2);
  await expect(editor.headline).toHaveClass(/is-empty/);
  await expect(editor.text).toBeFocused();
  await page.keyboard.type('In a browser');
  await page.keyboard.press('Enter');
  await page.keyboard.type('No main process anywhere.');
  const chooser = page.waitForEvent('filechooser');
  await press('Ctrl+J');
  await (await chooser).setFiles({ name: 'quay.png', mimeType: 'image/png', buffer: png() });
  await expect(editor.figures).toHaveCount(1);
  await page.keyboard.type('The quay.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Own work.');
  await page.keyboard.press('Enter');
  await side.pane.getByRole('button', { name: 'Add a source' }).click();
  await side.sourceForm.getByRole('textbox', { name: 'Address' }).fill('https://harbour-courier.example/a');
  await side.sourceForm.getByRole('textbox', { name: 'Publisher' }).fill('Harbour Courier');
  await side.sourceForm.getByRole('button', { name: 'Add', exact: true }).click();
  await editor.paragraphs('summary').last().click();
  await press('Ctrl+Shift+B');
  await page.keyboard.type('Nobody asked us.');
  await expect(editor.quotations).toContainText('Harbour Courier');
  await editor.paragraphs('comment').last().click();
  await page.keyboard.type('Somebody should have.');

  const preview = previewSheet(page);
  await preview.open();
  await expect(preview.content.locator('body')).toContainText('Somebody should have.');
  await expect(preview.content.locator('img')).toHaveJSProperty('complete', true);
  await page.keyboard.press('Escape');

  const publish = publishSheet(page);
  await publish.open();
  await publish.leaveMusts();
  await publish.confirm(/^Publish to/).click();
  await expect(publish.state('Practice blog')).toHaveText('Published');
  await keepPicture(page, 'published');
  await publish.done.click();
  await expect(library.row('In a browser')).toContainText('Published');
  expect(thrown).toEqual([]);
});

test('on a mac the keys of a mac count and are shown', async ({ page, address }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'platform', { get: () => 'MacIntel' });
  });
  await page.goto(address);
  const { editor, toolbar, sheet } = mainWindow(page);
  await editor.paragraphs('comment').first().click();
  await editor.selectWords('plainer reason');
  await expect(toolbar.getByRole('button', { name: 'Bold' })).toBeEnabled();
  await page.keyboard.press('Meta+B');
  await expect(editor.paragraphs('comment').first().locator('strong')).toHaveCount(1);
  await toolbar.getByRole('button', { name: 'Bold' }).hover();
  await expect(page.getByText('⌘B', { exact: true })).toBeVisible();

  await page.keyboard.press('Control+Shift+ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: /moved down/ })).toBeAttached();
  // The keys of other systems mean nothing here.
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.press('Shift+Meta+Enter');
  await expect(sheet('Preview')).toBeVisible();
  await expect(sheet('Publish')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(sheet('Preview')).toBeHidden();
  await page.keyboard.press('Meta+Slash');
  const shortcuts = sheet('Shortcuts');
  await expect(shortcuts).toContainText('⇧⌘P');
  await expect(shortcuts).toContainText('⌃⇧M');
  await expect(shortcuts).not.toContainText('Ctrl');
  await keepPicture(page, 'mac-shortcuts');
});
