import { filledFrom } from '../../core/sources/page-reading.ts';
import { newSource } from '../../core/sources/source.ts';
import { expect, keepPicture, test } from '../app.ts';
import { checksIn } from '../pages/checks.ts';
import { ask, openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { articlePages } from '../world/articles/pages.ts';
import { startArticleSite } from '../world/articles/site.ts';

const copied = 'will run through the night from the first of June';

test('words copied from a source are underlined, compared, and made a quotation in one undo step', async ({
  rejoinder,
}) => {
  const site = await startArticleSite();
  const [article] = articlePages;
  if (article === undefined) throw new Error('The site has no page.');
  try {
    const first = await rejoinder.launch();
    await mainWindow(first).newPost();
    const post = await openPost(first);
    const source = newSource({ id: crypto.randomUUID(), url: `${site.origin}${article.path}` });
    const read = await ask(first, 'sources', 'read', { reading: crypto.randomUUID(), url: source.url, typed: true });
    await ask(first, 'posts', 'saveSources', {
      id: post.id,
      revision: post.revision,
      sources: [filledFrom(source, read)],
    });
    await rejoinder.quit();
  } finally {
    await site.close();
  }

  // From here on nothing is fetched: the saved article is on this computer.
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor, side } = window;
  const checks = checksIn(side.pane);
  const marked = editor.text.locator('.copied-words');
  await editor.headline.click();
  await page.keyboard.type('Night boats');
  await page.keyboard.press('Enter');
  await page.keyboard.type(`They say “the ferries ${copied}” and that the ferries ${copied}. So be it.`);
  await expect(marked).toHaveText(copied);

  await test.step('the word at the caret is never underlined', async () => {
    for (const _ of '. So be it.') await page.keyboard.press('ArrowLeft');
    await expect(marked).toHaveText('will run through the night from the first of');
    await page.keyboard.press('End');
    await expect(marked).toHaveText(copied);
  });

  await test.step('the switch in Settings takes it away and brings it back', async () => {
    const sheet = window.sheet('Settings');
    for (const count of [0, 1]) {
      await window.press('Ctrl+,');
      await sheet.getByRole('switch', { name: 'Underline what a summary copies' }).click();
      await page.keyboard.press('Escape');
      await expect(sheet).toBeHidden();
      await expect(marked).toHaveCount(count);
    }
  });

  await test.step('a longer shortest run leaves it out', async () => {
    const sheet = window.sheet('Settings');
    const words = sheet.getByRole('group', { name: 'Shortest run of words that counts' });
    for (const [button, shown, count] of [
      ['More words', '11 words', 0],
      ['Fewer words', '10 words', 1],
    ] as const) {
      await window.press('Ctrl+,');
      const change = words.getByRole('button', { name: button });
      while ((await words.getByRole('status').textContent()) !== shown) await change.click();
      if (count === 0) await expect(change).toBeEnabled();
      await page.keyboard.press('Escape');
      await expect(sheet).toBeHidden();
      await expect(marked).toHaveCount(count);
    }
  });

  await rejoinder.menu('Post', 'Checks');
  const finding = checks.group('Should').getByRole('listitem').filter({ hasText: 'will run through' });
  await expect(finding).toContainText('words as they stand in Harbour Courier');
  await keepPicture(page, 'copy-check');
  await finding.getByRole('button', { name: /^Compare/ }).click();
  const sheet = page.getByRole('dialog', { name: 'The same words' });
  await expect(sheet.getByRole('region', { name: 'Your summary' }).locator('mark')).toHaveText(copied);
  await expect(sheet.getByRole('region', { name: 'Harbour Courier' }).locator('mark')).toHaveText(copied);
  await expect(sheet.getByRole('region', { name: 'Harbour Courier' })).toContainText('the harbour council decided');
  await keepPicture(page, 'copy-check-compare');
  await sheet.getByRole('button', { name: 'Make it a quotation' }).click();

  await expect(sheet).toBeHidden();
  await expect(editor.quotations).toContainText(`${copied}.`);
  // It is said, and the keys stay in the list, where the next finding is.
  await expect(page.getByRole('status').filter({ hasText: 'It is a quotation now, tied to its source.' })).toHaveCount(
    1,
  );
  await expect(side.pane.locator(':focus')).toContainText('Must');
  await expect(editor.quotations).toContainText('Harbour Courier');
  await expect(editor.paragraphs('summary').first()).toHaveText(
    `They say “the ferries ${copied}” and that the ferries`,
  );
  await expect(finding).toHaveCount(0);
  await expect(marked).toHaveCount(0);
  await editor.text.focus();
  await window.press('Ctrl+Z');
  await expect(editor.quotations).toHaveCount(0);
  await expect(marked).toHaveText(copied);
});
