import { join } from 'node:path';
import { expect } from '../../app.ts';
import { resize, type Tour } from './screen.ts';

/** Both drawers of a narrow window. */
export const walkDrawers = async ({ rejoinder, window, look }: Tour): Promise<void> => {
  const { page, library, side } = window;
  await resize(rejoinder, 880, 600);
  await expect(library.pane).toBeHidden();
  await look('narrow');
  await window.press('F9');
  await page.getByRole('dialog', { name: 'Library' }).waitFor();
  await look('narrow-library');
  await page.keyboard.press('Escape');
  await window.press('Shift+F9');
  await page.getByRole('dialog', { name: 'Side panel' }).waitFor();
  await look('narrow-side');
  await page.keyboard.press('Escape');
  await expect(side.pane).toBeHidden();
  await resize(rejoinder, 1280, 800);
  await expect(library.pane).toBeVisible();
};

/** Menus, searches, messages and the trash, until the library is empty. */
export const walkLibrary = async ({ rejoinder, window, look }: Tour, dataFolder: string): Promise<void> => {
  const { page, library } = window;
  await library.rows.first().click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  await look('post-menu');
  await page.keyboard.press('Escape');
  await library.search.fill('qqqq');
  await expect(library.pane.getByText('No post contains')).toBeVisible();
  await look('no-hits');
  await library.search.fill('');

  // A file cannot be written into a folder that is not there: a message with a trouble.
  await rejoinder.answerSaveDialog(join(dataFolder, 'no', 'such', 'folder.pdf'));
  await rejoinder.menu('File', 'Export as PDF…');
  await expect(window.alerts).toBeVisible();
  await look('messages');
  await window.messages.getByRole('button', { name: 'Close' }).last().click();

  for (let left = await library.rows.count(); left > 0; left -= 1) {
    await library.list.press('Delete');
    await expect(library.rows).toHaveCount(left - 1);
  }
  await expect(library.pane.getByText('Nothing here yet')).toBeVisible();
  await look('empty-library');
  await library.filter('Trash').click();
  await library.rows.first().click();
  await expect(page.getByText('This post is in the trash')).toBeVisible();
  await look('trash');
  await library.list.press('Delete');
  await window.question.waitFor();
  await look('delete-for-ever');
  await window.question.getByRole('button', { name: 'Cancel' }).click();
};
