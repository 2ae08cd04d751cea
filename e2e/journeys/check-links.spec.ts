import { expect, expectCleanLog, keepPicture, test } from '../app.ts';
import { checksIn } from '../pages/checks.ts';
import { mainWindow } from '../pages/main-window.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { type LinkSite, startLinkSite } from '../world/link-site.ts';

const withSite = test.extend<{ readonly site: LinkSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  site: async ({}, use) => {
    const site = await startLinkSite();
    await use(site);
    await site.close();
  },
});

withSite(
  'links are asked when the writer says so, this computer only on a word more, and never else',
  async ({ rejoinder, dataFolder, site }) => {
    const page = await rejoinder.launch();
    const window = mainWindow(page);
    const { editor, side } = window;
    const checks = checksIn(side.pane);
    const links = side.pane.getByRole('region', { name: 'Check links' });
    await window.newPost();
    await page.keyboard.type('Ferries');
    await page.keyboard.press('Enter');
    const link = (path: string) => `<a href="${site.origin}${path}">the page of ${path.slice(1)}</a>`;
    await editor.paste({ 'text/html': `<p>${['/there', '/gone', '/broken', '/slow'].map(link).join(' and ')}</p>` });
    await side.tab('Checks').click();
    await expect(links).toContainText('Asks the pages of 4 addresses');

    await test.step('what leads to this computer is left out when the writer says so', async () => {
      await links.getByRole('button', { name: 'Check links' }).click();
      await expect(window.question).toContainText('4 links lead to this computer or your network');
      await window.question.getByRole('button', { name: 'Leave it out' }).click();
      await expect(window.question).toBeHidden();
      await expect(links).toContainText('Asks the pages of 4 addresses');
      expect(site.requests).toEqual([]);
    });

    await test.step('it says how far it is, and is cancelled', async () => {
      await links.getByRole('button', { name: 'Check links' }).click();
      await window.question.getByRole('button', { name: 'Ask it too' }).click();
      await expect(links).toContainText('Asking pages, 3 of 4');
      await keepPicture(page, 'asking');
      await links.getByRole('button', { name: 'Cancel' }).click();
      await expect(links).toContainText('1 of 3 pages answer.');
    });

    await test.step('a page that is gone is a must and leads to its link', async () => {
      const gone = checks.group('Must').getByRole('listitem').filter({ hasText: 'A linked page is gone' });
      await expect(gone).toContainText('127.0.0.1: it answers 404.');
      await expect(checks.group('Should')).toContainText('127.0.0.1: it answers 503. It may be back later.');
      await checks.goTo('A linked page is gone');
      await expect(editor.text).toBeFocused();
      expect(await page.evaluate(() => getSelection()?.toString())).toBe('the page of gone');
      await keepPicture(page, 'asked');
    });

    await test.step('the publish sheet knows the same and asks again', async () => {
      site.hurry();
      const publish = publishSheet(page);
      await publish.open();
      await expect(publish.attribution).toContainText('A linked page is gone');
      await publish.attribution.getByRole('button', { name: 'Check links again' }).click();
      await window.question.getByRole('button', { name: 'Ask it too' }).click();
      await expect(publish.attribution).toContainText('2 of 4 pages answer.');
      await expect(publish.confirm('Publish to Practice blog')).toBeDisabled();
      await keepPicture(page, 'sheet');
      await page.keyboard.press('Escape');
    });
    await expectCleanLog(dataFolder);
  },
);
