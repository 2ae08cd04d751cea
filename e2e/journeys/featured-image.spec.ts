import { expect, keepPicture, test } from '../app.ts';
import { openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { startArticleSite } from '../world/articles/site.ts';
import { png, writePicture } from '../world/pictures.ts';

test('the featured image is chosen from the text, from a source’s page or from a file, and says whose it is', async ({
  rejoinder,
  dataFolder,
}) => {
  const site = await startArticleSite();
  try {
    const window = mainWindow(await rejoinder.launch());
    const { page, side, editor } = window;
    const featured = side.featuredImage;
    const stored = async () => (await openPost(page)).fields;
    await window.newPost();
    await page.keyboard.type('Harbour\nThe boats are back.');
    await rejoinder.menu('Post', 'Featured image…');
    await expect(featured).toBeFocused();
    await expect(featured).toContainText('No picture stands for this post yet.');

    await test.step('from a file', async () => {
      await rejoinder.answerFileDialog([await writePicture(dataFolder, 'cranes.png', { colour: [120, 40, 90] })]);
      await featured.getByRole('button', { name: 'From a file…' }).click();
      await expect(featured.getByRole('img', { name: 'Featured image without alternative text' })).toBeVisible();
      await side.field('Credit of the featured image').fill('Jo Ruiz');
      await side.field('Alternative text of the featured image').fill('Cranes at dusk');
      await expect.poll(stored).toMatchObject({ featuredAlt: 'Cranes at dusk', featuredCredit: 'Jo Ruiz' });
      await expect(featured.getByRole('img', { name: 'Cranes at dusk' })).toBeVisible();
      await keepPicture(page, 'file');
    });

    await test.step('removed and brought back with its words', async () => {
      await featured.getByRole('button', { name: 'Remove', exact: true }).click();
      await expect(featured.getByRole('button', { name: 'From a file…' })).toBeFocused();
      await expect(featured).toContainText('No picture stands for this post yet.');
      await window.messages.getByRole('button', { name: 'Undo' }).last().click();
      await expect(featured.getByRole('img', { name: 'Cranes at dusk' })).toBeVisible();
    });

    await test.step('from the page of a source, with what the page says of it', async () => {
      await window.press('Ctrl+Shift+L');
      await side.sourceForm.getByRole('textbox', { name: 'Address' }).fill(`${site.origin}/newspaper/ferries`);
      await side.sourceForm.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(side.sources).toContainText('Read just now');
      await side.tab('Post').click();
      await featured.getByRole('button', { name: 'Choose another…' }).click();
      await page.getByRole('menuitem', { name: /^Picture of/ }).click();
      await expect.poll(async () => (await stored()).featuredAlt).toBe('');
      await featured.getByRole('button', { name: 'Use “Colm Mole”' }).click();
      await expect.poll(stored).toMatchObject({ featuredCredit: 'Colm Mole' });
      await keepPicture(page, 'source');
    });

    await test.step('from the text, where its figure says whose it is', async () => {
      for (const [at, colour] of (
        [
          [30, 90, 140],
          [90, 140, 30],
        ] as const
      ).entries()) {
        await editor.dropFiles(editor.paragraphs('summary').first(), { [`boat-${at}.png`]: png({ colour }) });
        await expect(editor.figures).toHaveCount(at + 1);
      }
      await editor.credit(editor.figures.first()).click();
      await page.keyboard.type('Reuters');
      await expect(side.featured(2)).toBeVisible();
      await side.featured(1).click();
      await expect(featured).toContainText('Credit: Reuters');
      await expect(featured).toContainText('No alternative text yet');
      await keepPicture(page, 'text');
      await page.emulateMedia({ colorScheme: 'dark' });
      await keepPicture(page, 'text-dark');
      await page.emulateMedia({ colorScheme: 'light' });
      const { featuredImage } = await stored();
      expect(await editor.picture(editor.figures.first()).getAttribute('src')).toContain(String(featuredImage));
      await side.featured(1).click();
      await expect(featured).toContainText('The first picture of the text');
      expect((await stored()).featuredImage).toBeNull();
    });
  } finally {
    await site.close();
  }
});
