import { expect } from '../../app.ts';
import { publishSheet } from '../../pages/publish-sheet.ts';
import type { ArticleSite } from '../../world/articles/site.ts';
import { putAway, resize, type Tour } from './screen.ts';

/** From a link to its card, the article beside the post, and what changed on its page; leaves a post of its own. */
export const walkSources = async ({ window, rejoinder, look }: Tour, site: ArticleSite): Promise<void> => {
  const { page, side } = window;
  const path = '/newspaper/ferries';
  await window.press('Ctrl+Shift+N');
  const address = window.sheet('New from link').getByRole('textbox', { name: 'Address' });
  await address.fill('');
  await address.press('Enter');
  await expect(window.alerts).toContainText('Paste the address of an article');
  await look('new-from-link');
  await page.keyboard.press('Escape');
  const copied = { version: 1, address: `${site.origin}${path}`, selection: 'Nobody asked us.', page: '<p>Words.</p>' };
  const carried = JSON.stringify(copied).replaceAll('"', '&quot;');
  await rejoinder.copyHtml(`<a data-rejoinder="${carried}">A page</a>`, copied.address);
  await window.press('Ctrl+Shift+N');
  await window.sheet('New from link').getByRole('checkbox').first().waitFor();
  await look('new-from-link-copied');
  await page.keyboard.press('Escape');
  // What nobody typed may not lead to this computer.
  await rejoinder.copyText('');
  await window.press('Ctrl+Shift+N');
  await address.fill(`${site.origin}${path}`);
  await address.press('Enter');
  const card = side.source('Ferries to run at night from June');
  await expect(card).toContainText('Read just now');
  for (const other of ['/status/410', '/hostile/silent']) {
    await window.press('Ctrl+Shift+L');
    await side.sourceForm.getByRole('textbox', { name: 'Address' }).fill(`${site.origin}${other}`);
    if (other === '/status/410') await look('source-form');
    await side.sourceForm.getByRole('button', { name: 'Add', exact: true }).click();
  }
  await expect(side.source('Reading the article')).toHaveCount(1);
  await look('source-cards');
  await side.sources.getByRole('button', { name: /^Cancel reading/ }).click();

  const sheet = window.sheet('Source changed?');
  site.replace(path, (await (await fetch(`${site.origin}${path}`)).text()).replaceAll('from June', 'from July'));
  await side.pane.getByRole('button', { name: 'More for Harbour Courier' }).click();
  await page.getByRole('menuitem', { name: 'Source changed?' }).click();
  await sheet.locator('ins').first().waitFor();
  await look('source-changed');
  await putAway({ window, rejoinder, look }, 'Source changed?');

  const publish = publishSheet(page);
  const now = publish.sheet.getByRole('region', { name: 'Sources as they are now' });
  await publish.open();
  await now.getByRole('button', { name: 'See what changed: Harbour Courier' }).scrollIntoViewIfNeeded();
  await look('sources-before-publishing');
  await now.getByRole('button', { name: 'See what changed: Harbour Courier' }).click();
  await sheet.locator('ins').first().waitFor();
  await look('source-changed-over-publish');
  await page.keyboard.press('Escape');
  await putAway({ window, rejoinder, look }, 'Publish');

  await window.editor.headline.click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('They say that the ferries will run through the night from the first of June.');
  await window.editor.text.locator('.copied-words').first().waitFor();
  await side.tab('Checks').click();
  await side.pane.getByRole('button', { name: /^Compare/ }).click();
  await page.getByRole('dialog', { name: 'The same words' }).locator('mark').first().waitFor();
  await look('same-words');
  await page.keyboard.press('Escape');
  await side.tab('Sources').click();

  await card.getByRole('button', { name: /^Read the saved article/ }).click();
  const article = side.pane.getByRole('article');
  await article.locator('> div').first().focus();
  await page.keyboard.press('ArrowDown');
  await look('reader');
  await resize(rejoinder, 700, 720);
  await window.press('Shift+F9');
  await article.waitFor();
  await look('reader-narrow');
  await resize(rejoinder, 1280, 800);
};
