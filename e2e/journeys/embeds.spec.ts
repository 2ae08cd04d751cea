import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, expectCleanLog, keepPicture, type Rejoinder, test } from '../app.ts';
import { checksIn } from '../pages/checks.ts';
import { type MainWindow, mainWindow } from '../pages/main-window.ts';
import { previewSheet } from '../pages/preview-sheet.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { practiceFolder } from '../world/commentary.ts';
import { startVideoSite, type VideoSite } from '../world/video-site.ts';

const withSite = test.extend<{ readonly site: VideoSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  site: async ({}, use) => {
    const site = await startVideoSite();
    await use(site);
    await site.close();
  },
});

/** A page of a site that is asked nothing: it has no oEmbed. */
const rutube = 'https://rutube.ru/video/c6cc4d620b1d4338901770a44b3e82f4/';

const begin = async (rejoinder: Rejoinder): Promise<MainWindow> => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  await window.newPost();
  await page.keyboard.type('Ferries');
  await page.keyboard.press('Enter');
  await page.keyboard.type('They leave at noon.');
  await page.keyboard.press('Enter');
  return window;
};

const insert = async (rejoinder: Rejoinder, { editor }: MainWindow, address: string): Promise<Locator> => {
  await rejoinder.menu('Insert', 'Video or post…');
  const panel = editor.panel('Insert a video or post');
  await panel.getByRole('textbox', { name: 'Address of the video or post' }).fill(address);
  await panel.getByRole('button', { name: 'Insert' }).click();
  return editor.videos.last();
};

/** What was said last to those who hear the window. */
const said = (page: Page, text: string): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeAttached();

const suggestions = (embed: Locator): Locator => embed.getByRole('group', { name: 'What the card suggests' });

withSite(
  'an address becomes a card, its site says title, author and picture, and its words are put in only when asked for',
  async ({ rejoinder, dataFolder, site }) => {
    const window = await begin(rejoinder);
    const { editor } = window;
    const embed = await insert(rejoinder, window, `${site.origin}/film`);
    await expect(embed).toHaveAccessibleName('Post: First ship through the breakwater');
    await expect(embed.locator('.embed-poster img')).toHaveJSProperty('complete', true);
    await expect(editor.caption(embed)).toHaveText('');
    await expect(suggestions(embed)).toContainText('Caption, from the card');
    await test.step('the same words are in the list of the field', async () => {
      const options = window.page.getByRole('listbox', { name: 'Words for this field' });
      await editor.caption(embed).click();
      await said(window.page, 'There are words for the caption: First ship through the breakwater.');
      await window.page.keyboard.press('ArrowDown');
      await expect(options.getByRole('option')).toHaveText(['First ship through the breakwaterfrom the card']);
      await window.page.keyboard.press('Enter');
      await expect(editor.caption(embed)).toHaveText('First ship through the breakwater');
      await window.press('Ctrl+Z');
      await expect(editor.caption(embed)).toHaveText('');
    });
    await keepPicture(window.page, 'embed-suggested');
    expect(await window.page.title()).not.toBe('taken over');
    expect(site.requests).toEqual(['/film', '/oembed', '/still.png']);

    await embed.getByRole('button', { name: 'Use as credit: Harbour TV' }).click();
    await expect(editor.credit(embed)).toHaveText('Harbour TV');
    await embed.getByRole('button', { name: 'Dismiss the suggested caption' }).click();
    await expect(suggestions(embed)).toBeHidden();
    await editor.caption(embed).click();
    await window.page.keyboard.type('The first freighter.');

    await test.step('one that was taken down is found when links are checked, and its place is led to', async () => {
      const checks = checksIn(window.side.pane);
      await window.side.tab('Checks').click();
      const checkLinks = async (): Promise<void> => {
        await window.side.pane.getByRole('button', { name: /^Check links/ }).click();
        await window.question.getByRole('button', { name: 'Ask it too' }).click();
      };
      await checkLinks();
      await expect(window.side.pane.getByRole('region', { name: 'Check links' })).toContainText('1 of 1 page answers.');
      site.takeDown();
      await checkLinks();
      await expect(checks.group('Must')).toContainText('127.0.0.1: it answers 404.');
      await checks.goTo('A video or post is not shown any more');
      await expect(editor.tools('Post of another site')).toBeVisible();
      await keepPicture(window.page, 'embed-gone');
    });

    await test.step('it goes out with its still picture, and is there after a restart without a question', async () => {
      const publish = publishSheet(window.page);
      await publish.open();
      await publish.leaveMusts();
      await window.press('Ctrl+Enter');
      await expect(publish.state('Practice blog')).toHaveText('Published');
      await publish.done.click();
      const published = await readFile(join(practiceFolder(rejoinder), 'posts', 'ferries', 'index.html'), 'utf8');
      expect(published).toContain(`href="${site.origin}/film"`);
      expect(published).toMatch(/<img src="[^"]+" alt="" class="video-still"/);
      expect(published).toContain('The first freighter. <span class="credit">Harbour TV</span>');
      const asked = site.requests.length;
      await rejoinder.quit();
      const again = mainWindow(await rejoinder.launch());
      await expect(again.editor.videos.first()).toHaveAccessibleName('Post: First ship through the breakwater');
      await expect(again.editor.videos.first().locator('.embed-poster img')).toHaveJSProperty('complete', true);
      expect(site.requests).toHaveLength(asked);
    });
    await expectCleanLog(dataFolder);
  },
);

