import { expect, keepPicture, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';

test('the outline names the parts of the post, follows the caret and leads to each', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor, side } = mainWindow(page);
  await side.tab('Outline').click();
  const tree = side.pane.getByRole('tree', { name: 'Outline of the post' });
  const entry = (name: string | RegExp) => tree.getByRole('treeitem', { name });
  await expect(entry(/^Summary \d+ words · 1 min$/)).toBeVisible();
  await expect(entry(/^My Comment: \d+ words · 1 min$/)).toBeVisible();
  await expect(side.pane.getByText(/^\d+ words · \d+ min$/).last()).toBeVisible();

  await editor.paragraphs('comment').last().click();
  const current = tree.locator('[aria-current="location"]');
  await expect(current).toHaveText(/^My Comment:/);
  await keepPicture(page, 'outline-light');

  const comment = await tree.getByRole('treeitem').evaluateAll((all) => all.findIndex((it) => it.ariaCurrent));
  await entry(/^Summary/).click();
  await expect(current).not.toHaveText(/^My Comment:/);
  await expect(editor.text).toBeFocused();
  await expect(editor.section('summary').locator('.section-label')).toBeInViewport();

  // By keyboard: into the tree at the caret's place, down to the comment, and there.
  await tree.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await expect(tree.getByRole('treeitem').first()).toBeFocused();
  for (let step = 0; step < comment; step += 1) await page.keyboard.press('ArrowDown');
  await expect(entry(/^My Comment:/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor.text).toBeFocused();
  await page.keyboard.type('Well. ');
  await expect(editor.heading('comment')).toHaveText('Well. My Comment:');
  await expect(entry(/^Well\. My Comment:/)).toBeVisible();
});

test('the words that are selected are counted', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor, side, newPost } = mainWindow(page);
  await newPost();
  await expect(side.pane.getByText('No words yet')).toBeVisible();
  await editor.paragraphs('comment').last().click();
  await page.keyboard.type('Five words of my own');
  await expect(side.pane.getByText('5 words · 1 min')).toBeVisible();
  for (const _ of 'my own') await page.keyboard.press('Shift+ArrowLeft');
  await expect(side.pane.getByText('2 words selected')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(side.pane.getByText('5 words · 1 min')).toBeVisible();
});
