import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, expectCleanLog, keepPicture, test } from '../app.ts';
import { ask, openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { previewSheet } from '../pages/preview-sheet.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { commentary, expectWordsInOrder, practiceFolder, writeCommentary } from '../world/commentary.ts';
import { readerAvailable } from '../world/reader.ts';
import { skipUnless } from '../world/skip-unless.ts';
import { serveFolder } from '../world/static-site.ts';

const blog = 'Practice blog';

const readPost = async (reader: Page): Promise<void> => {
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(commentary.headline);
  expectWordsInOrder(await reader.getByRole('article').innerText(), [
    commentary.opening,
    commentary.source.publisher,
    commentary.caption,
    commentary.credit,
    commentary.secondCaption,
    commentary.secondCredit,
    commentary.quotation,
    commentary.attribution,
    commentary.source.publisher,
    commentary.videoCaption,
    commentary.videoCredit,
    commentary.commentHeading,
    commentary.comment,
    ...commentary.listed,
  ]);
  const pictures = reader.getByRole('article').locator('img');
  await expect(pictures).toHaveCount(2);
  await expect(pictures.first()).toHaveAttribute('alt', commentary.alternativeText);
  for (const picture of await pictures.all()) {
    await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(640);
  }
  await expect(reader.getByRole('figure').filter({ hasText: commentary.caption })).toContainText(commentary.credit);
  await expect(reader.getByRole('link', { name: /YouTube/ })).toHaveAttribute('href', commentary.videoAddress);
  await expect(reader.getByRole('link', { name: commentary.source.publisher }).first()).toHaveAttribute(
    'href',
    commentary.source.address,
  );
};

/** The feed as XML, parsed by the browser; an error in it throws. */
const readFeed = (reader: Page, xml: string) =>
  reader.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, 'application/xml');
    const [error] = feed.getElementsByTagName('parsererror');
    if (error) throw new Error(error.textContent ?? '');
    return [...feed.getElementsByTagName('entry')].map((entry) => ({
      id: entry.getElementsByTagName('id')[0]?.textContent,
      title: entry.getElementsByTagName('title')[0]?.textContent,
      link: entry.getElementsByTagName('link')[0]?.getAttribute('href'),
      content: entry.getElementsByTagName('content')[0]?.textContent ?? '',
    }));
  }, xml);

test('a post goes to the practice blog with one click and is a real site, from its file and from a host', async ({
  rejoinder,
  dataFolder,
  page: reader,
}) => {
  skipUnless(readerAvailable());
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const publish = publishSheet(page);
  await writeCommentary(rejoinder);
  const { id } = await openPost(page);

  const preview = previewSheet(page);
  await preview.open();
  await expect(preview.content.getByRole('heading', { level: 1 })).toHaveText(commentary.headline);
  await expect(preview.content.locator('img')).toHaveCount(2);
  for (const picture of await preview.content.locator('img').all()) {
    await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(640);
  }
  await keepPicture(page, 'preview');
  const shown = await preview.content.locator('body').innerHTML();
  await page.keyboard.press('Escape');
  await expect(preview.sheet).toBeHidden();

  await publish.open();
  await expect(publish.blog(blog)).toBeChecked();
  await expect(publish.checks).toContainText(`Videos and posts of other sites become linked cards on ${blog}`);
  await expect(publish.confirm(`Publish to ${blog}`)).toBeEnabled();
  await keepPicture(page, 'publish');
  await window.press('Ctrl+Enter');
  await expect(publish.state(blog)).toHaveText('Published');
  await keepPicture(page, 'published');
  const opened = await rejoinder.captureBrowser();
  await publish.card(blog).getByRole('button', { name: 'Open in the browser' }).click();
  await expect.poll(opened).toHaveLength(1);
  await publish.done.click();
  await expect(window.library.row(commentary.headline)).toContainText('Published');

  const folder = practiceFolder(rejoinder);
  const [publication] = await ask(page, 'posts', 'publications', { id });
  expect(publication?.link).toMatch(/^file:.*\/posts\/[^/]+\/index\.html$/);
  await reader.goto(publication?.link ?? '');
  await readPost(reader);
  const article = await reader.getByRole('article').innerHTML();

  // What was shown before is what is published: one string, but for where the pictures are.
  const withoutAddresses = (html: string) => html.replace(/(media:\/\/library|\.\.\/\.\.\/media)\/[0-9a-f.]+\w*/g, '…');
  const [, bodyShown] = withoutAddresses(shown).split('</h1>');
  expect(withoutAddresses(article)).toContain(bodyShown?.trim());

  const host = await serveFolder(folder);
  try {
    await reader.goto(host.url);
    await expect(reader.getByRole('listitem')).toHaveCount(1);
    await reader.getByRole('link', { name: commentary.headline }).click();
    await readPost(reader);
    await keepPicture(reader, 'site', { fullPage: true });
    const entries = await readFeed(reader, await (await fetch(`${host.url}feed.xml`)).text());
    expect(entries).toMatchObject([{ id: `urn:uuid:${id}`, title: commentary.headline }]);
    expect(entries[0]?.content).toContain(commentary.quotation);
    const linked = await fetch(new URL(entries[0]?.link ?? '', host.url));
    expect(linked.status).toBe(200);

    await window.editor.paragraphs('comment').first().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' And I row.');
    await publish.open();
    await publish.confirm(`Update on ${blog}`).click();
    await expect(publish.state(blog)).toHaveText('Published');
    await publish.done.click();

    const [again] = await ask(page, 'posts', 'publications', { id });
    expect(again?.link).toBe(publication?.link);
    await reader.reload();
    await expect(reader.getByRole('article')).toContainText(`${commentary.comment} And I row.`);
    await reader.goto(host.url);
    await expect(reader.getByRole('listitem')).toHaveCount(1);
    const updated = await readFeed(reader, await readFile(join(folder, 'feed.xml'), 'utf8'));
    expect(updated).toMatchObject([{ id: `urn:uuid:${id}`, link: entries[0]?.link }]);
    expect(updated[0]?.content).toContain('And I row.');
  } finally {
    await host.close();
  }
  await reader.goto(pathToFileURL(join(folder, 'index.html')).href);
  await reader.getByRole('link', { name: commentary.headline }).click();
  await expect(reader.getByRole('article')).toContainText('And I row.');
  await expectCleanLog(dataFolder);
});