withSite(
  'undoing an embed is one step, and a page that is not there says so and stays a card',
  async ({ rejoinder, site }) => {
    const window = await begin(rejoinder);
    const { editor } = window;
    const embed = await insert(rejoinder, window, `${site.origin}/film`);
    await expect(embed).toHaveAccessibleName('Post: First ship through the breakwater');
    await window.press('Ctrl+Z');
    await expect(editor.videos).toHaveCount(0);
    await expect(editor.paragraphs('summary').first()).toHaveText('They leave at noon.');

    const missing = await insert(rejoinder, window, `${site.origin}/missing`);
    await expect(window.messages).toContainText('has no page at this address');
    await expect(missing).toHaveAccessibleName('Post: Post on 127.0.0.1');
    await missing.locator('.embed-about').click();
    await editor.tools('Post of another site').getByRole('textbox', { name: 'Title' }).fill('The film');
    await expect(missing).toHaveAccessibleName('Post: The film');
  },
);

test('a pasted address keeps its start time, which is changed in the card, and the embed goes out as a link', async ({
  rejoinder,
}) => {
  const window = await begin(rejoinder);
  const { editor, page } = window;
  await editor.paste({ 'text/plain': `${rutube}?t=1m30s&utm_source=x` });
  const embed = editor.videos.first();
  await expect(embed).toHaveAccessibleName('Video: Video on Rutube');
  await expect(embed).toContainText('Rutube · from 1:30 · plays after a click');
  await embed.locator('.embed-about').click();
  const tools = editor.tools('Video');
  await expect(tools.getByRole('button', { name: 'Read again' })).toHaveCount(0);
  await tools.getByRole('textbox', { name: 'Start time' }).fill('1:02:03');
  await page.keyboard.press('Tab');
  await expect(embed).toContainText('from 1:02:03');
  await tools.getByRole('textbox', { name: 'Title' }).fill('Footage from the harbour');
  await tools.getByRole('switch', { name: 'As a link' }).click();
  await expect(embed).toContainText('goes out as a link');
  await keepPicture(page, 'embed-tools');

  await window.press('F12');
  await expect(previewSheet(page).content.getByRole('link', { name: /Footage from the harbour/ })).toHaveAttribute(
    'href',
    `${rutube}?t=3723`,
  );
});

test('an address of the public list becomes a card behind the paste, and undo gives the address back', async ({
  rejoinder,
}) => {
  const window = await begin(rejoinder);
  const { editor, page } = window;
  const address = 'https://www.documentcloud.org/documents/123-letter';
  await editor.paste({ 'text/plain': address });
  await expect(editor.videos).toHaveAccessibleName('Post: Post on documentcloud.org');
  await said(page, 'The address became a card of DocumentCloud. Undo gives the address back.');
  await window.press('Ctrl+Z');
  await expect(editor.videos).toHaveCount(0);
  await expect(editor.paragraphs('summary').last()).toHaveText(address);
  await window.press('Ctrl+Y');
  await page.keyboard.type('The letter.');
  await expect(editor.caption(editor.videos)).toHaveText('The letter.');
});

test('an address that may as well be an article stays, and its card is offered', async ({ rejoinder }) => {
  const window = await begin(rejoinder);
  const { editor, page } = window;
  const address = 'https://www.nytimes.com/2026/06/01/world/ferries.html';
  await editor.paste({ 'text/plain': address });
  await expect(window.messages).toContainText('This address of The New York Times can be shown as a card.');
  await expect(editor.paragraphs('summary').last()).toHaveText(address);
  await keepPicture(page, 'embed-offered');
  await page.keyboard.press('Enter');
  await page.keyboard.type('It says so.');
  await window.messages.getByRole('button', { name: 'Show as a card' }).click();
  await expect(editor.videos).toHaveAccessibleName('Post: Post on nytimes.com');
  await expect(editor.text).not.toContainText(address);
  await page.keyboard.type(' Twice.');
  await expect(editor.paragraphs('summary').last()).toHaveText('It says so. Twice.');

  await page.keyboard.press('Enter');
  await editor.paste({ 'text/plain': `${address}?page=2` });
  await page.keyboard.type(' is what they say.');
  await window.messages.getByRole('button', { name: 'Show as a card' }).click();
  await expect(window.messages).toContainText('The address is not on a line of its own any more.');
  await expect(editor.videos).toHaveCount(1);
});

withSite('a pasted short link becomes the video that it leads to, in one undo step', async ({ rejoinder, site }) => {
  const window = await begin(rejoinder);
  const { editor } = window;
  await site.standForTikTok(rejoinder);
  await editor.paste({ 'text/plain': 'https://vm.tiktok.com/ZMRjsP94a/' });
  const embed = editor.videos.first();
  await expect(embed).toHaveAccessibleName('Video: First ship through the breakwater');
  expect(site.requests.slice(0, 2)).toEqual(['/vm.tiktok.com/ZMRjsP94a/', '/www.tiktok.com/oembed']);
  await expect(embed).toContainText('plays after a click');
  await window.press('F12');
  await expect(
    previewSheet(window.page)
      .content.getByRole('link', { name: /First ship/ })
      .first(),
  ).toHaveAttribute('href', 'https://www.tiktok.com/@harbour/video/6718335390845095173');
  await window.page.keyboard.press('Escape');
  await editor.caption(embed).click();
  await window.press('Ctrl+Z');
  await expect(editor.videos).toHaveCount(0);
});
