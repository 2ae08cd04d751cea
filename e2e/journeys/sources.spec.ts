import { expect, keepPicture, test } from '../app.ts';
import { ask, openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { type ArticleSite, startArticleSite } from '../world/articles/site.ts';

test('a page is read in a process of its own, and its article is kept', async ({ rejoinder }) => {
  const site = await startArticleSite();
  try {
    const page = await rejoinder.launch();
    const read = (path: string) =>
      ask(page, 'sources', 'read', { reading: crypto.randomUUID(), url: `${site.origin}${path}`, typed: true });
    const { fields, article, trouble } = await read('/newspaper/japanese');
    expect([fields.title, fields.authors, trouble]).toEqual(['夜の市場に戻ってきた紙芝居', ['高橋みさき'], null]);
    const { text } = await ask(page, 'sources', 'article', { sha256: article ?? '' });
    expect(text.split('\n')).toHaveLength(3);
    expect(await read('/hostile/nested')).toMatchObject({ article: null, trouble: 'page/unreadable' });
    expect((await read('/newspaper/japanese')).article).toBe(article);
  } finally {
    await site.close();
  }
});

/** A site that is closed when the test ends. */
const withSite = test.extend<{ readonly site: ArticleSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  site: async ({}, use) => {
    const site = await startArticleSite();
    await use(site);
    await site.close();
  },
});

withSite('the address on the clipboard becomes a post whose card is filled', async ({ rejoinder, site }) => {
  const window = mainWindow(await rejoinder.launch());
  const { page, side } = window;
  await rejoinder.copyText(`${site.origin}/newspaper/ferries`);
  await window.press('Ctrl+Shift+N');
  const sheet = window.sheet('New from link');
  const address = sheet.getByRole('textbox', { name: 'Address' });
  await expect(address).toHaveValue(`${site.origin}/newspaper/ferries`);
  expect(site.requests).toEqual([]);
  // Nobody typed it, and it leads to this computer.
  await address.press('Enter');
  await expect(side.source('leads to this computer or a private network')).toHaveCount(1);
  expect(site.requests).toEqual([]);

  await window.press('Ctrl+Shift+N');
  await address.fill(`${site.origin}/newspaper/ferries?read=1`);
  await address.press('Enter');
  const card = side.source('Ferries to run at night from June');
  await expect(card).toContainText('Harbour Courier');
  await expect(card).toContainText('Anna Weir · May 14, 2026 · Read just now');
  await keepPicture(page, 'card');
  // It is kept with the post.
  const again = mainWindow(await rejoinder.relaunch());
  await expect(again.side.source('Ferries to run at night from June')).toContainText('Anna Weir');
  const { sources } = await openPost(again.page);
  expect((await ask(again.page, 'sources', 'article', { sha256: sources[0]?.article ?? '' })).text).toContain(
    'first of June',
  );
});

withSite(
  'a source added by its address alone is filled; by hand stays by hand when it is read again',
  async ({ rejoinder, site }) => {
    const window = mainWindow(await rejoinder.launch());
    const { page, side } = window;
    await window.newPost();
    await window.press('Ctrl+Shift+L');
    await side.sourceForm.getByRole('textbox', { name: 'Address' }).fill(`${site.origin}/ghost/library`);
    await side.sourceForm.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(side.source('The library that lends out silence & umbrellas')).toContainText(
      'Ivo Brandt, Mira Okafor',
    );

    const menu = (item: string) => page.getByRole('menuitem', { name: item });
    await side.pane.getByRole('button', { name: 'More for Slow Letters' }).click();
    await menu('Edit source…').click();
    const form = side.pane.getByRole('form', { name: 'Edit source' });
    await form.getByRole('textbox', { name: 'Title' }).fill('A room for silence');
    await form.getByRole('button', { name: 'Save' }).click();
    await side.pane.getByRole('button', { name: 'More for Slow Letters' }).click();
    const before = site.requests.length;
    await menu('Read the page again').click();
    await expect.poll(() => site.requests.length).toBe(before + 1);
    await expect(side.source('A room for silence')).toContainText('Read just now');
    await expect(side.source('Reading the article')).toHaveCount(0);
    await expect(side.source('A room for silence')).toHaveCount(1);
  },
);

