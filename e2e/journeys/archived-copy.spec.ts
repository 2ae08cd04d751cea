import { expect, keepPicture, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { previewSheet } from '../pages/preview-sheet.ts';
import { startArchive } from '../world/archive.ts';

const source = { address: 'https://courier.example/ferries', title: 'Ferries at night', publisher: 'Harbour Courier' };
const copy = `https://web.archive.org/web/20260514044612/${source.address}`;

test('a link to an archived copy is looked for when the writer says so, published, and taken away again', async ({
  rejoinder,
}) => {
  const window = mainWindow(await rejoinder.launch());
  const { page, side, editor } = window;
  const archive = await startArchive(rejoinder);
  const choose = async (item: string): Promise<void> => {
    await side.pane.getByRole('button', { name: 'More for Harbour Courier' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const link = side.source(source.title).getByRole('link', { name: 'Archived copy of May 14, 2026' });
  try {
    await window.newPost();
    await side.addSource(source);
    await editor.headline.click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('The boats run at night, says ');
    await side.pane.getByRole('button', { name: 'Cite Harbour Courier' }).click();
    expect(archive.asked).toEqual([]);

    await test.step('the archive has none, or has no time', async () => {
      archive.answer('none');
      await choose('Add link to an archived copy');
      await expect(window.messages).toContainText('The Wayback Machine has no copy of this page.');
      archive.answer('busy');
      await choose('Add link to an archived copy');
      await expect(window.messages).toContainText('too many questions');
      await expect(link).toHaveCount(0);
    });

    await test.step('the question can be cancelled', async () => {
      archive.answer('silent');
      await choose('Add link to an archived copy');
      await expect(side.sources).toContainText('Asking the Wayback Machine');
      await keepPicture(page, 'asking');
      await side.pane.getByRole('button', { name: 'Cancel asking for a copy of Harbour Courier' }).click();
      await expect(side.source('Asking the Wayback Machine')).toHaveCount(0);
    });

    await test.step('the copy is shown on the card and published', async () => {
      archive.answer('copy');
      await choose('Add link to an archived copy');
      await expect(link).toHaveAttribute('href', copy);
      expect(archive.asked).toEqual(Array.from({ length: 4 }, () => source.address));
      await keepPicture(page, 'card');
      const preview = previewSheet(page);
      await preview.open();
      await expect(preview.content.getByRole('link', { name: 'archived' })).toHaveAttribute('href', copy);
      await page.keyboard.press('Escape');
    });
  } finally {
    await archive.close();
  }

  const again = mainWindow(await rejoinder.relaunch());
  const kept = again.side.sources.getByRole('link', { name: 'Archived copy of May 14, 2026' });
  await expect(kept).toHaveAttribute('href', copy);
  await again.side.pane.getByRole('button', { name: 'More for Harbour Courier' }).click();
  await again.page.getByRole('menuitem', { name: 'Remove the link to the archived copy' }).click();
  await expect(kept).toHaveCount(0);
  await again.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(kept).toHaveCount(1);
});
