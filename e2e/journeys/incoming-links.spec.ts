import { expect, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { type ArticleSite, startArticleSite } from '../world/articles/site.ts';

const withSite = test.extend<{ readonly site: ArticleSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  site: async ({}, use) => {
    const site = await startArticleSite();
    await use(site);
    await site.close();
  },
});

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
    const drop = (data: Readonly<Record<string, string>>): Promise<boolean> =>
      window.library.pane.evaluate((target, given) => {
        const dataTransfer = new DataTransfer();
        for (const [type, value] of Object.entries(given)) dataTransfer.setData(type, value);
        const event = (name: string): DragEvent =>
          new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer });
        const isTaken = !target.dispatchEvent(event('dragover'));
        target.dispatchEvent(event('drop'));
        return isTaken;
      }, data);
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