withSite('a page that cannot be read leaves a card to fill by hand, with the reason', async ({ rejoinder, site }) => {
  const window = mainWindow(await rejoinder.launch());
  const { page, side } = window;
  await window.newPost();
  const add = async (path: string): Promise<void> => {
    await window.press('Ctrl+Shift+L');
    await side.sourceForm.getByRole('textbox', { name: 'Address' }).fill(`${site.origin}${path}`);
    await side.sourceForm.getByRole('button', { name: 'Add', exact: true }).click();
  };
  await add('/status/410');
  await expect(side.sources).toContainText('taken down');
  await expect(side.sources).toContainText('127.0.0.1');
  await keepPicture(page, 'unread');
  site.replace('/status/410', '<!doctype html><title>Back again</title><p>Here it is.');
  await side.sources.getByRole('button', { name: /^Try again/ }).click();
  await expect(side.sources).toContainText('Back again');

  await add('/hostile/silent');
  const silent = side.source('Reading the article');
  await keepPicture(page, 'reading');
  await silent.getByRole('button', { name: /^Cancel reading/ }).click();
  await expect(side.source('Reading the article')).toHaveCount(0);
});

withSite(
  'a link from another program only fills the sheet, in the app that runs already',
  async ({ rejoinder, site }) => {
    const window = mainWindow(await rejoinder.launch());
    const link = `${site.origin}/newspaper/ferries`;
    const address = window.sheet('New from link').getByRole('textbox', { name: 'Address' });
    for (const handed of [`rejoinder://new?url=${encodeURIComponent(link)}`, `${link}?plain`]) {
      await rejoinder.handOver(handed);
      await expect(address).toHaveValue(handed === `${link}?plain` ? handed : link);
    }
    await window.page.keyboard.press('Escape');
    await expect(address).toBeHidden();
    expect(site.requests).toEqual([]);
  },
);

withSite(
  'the saved article is read beside the post: words become a quotation of it, offline too',
  async ({ rejoinder, site }) => {
    const window = mainWindow(await rejoinder.launch());
    const { page, side, editor } = window;
    await window.press('Ctrl+Shift+N');
    const address = window.sheet('New from link').getByRole('textbox', { name: 'Address' });
    await address.fill(`${site.origin}/newspaper/ferries`);
    await address.press('Enter');
    await expect(side.source('Ferries to run at night from June')).toContainText('Read just now');
    await site.close();

    await editor.headline.click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('The boats run at night.');
    await side.pane.getByRole('button', { name: 'Read the saved article of Harbour Courier' }).click();
    const reader = side.pane.getByRole('region', { name: 'Article of Harbour Courier' });
    const article = reader.getByRole('article');
    await expect(article).toContainText('Two boats will leave the inner quay every forty minutes');
    await keepPicture(page, 'reader');

    // By keyboard: the second paragraph, then its quotation.
    await article.locator('> div').first().focus();
    await page.keyboard.press('ArrowDown');
    await reader.getByRole('button', { name: 'Quote' }).focus();
    await page.keyboard.press('Enter');
    await expect(editor.text).toContainText('whoever missed it had to take the road around the bay.');
    await expect(editor.text.locator('blockquote')).toContainText('Harbour Courier');

    // With the pointer: a few words.
    await article.getByText('Nobody should have to choose').dblclick({ position: { x: 30, y: 10 } });
    await reader.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => rejoinder.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Nobody');
    await reader.getByRole('button', { name: 'Sources' }).press('Escape');
    await expect(side.sources.getByRole('button', { name: /^Read the saved article/ })).toBeFocused();
    await expect(side.sources).toHaveCount(1);
  },
);

withSite('a publisher of another post is offered in the form of a source', async ({ rejoinder, site }) => {
  const window = mainWindow(await rejoinder.launch());
  const { side } = window;
  const addSource = async (path: string): Promise<void> => {
    await window.newPost();
    await window.press('Ctrl+Shift+L');
    await side.sourceForm.getByRole('textbox', { name: 'Address' }).fill(`${site.origin}${path}`);
  };
  await addSource('/status/410');
  await side.sourceForm.getByRole('textbox', { name: 'Publisher' }).fill('Harbour Courier');
  await side.sourceForm.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(side.sources).toContainText('Harbour Courier');

  await addSource('/status/404');
  const publisher = side.sourceForm.getByRole('combobox', { name: 'Publisher' });
  await publisher.fill('harb');
  await expect(side.sourceForm.locator('datalist option')).toHaveAttribute('value', 'Harbour Courier');
});

