import type { Page } from '@playwright/test';
import { expect, keepPicture, type Rejoinder, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { settingsSheet } from '../pages/settings-sheet.ts';
import { type ArticleSite, startArticleSite } from '../world/articles/site.ts';
import { readerAvailable } from '../world/reader.ts';
import { skipUnless } from '../world/skip-unless.ts';

skipUnless(readerAvailable());

const path = '/newspaper/ferries';
const selected = 'Nobody should have to choose between a night shift and a way home';

const withSite = test.extend<{ readonly site: ArticleSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  site: async ({}, use) => {
    const site = await startArticleSite();
    await use(site);
    await site.close();
  },
});

/** The bookmarklet as a writer gets it, from Settings. */
const bookmarklet = async (rejoinder: Rejoinder): Promise<string> => {
  const { sheet, open, done } = settingsSheet(rejoinder.window);
  await open();
  await sheet.getByRole('button', { name: 'Copy bookmarklet' }).click();
  await expect.poll(() => rejoinder.app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^javascript:/);
  await sheet.getByText('Where a browser lets a page copy').scrollIntoViewIfNeeded();
  await keepPicture(rejoinder.window, 'settings');
  const address = await rejoinder.app.evaluate(({ clipboard }) => clipboard.readText());
  await done.click();
  return address;
};

const select = (page: Page, words: string): Promise<void> =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);

/** Runs it as a click on a bookmark does; answers what was asked of the system then. */
const run = async (page: Page, address: string, meanwhile: () => Promise<void> = async () => undefined) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.enable');
  const opened = new Promise<string>((resolve) => {
    devtools.on('Page.frameRequestedNavigation', ({ url }) => resolve(url));
  });
  await page.evaluate(decodeURIComponent(address.replace('javascript:', '')));
  await meanwhile();
  return opened;
};

/** What the browser's clipboard holds, as another program would get it. */
const copiedIn = async (page: Page): Promise<{ readonly html: string; readonly text: string }> => {
  const other = await page.context().newPage();
  await other.setContent('<div contenteditable autofocus>here</div>');
  const copied = other.evaluate(
    () =>
      new Promise<{ html: string; text: string }>((resolve) => {
        addEventListener('paste', ({ clipboardData }) =>
          resolve({
            html: clipboardData?.getData('text/html') ?? '',
            text: clipboardData?.getData('text/plain') ?? '',
          }),
        );
      }),
  );
  await other.locator('div').focus();
  await other.keyboard.press('ControlOrMeta+V');
  const found = await copied;
  await other.close();
  return found;
};

withSite(
  'the bookmarklet hands a page and what is selected on it to a new post, and nothing is fetched',
  async ({ rejoinder, site, page: reader }) => {
    const window = mainWindow(await rejoinder.launch());
    const { page, side, editor } = window;
    const address = await bookmarklet(rejoinder);
    const article = `${site.origin}${path}`;
    await reader.goto(article);
    await select(reader, selected);
    expect(await run(reader, address)).toBe(`rejoinder://new?url=${encodeURIComponent(article)}`);
    const copied = await copiedIn(reader);
    expect(copied.text).toBe(article);
    expect(copied.html).toContain(`<a href="${article}"`);

    // From here on only subscribers see it.
    site.replace(path, 402);
    const asked = site.requests.length;
    await rejoinder.copyHtml(copied.html, copied.text);
    await rejoinder.handOver(`rejoinder://new?url=${encodeURIComponent(article)}`);
    const sheet = window.sheet('New from link');
    await expect(sheet.getByRole('checkbox', { name: /^Take the page/ })).toBeChecked();
    await expect(sheet.getByRole('checkbox', { name: /^Quote what was selected/ })).toBeChecked();
    // What is offered is told to be from the clipboard, and of which page it says to be.
    await expect(sheet).toContainText(`It says it is from ${article};`);
    await expect(sheet).toContainText('These words are from the clipboard.');
    await expect(sheet).toContainText(selected);
    await keepPicture(page, 'offered');
    await sheet.getByRole('button', { name: 'Start the post' }).click();
    await expect(side.source('Ferries to run at night from June')).toContainText(
      'Anna Weir · May 14, 2026 · Read just now',
    );
    await expect(editor.section('summary').getByRole('blockquote')).toContainText(selected);
    await expect(editor.quotations).toContainText('Harbour Courier');
    await keepPicture(page, 'begun');
    expect(site.requests).toHaveLength(asked);

    // It is on disk with the post.
    const again = mainWindow(await rejoinder.relaunch());
    await expect(again.editor.quotations).toContainText(selected);

    await withSite.step('read again, the page is asked for', async () => {
      await again.side.pane.getByRole('button', { name: 'More for Harbour Courier' }).click();
      await again.page.getByRole('menuitem', { name: 'Read the page again' }).click();
      await expect(again.side.sources).toContainText('leads to this computer or a private network');
    });
  },
);

withSite(
  'where a browser lets pages copy only after a click, the bookmarklet asks for one',
  async ({ rejoinder, site, page: reader }) => {
    await rejoinder.launch();
    const address = await bookmarklet(rejoinder);
    await reader.goto(`${site.origin}/ghost/library`);
    // As Firefox does: what is not a click on the page itself copies nothing.
    await reader.evaluate(() => {
      const execCommand = document.execCommand.bind(document);
      let isClick = false;
      document.execCommand = (...command) => isClick && execCommand(...command);
      addEventListener('pointerdown', () => {
        isClick = true;
      });
    });
    const said: string[] = [];
    reader.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.accept();
    });
    const opened = await run(reader, address, () => reader.getByRole('heading', { level: 1 }).click());
    expect(said).toEqual(['Rejoinder: click anywhere on this page to hand it over.']);
    expect(opened).toContain('rejoinder://new?url=');
    expect((await copiedIn(reader)).html).toMatch(/^<a href="[^"]*\/ghost\/library" data-rejoinder=/);
  },
);

withSite('what the clipboard holds of another page is not offered', async ({ rejoinder, site }) => {
  const window = mainWindow(await rejoinder.launch());
  const marked = (value: unknown): string =>
    `<a data-rejoinder="${JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">A page</a>`;
  const copied = { version: 1, address: `${site.origin}/other`, selection: 'Words.', page: '<p>A page</p>' };
  const sheet = window.sheet('New from link');
  const offers = sheet.getByRole('checkbox');
  await rejoinder.copyHtml(marked(copied), `${site.origin}${path}`);
  await window.press('Ctrl+Shift+N');
  const field = sheet.getByRole('textbox', { name: 'Address' });
  await expect(field).toHaveValue(`${site.origin}${path}`);
  await expect(offers).toHaveCount(0);
  await field.fill(`${site.origin}/other`);
  await expect(offers).toHaveCount(2);
  await field.fill(`${site.origin}/another`);
  await expect(offers).toHaveCount(0);
  expect(site.requests).toEqual([]);
});
