import { expect, keepPicture, test } from '../app.ts';
import { checksIn } from '../pages/checks.ts';
import { mainWindow } from '../pages/main-window.ts';
import { startArticleSite } from '../world/articles/site.ts';

const path = '/newspaper/ferries';
const picture = '/pictures/lead.jpg';

test('the picture of a source’s page comes in after a click, with the page’s words as suggestions', async ({
  rejoinder,
}) => {
  const site = await startArticleSite();
  try {
    const window = mainWindow(await rejoinder.launch());
    const { page, side, editor } = window;
    const checks = checksIn(side.pane);
    const before = await (await fetch(`${site.origin}${path}`)).text();
    site.replace(path, before.replaceAll('Colm Mole', 'Colm Mole/Reuters'));
    await window.newPost();
    await window.press('Ctrl+Shift+L');
    await side.sourceForm.getByRole('textbox', { name: 'Address' }).fill(`${site.origin}${path}`);
    await side.sourceForm.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(side.sources).toContainText('Read just now');
    expect(site.requests).not.toContain(picture);
    await editor.headline.click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('The boats run at night.');
    const choose = async (): Promise<void> => {
      await side.pane.getByRole('button', { name: 'More for Harbour Courier' }).click();
      await page.getByRole('menuitem', { name: 'Insert picture of the page' }).click();
    };

    await test.step('fetching can be cancelled, and says when there is none', async () => {
      site.silence(picture);
      await choose();
      await expect(side.sources).toContainText('Fetching the picture');
      await side.pane.getByRole('button', { name: 'Cancel fetching the picture of Harbour Courier' }).click();
      await expect(side.source('Fetching the picture')).toHaveCount(0);
      await expect(window.messages.getByRole('alert')).toHaveCount(0);
      site.replace(picture, 404);
      await choose();
      await expect(window.messages).toContainText('127.0.0.1');
      await expect(editor.figures).toHaveCount(0);
      site.replace(picture, null);
    });

    await choose();
    const figure = editor.figures.first();
    const suggestions = figure.getByRole('group', { name: 'What the picture says of itself' });
    await expect(suggestions).toContainText('The night boat at the inner quay.');
    await expect(suggestions).toContainText('Credit, from the source’s page');
    await expect(editor.credit(figure)).toHaveText('');
    await keepPicture(page, 'suggested');
    await figure.getByRole('button', { name: 'Use as caption: The night boat at the inner quay.' }).click();
    await figure.getByRole('button', { name: 'Use as credit: Colm Mole/Reuters' }).click();
    await expect(editor.caption(figure)).toHaveText('The night boat at the inner quay.');
    await expect(editor.credit(figure)).toHaveText('Colm Mole/Reuters');

    await test.step('its credit is looked at like any other', async () => {
      await side.tab('Checks').click();
      await expect(checks.group('Should')).toContainText('A picture of Reuters');
      await side.tab('Sources').click();
    });

    await test.step('the reader has it too', async () => {
      await side.pane.getByRole('button', { name: 'Read the saved article of Harbour Courier' }).click();
      const reader = side.pane.getByRole('region', { name: 'Article of Harbour Courier' });
      await reader.getByRole('button', { name: 'Insert picture of the page' }).click();
      await expect(editor.figures).toHaveCount(2);
      await keepPicture(page, 'reader');
    });
  } finally {
    await site.close();
  }
});
