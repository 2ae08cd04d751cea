import { expect, keepPicture } from '../app.ts';
import { checksIn } from '../pages/checks.ts';
import { connectSheet } from '../pages/connect-sheet.ts';
import { mainWindow } from '../pages/main-window.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { test } from '../servers/wordpress-site.ts';
import { startArticleSite } from '../world/articles/site.ts';
import { stories } from '../world/articles/stories.ts';
import { expectWordsInOrder } from '../world/commentary.ts';
import { writePicture } from '../world/pictures.ts';

/** The name that the WordPress of the tests has. */
const blog = 'Harbour Notes';

const { ferries } = stories;
const path = '/newspaper/ferries';

/** What the writer says, in the order in which a reader meets it. */
const own = {
  headline: 'The night boats come back',
  summary: 'After long talks the bay gets boats at all hours, says ',
  caption: 'Waiting for a late crossing.',
  credit: 'Photo: Colm Mole',
  quoted: 'Nobody should have to choose between a night shift and a way home',
  comment: 'I have missed that last boat more often than I can count.',
} as const;

test('an address becomes a post that quotes and cites its article, and a stranger reads it all on WordPress', async ({
  rejoinder,
  dataFolder,
  site,
  page: reader,
}) => {
  const articles = await startArticleSite();
  const address = `${articles.origin}${path}`;
  try {
    const page = await rejoinder.launch();
    const window = mainWindow(page);
    const { side, editor } = window;
    const checks = checksIn(side.pane);
    const publish = publishSheet(page);

    await test.step('the writer has a blog', async () => {
      const sheet = connectSheet(page);
      await rejoinder.menu('Blog', 'Connect a blog…');
      await sheet.find(site.url.replace('http://', ''));
      await sheet.pasteInstead.click();
      await sheet.signIn(site.users.author.login, site.users.author.applicationPassword);
      await expect(sheet.connected).toBeVisible();
      await sheet.done.click();
    });

    await test.step('an address becomes a post with a card', async () => {
      await window.press('Ctrl+Shift+N');
      const field = window.sheet('New from link').getByRole('textbox', { name: 'Address' });
      await field.fill(address);
      await field.press('Enter');
      await expect(side.source(ferries.title)).toContainText('Harbour Courier');
      await expect(side.source(ferries.title)).toContainText('Anna Weir · May 14, 2026 · Read just now');
    });

    const article = side.pane.getByRole('region', { name: 'Article of Harbour Courier' });
    await test.step('the article is read beside the post, cited and quoted', async () => {
      await editor.headline.click();
      await page.keyboard.type(own.headline);
      await page.keyboard.press('Enter');
      await page.keyboard.type(own.summary);
      await side.pane.getByRole('button', { name: 'Read the saved article of Harbour Courier' }).click();
      await article.getByRole('button', { name: 'Cite' }).click();
      await expect(editor.citations).toHaveText('Harbour Courier');
      await page.keyboard.type('.');
      await article.getByRole('article').evaluate((holder, wanted) => {
        const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1;
          if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        }
      }, own.quoted);
      await article.getByRole('button', { name: 'Quote' }).click();
      await expect(editor.quotations).toContainText(own.quoted);
      await expect(editor.quotations).toContainText('Harbour Courier');
      await keepPicture(page, 'quoted');
    });

    await test.step('the writer comments, and adds the picture that the blog shows in lists', async () => {
      await editor.paragraphs('summary').first().click();
      await page.keyboard.press('End');
      await rejoinder.answerFileDialog([await writePicture(dataFolder, 'quay.png')]);
      await publish.open();
      await publish.chooseOnly([blog]);
      const inSheet = checksIn(publish.attribution);
      await inSheet.fix('No featured image', 'Insert picture…');
      await expect(inSheet.finding('No featured image')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(editor.figures).toHaveCount(1);
      await editor.caption(editor.figures.first()).click();
      await page.keyboard.type(own.caption);
    });

    await test.step('what must not go out is told, led to and settled', async () => {
      await side.tab('Checks').click();
      await expect(checks.group('Must').getByRole('listitem')).toHaveCount(3);
      await publish.open();
      await publish.chooseOnly([blog]);
      await expect(publish.confirm(`Publish to ${blog}`)).toBeDisabled();
      await page.keyboard.press('Escape');
      await checks.goTo('Picture without a credit');
      await page.keyboard.type(own.credit);
      await editor.describe(editor.figures.first(), 'People on a quay at night');
      await editor.paragraphs('comment').last().click();
      await page.keyboard.type(own.comment);
      await expect(checks.group('Must')).toHaveCount(0);
      await keepPicture(page, 'settled');
    });

    await test.step('it is published', async () => {
      await publish.open();
      await publish.chooseOnly([blog]);
      await publish.confirm(`Publish to ${blog}`).click();
      await expect(publish.state(blog)).toHaveText('Published', { timeout: 60_000 });
      await publish.done.click();
    });

    await test.step('a stranger reads it with its citation, credit and quotation', async () => {
      const [post] = (await (await site.fetchRest('wp/v2/posts')).json()) as readonly { readonly link: string }[];
      await reader.goto(post?.link ?? '');
      await expect(reader.getByRole('heading', { level: 1 })).toHaveText(own.headline);
      const content = reader.locator('.entry-content, .wp-block-post-content').first();
      expectWordsInOrder(await content.innerText(), [
        own.summary,
        'Harbour Courier',
        own.caption,
        own.credit,
        own.quoted,
        'Harbour Courier',
        'My Comment:',
        own.comment,
      ]);
      await expect(
        content.getByRole('paragraph').getByRole('link', { name: 'Harbour Courier' }).first(),
      ).toHaveAttribute('href', address);
      const quotation = content.getByRole('blockquote');
      await expect(quotation).toContainText(own.quoted);
      await expect(quotation.getByRole('link', { name: 'Harbour Courier' })).toHaveAttribute('href', address);
      await expect(content.getByRole('figure').first()).toContainText(own.credit);
      await keepPicture(reader, 'on-the-blog', { fullPage: true });
    });
  } finally {
    await articles.close();
  }
});