test('two cards become one, with what refers to them, and every undo brings back both', async ({ rejoinder }) => {
  const window = mainWindow(await rejoinder.launch());
  const { page, side, editor } = window;
  await window.newPost();
  const one = { address: 'https://courier.example/a', title: 'Ferries at night', publisher: 'Harbour Courier' };
  const other = { address: 'https://courier.example/b', title: 'The same ferries', publisher: 'Courier online' };
  await side.addSource(one);
  await side.addSource(other);
  await editor.headline.click();
  await page.keyboard.press('ArrowDown');
  await side.pane.getByRole('button', { name: 'Quote Courier online' }).click();
  await page.keyboard.type('Two boats.');
  const quotation = editor.text.locator('blockquote');
  await expect(quotation).toContainText('Courier online');

  const merge = async (): Promise<void> => {
    await side.pane.getByRole('button', { name: 'More for Courier online' }).click();
    await page.getByRole('menuitem', { name: 'Merge into “Ferries at night”' }).click();
    await expect(side.sources).toHaveCount(1);
    await expect(quotation).toContainText('Harbour Courier');
  };
  await merge();
  await window.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(side.sources).toHaveCount(2);
  await expect(quotation).toContainText('Courier online');
  await merge();
  // Undo and redo in the text take the card along.
  await editor.text.focus();
  await window.press('Ctrl+Z');
  await expect(quotation).toContainText('Courier online');
  await expect(side.sources).toHaveCount(2);
  await window.press('Ctrl+Y');
  await expect(quotation).toContainText('Harbour Courier');
  await expect(side.sources).toHaveCount(1);
  await window.press('Ctrl+Z');
  await expect(side.sources).toHaveCount(2);
  await expect(side.source('The same ferries')).toContainText('Courier online');
  await merge();
  const again = mainWindow(await rejoinder.relaunch());
  await expect(again.side.sources).toHaveCount(1);
  await expect(again.editor.text.locator('blockquote')).toContainText('Harbour Courier');
});

withSite('what changed on the page since it was read is told by word', async ({ rejoinder, site }) => {
  const window = mainWindow(await rejoinder.launch());
  const { page, side } = window;
  const path = '/newspaper/ferries';
  await window.newPost();
  await window.press('Ctrl+Shift+L');
  await side.sourceForm.getByRole('textbox', { name: 'Address' }).fill(`${site.origin}${path}`);
  await side.sourceForm.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(side.source('Ferries to run at night from June')).toContainText('Read just now');

  const sheet = window.sheet('Source changed?');
  const compare = async (): Promise<void> => {
    await side.pane.getByRole('button', { name: 'More for Harbour Courier' }).click();
    await page.getByRole('menuitem', { name: 'Source changed?' }).click();
  };
  await compare();
  await expect(sheet).toContainText('The page says what it said when it was read.');
  await sheet.getByRole('button', { name: 'Close' }).first().click();

  const before = await (await fetch(`${site.origin}${path}`)).text();
  site.replace(path, before.replaceAll('from June', 'from July').replace('every forty minutes', 'every fifty minutes'));
  await compare();
  await expect(sheet.locator('del')).toHaveText(['June', 'forty']);
  await expect(sheet.locator('ins')).toHaveText(['July', 'fifty']);
  await keepPicture(page, 'changed');
  await sheet.getByRole('button', { name: 'Keep the new text' }).click();
  await expect(side.source('Ferries to run at night from July')).toHaveCount(1);
});

withSite(
  'without a network a card waits, and its page is asked for when the computer is online',
  async ({ rejoinder, site }) => {
    const window = mainWindow(await rejoinder.launch());
    const { page, side } = window;
    await window.newPost();
    await site.close();
    await page.context().setOffline(true);
    await window.press('Ctrl+Shift+L');
    await side.sourceForm.getByRole('textbox', { name: 'Address' }).fill(`${site.origin}/newspaper/ferries`);
    await side.sourceForm.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(side.sources).toContainText('Waits until you are online');
    // The site itself is still down: that it was asked is what counts.
    await page.context().setOffline(false);
    await expect(side.sources).toContainText('does not take connections');
    await expect(side.source('Waits until')).toHaveCount(0);
  },
);
