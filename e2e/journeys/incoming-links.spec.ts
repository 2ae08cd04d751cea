import type { Locator } from '@playwright/test';
import { expect, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { palette } from '../pages/palette.ts';
import { type ArticleSite, startArticleSite } from '../world/articles/site.ts';

const withSite = test.extend<{ readonly site: ArticleSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  site: async ({}, use) => {
    const site = await startArticleSite();
    await use(site);
    await site.close();
  },
});

/** Drops data on a part of the window; answers whether it is taken there. */
const dropOn = (part: Locator, data: Readonly<Record<string, string>>): Promise<boolean> =>
  part.evaluate((target, given) => {
    const dataTransfer = new DataTransfer();
    for (const [type, value] of Object.entries(given)) dataTransfer.setData(type, value);
    const event = (name: string): DragEvent => new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer });
    const isTaken = !target.dispatchEvent(event('dragover'));
    target.dispatchEvent(event('drop'));
    return isTaken;
  }, data);

withSite('the very first start with an address offers it, once, and fetches nothing', async ({ rejoinder, site }) => {
  const link = `${site.origin}/newspaper/ferries`;
  const window = mainWindow(await rejoinder.launch([link]));
  const sheet = window.sheet('New from link');
  await expect(sheet.getByRole('textbox', { name: 'Address' })).toHaveValue(link);
  await window.page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await window.page.reload();
  await window.toolbar.waitFor();
  await expect(sheet).toHaveCount(0);
  expect(site.requests).toEqual([]);
});

withSite('a link of our own scheme on the command line is taken for the address in it', async ({ rejoinder, site }) => {
  const link = `${site.origin}/newspaper/ferries?a=1&b=2`;
  const window = mainWindow(await rejoinder.launch([`rejoinder://new?url=${encodeURIComponent(link)}`]));
  await expect(window.sheet('New from link').getByRole('textbox', { name: 'Address' })).toHaveValue(link);
  expect(site.requests).toEqual([]);
});

withSite(
  'an address that is dropped on the window is offered; files and other text are not',
  async ({ rejoinder, site }) => {
    const link = `${site.origin}/newspaper/ferries`;
    const window = mainWindow(await rejoinder.launch());
    const sheet = window.sheet('New from link');
    const drop = (data: Readonly<Record<string, string>>): Promise<boolean> => dropOn(window.library.pane, data);
    expect(await drop({ 'text/plain': 'only words' })).toBe(false);
    await drop({ 'text/uri-list': 'file:///etc/passwd' });
    await expect(sheet).toHaveCount(0);
    expect(await drop({ 'text/uri-list': `# from a browser\r\n${link}`, 'text/plain': link })).toBe(true);
    await expect(sheet.getByRole('textbox', { name: 'Address' })).toHaveValue(link);
    expect(site.requests).toEqual([]);
    await sheet.getByRole('textbox', { name: 'Address' }).press('Enter');
    // Nobody typed it, and it leads to this computer.
    await expect(window.side.source('leads to this computer or a private network')).toHaveCount(1);
  },
);

test('whatever way the address of a public page comes in, its site is not even looked up before the click', async ({
  rejoinder,
}) => {
  const link = 'https://courier.example/ferries';
  const scheme = `rejoinder://new?url=${encodeURIComponent(link)}`;
  let window = mainWindow(await rejoinder.launch([link]));
  const offered = async (): Promise<void> => {
    const sheet = window.sheet('New from link');
    await expect(sheet.getByRole('textbox', { name: 'Address' })).toHaveValue(link);
    await window.page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    expect(await rejoinder.lookedUp()).toEqual([]);
  };
  await test.step('the command line of the first start', offered);
  window = mainWindow(await rejoinder.relaunch([scheme]));
  await test.step('a link of our own scheme at the first start', offered);
  for (const handed of [link, scheme]) {
    await rejoinder.handOver(handed);
    await test.step(`${handed} to the app that runs`, offered);
  }
  await dropOn(window.library.pane, { 'text/uri-list': link });
  await test.step('a drop on the window', offered);
  await rejoinder.copyText(link);
  await window.press('Ctrl+Shift+N');
  await test.step('the clipboard', offered);
  const commands = palette(window.page);
  await commands.open();
  await window.page.keyboard.type('new from link');
  await expect(commands.current).toContainText('link');
  await window.page.keyboard.press('Enter');
  await test.step('the palette', offered);

  await window.press('Ctrl+Shift+N');
  await window.sheet('New from link').getByRole('button', { name: 'Start the post' }).click();
  await expect.poll(() => rejoinder.lookedUp()).toContain('courier.example');
});
