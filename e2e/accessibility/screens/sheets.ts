import { expect } from '../../app.ts';
import { outboxSheet } from '../../pages/outbox-sheet.ts';
import { palette } from '../../pages/palette.ts';
import { previewSheet } from '../../pages/preview-sheet.ts';
import { publishSheet } from '../../pages/publish-sheet.ts';
import { openFromMenu, putAway, type Tour } from './screen.ts';

/** Everything that lies over the window, but for publishing. */
export const walkSheets = async (tour: Tour): Promise<void> => {
  const { window, look } = tour;
  const { page } = window;
  const commands = palette(page);
  await openFromMenu(tour, 'File', 'Settings…', 'Settings');
  await look('settings');
  await putAway(tour, 'Settings');
  await openFromMenu(tour, 'Help', 'Shortcuts', 'Shortcuts');
  await look('shortcuts');
  await window.sheet('Shortcuts').getByRole('button', { name: 'Change…' }).click();
  const change = window.sheet('Change shortcuts');
  await expect(change.getByRole('textbox', { name: 'Search commands' })).toBeFocused();
  await change.getByRole('button', { name: /^Bold: / }).click();
  await page.keyboard.press('ControlOrMeta+I');
  await expect(change.getByRole('alert')).toBeVisible();
  await look('change-shortcuts');
  await page.keyboard.press('Escape');
  await putAway(tour, 'Change shortcuts');
  await openFromMenu(tour, 'Help', 'Command palette…', 'Command palette');
  await look('palette');
  await expect(commands.field).toBeFocused();
  await page.keyboard.type('qqqq');
  await expect(commands.dialog).toContainText('No command and no post is called');
  await look('palette-nothing');
  await putAway(tour, 'Command palette');
  for (const title of ['New from template', 'Save as template', 'Templates'] as const) {
    await openFromMenu(tour, 'File', `${title}…`, title);
    await look(title);
    await putAway(tour, title);
  }
  await openFromMenu(tour, 'Blog', 'Connect a blog…', 'Connect a blog');
  await look('connect');
  await putAway(tour, 'Connect a blog');
  await openFromMenu(tour, 'Blog', 'Outbox', 'Outbox');
  await look('outbox-empty');
  await putAway(tour, 'Outbox');
  await openFromMenu(tour, 'Post', 'HTML source…', 'HTML source');
  await look('html-source');
  await page.keyboard.type(' ');
  await page.keyboard.press('Escape');
  await window.question.waitFor();
  await look('question');
  await window.question.getByRole('button', { name: 'Discard' }).click();
  await expect(window.sheet('HTML source')).toBeHidden();
};

/** From the preview to what is out. */
export const walkPublishing = async (tour: Tour): Promise<void> => {
  const { window, look } = tour;
  const preview = previewSheet(window.page);
  await preview.open();
  await preview.content.getByRole('heading', { level: 1 }).waitFor();
  await look('preview');
  await putAway(tour, 'Preview');
  const publish = publishSheet(window.page);
  await publish.open();
  await expect(publish.confirm('Publish to Practice blog')).toBeEnabled();
  await publish.how('Schedule…').click();
  await look('publish-schedule');
  await publish.how('Publish now').click();
  await look('publish');
  await publish.confirm('Publish to Practice blog').click();
  await expect(publish.state('Practice blog')).toHaveText('Published');
  await look('published');
  await publish.done.click();
  await outboxSheet(window.page).open();
  await look('outbox');
  await putAway(tour, 'Outbox');
};
