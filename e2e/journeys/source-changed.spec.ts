import { expect, keepPicture, test } from '../app.ts';
import { type MainWindow, mainWindow } from '../pages/main-window.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { settingsSheet } from '../pages/settings-sheet.ts';
import { type ArticleSite, startArticleSite } from '../world/articles/site.ts';

const ferries = '/newspaper/ferries';
const library = '/ghost/library';
const japanese = '/newspaper/japanese';
const deutsch = '/drupal/deutsch';

const withSite = test.extend<{ readonly site: ArticleSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  site: async ({}, use) => {
    const site = await startArticleSite();
    await use(site);
    await site.close();
  },
});

/** A post with a card for each of these pages. */
const answer = async (window: MainWindow, site: ArticleSite, paths: readonly string[]): Promise<void> => {
  const { side } = window;
  await window.newPost();
  for (const [index, path] of paths.entries()) {
    await window.press('Ctrl+Shift+L');
    await side.sourceForm.getByRole('textbox', { name: 'Address' }).fill(`${site.origin}${path}`);
    await side.sourceForm.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(side.sources.filter({ hasText: 'Read just now' })).toHaveCount(index + 1);
  }
};

withSite('the publish sheet tells what became of the sources, and holds nothing back', async ({ rejoinder, site }) => {
  const window = mainWindow(await rejoinder.launch());
  const { page } = window;
  const publish = publishSheet(page);
  const now = publish.sheet.getByRole('region', { name: 'Sources as they are now' });
  await answer(window, site, [ferries, library, japanese, deutsch]);

  await withSite.step('nothing changed but what stands around the article', async () => {
    const html = await (await fetch(`${site.origin}${ferries}`)).text();
    site.replace(ferries, html.replace('buy the folding kayak', 'buy a coat').replaceAll('Ten harbours', 'Nine'));
    await publish.open();
    await expect(now).toContainText('All 4 sources say what they said when you read them.');
    await page.keyboard.press('Escape');
  });

  const before = await (await fetch(`${site.origin}${ferries}`)).text();
  site.replace(
    ferries,
    before.replaceAll('from June', 'from July').replace('every forty minutes', 'every fifty minutes'),
  );
  site.replace(library, 410);
  site.replace(japanese, 402);
  site.replace(deutsch, 404);

  await withSite.step('a page that answered is not asked again by the way to the preview and back', async () => {
    const asked = site.requests.length;
    await publish.open();
    await publish.sheet.getByRole('button', { name: 'Preview' }).click();
    await page.keyboard.press('Escape');
    await expect(now).toContainText('All 4 sources');
    expect(site.requests).toHaveLength(asked);
    await page.keyboard.press('Escape');
  });

  // Another start remembers nothing.
  const again = mainWindow(await rejoinder.relaunch());
  const sheet = publishSheet(again.page);
  const later = sheet.sheet.getByRole('region', { name: 'Sources as they are now' });
  await withSite.step('what changed is told, shown by word and kept', async () => {
    await sheet.open();
    await expect(later).toContainText('Harbour Courier: the page has changed since you read it');
    await expect(later).toContainText('Its headline and its text are not what you saved.');
    await expect(later).toContainText('Slow Letters: the page was taken down');
    await expect(later).toContainText('Elbe-Anzeiger: there is no page at its address');
    await expect(later).toContainText('港町だより: the page is for subscribers now');
    await expect(later.getByRole('status')).toHaveText('4 sources are not as you read them.');
    await later.scrollIntoViewIfNeeded();
    await keepPicture(again.page, 'told');
    const asked = site.requests.length;
    await later.getByRole('button', { name: 'See what changed: Harbour Courier' }).click();
    const changes = again.sheet('Source changed?');
    await expect(changes.locator('ins')).toHaveText(['July', 'fifty']);
    await keepPicture(again.page, 'seen');
    await again.page.keyboard.press('Escape');
    await expect(changes).toBeHidden();
    await expect(sheet.sheet).toBeVisible();
    await later.getByRole('button', { name: 'See what changed: Harbour Courier' }).click();
    await changes.getByRole('button', { name: 'Keep the new text' }).click();
    await expect(changes).toBeHidden();
    await expect(later).not.toContainText('Harbour Courier');
    expect(site.requests).toHaveLength(asked);
    await again.page.keyboard.press('Escape');
    await expect(again.side.source('Ferries to run at night from July')).toHaveCount(1);
  });

  await withSite.step('the switch in Settings keeps it from asking', async () => {
    const settings = settingsSheet(again.page);
    await settings.open();
    await settings.sheet.getByRole('switch', { name: 'Compare sources with their pages before publishing' }).click();
    await keepPicture(again.page, 'settings');
    await settings.done.click();
    const asked = site.requests.length;
    await sheet.open();
    await sheet.checks.waitFor();
    await expect(later).toHaveCount(0);
    expect(site.requests).toHaveLength(asked);
  });
});

withSite(
  'a page that does not answer holds nothing back, and is asked no more when the sheet closes',
  async ({ rejoinder, site }) => {
    const window = mainWindow(await rejoinder.launch());
    const { page } = window;
    const publish = publishSheet(page);
    const now = publish.sheet.getByRole('region', { name: 'Sources as they are now' });
    await answer(window, site, [ferries]);
    site.silence(ferries);
    await publish.open();
    await expect(now.getByRole('status')).toHaveText('Comparing the source with its page…');
    await publish.how('Draft').click();
    await expect(publish.confirm('Save draft on Practice blog')).toBeEnabled();
    expect(site.open()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(site.open).toBe(0);
  },
);

withSite('without a network nothing is compared, and nothing is said of it', async ({ rejoinder, site }) => {
  const window = mainWindow(await rejoinder.launch());
  const { page } = window;
  await answer(window, site, [ferries]);
  const asked = site.requests.length;
  await page.context().setOffline(true);
  const publish = publishSheet(page);
  await publish.open();
  await expect(publish.checks).toContainText('Without a connection it waits in the outbox');
  await expect(publish.sheet.getByRole('region', { name: 'Sources as they are now' })).toHaveCount(0);
  expect(site.requests).toHaveLength(asked);
  await page.context().setOffline(false);
});
