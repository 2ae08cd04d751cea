import { expect, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';

test('sections are added, named, moved, folded and removed, and a removed one comes back', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await window.newPost();
  await page.keyboard.type('The harbour belongs to whoever rows it');
  await page.keyboard.press('Enter');
  await page.keyboard.type('From Sunday on no ferry may enter the inner harbour.');

  await rejoinder.menu('Insert', 'Section');
  await page.keyboard.type('Who decides');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The council does.');
  await expect(editor.heading('free')).toHaveText('Who decides');
  const kinds = () => editor.text.locator('section').evaluateAll((all) => all.map((it) => it.dataset.kind));
  await expect.poll(kinds).toEqual(['summary', 'free', 'comment']);

  await rejoinder.menu('Edit', 'Move section up');
  await expect.poll(kinds).toEqual(['free', 'summary', 'comment']);
  await page.keyboard.type(' Or so it says.');
  await expect(editor.paragraphs('free').first()).toHaveText('The council does. Or so it says.');

  // By keyboard alone: from the first line to the label, on to its menu, and a choice there.
  await editor.heading('free').click();
  await page.keyboard.press('Shift+Tab');
  await expect(editor.label('free')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Fold' }).press('Enter');
  await expect(editor.paragraphs('free')).toBeHidden();
  await expect(editor.heading('free')).toBeVisible();
  await expect(editor.section('free').getByRole('button', { name: 'Open this section' })).toHaveAttribute(
    'aria-expanded',
    'false',
  );

  // Another post and back: the window remembers what was folded. The caret opens it.
  await window.library.row('Example').click();
  await expect(editor.headline).not.toHaveText('The harbour belongs to whoever rows it');
  await window.library.row('The harbour belongs').click();
  await expect(editor.paragraphs('free')).toBeHidden();
  await editor.headline.click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(editor.paragraphs('free')).toBeVisible();

  await editor.section('free').hover();
  await editor.section('free').getByRole('button', { name: 'Section', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove section' }).click();
  await expect.poll(kinds).toEqual(['summary', 'comment']);
  await window.messages.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(kinds).toEqual(['free', 'summary', 'comment']);
  await expect(editor.paragraphs('free').first()).toHaveText('The council does. Or so it says.');
});

test('blocks move by key and by their handle, over sections, and undo brings them back', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await window.newPost();
  await page.keyboard.press('Enter');
  await page.keyboard.type('One');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Two');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(editor.paragraphs('summary')).toHaveText(['Two', 'One']);
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(editor.paragraphs('summary')).toHaveText(['One']);
  await expect(editor.paragraphs('comment')).toHaveText(['Two']);
  await window.press('Ctrl+Z');
  await window.press('Ctrl+Z');
  await expect(editor.paragraphs('summary')).toHaveText(['Two', 'One']);
  await window.press('Ctrl+Z');
  await expect(editor.paragraphs('summary')).toHaveText(['One', 'Two']);
  await page.keyboard.type('!');
  await expect(editor.paragraphs('summary')).toHaveText(['One', 'Two!']);
  await window.press('Ctrl+Z');

  const first = editor.paragraphs('summary').first();
  await first.hover();
  await page.locator('.block-handle').hover();
  await page.mouse.down();
  const target = await editor.paragraphs('comment').first().boundingBox();
  if (!target) throw new Error('No paragraph to drop at');
  await page.mouse.move(target.x + 40, target.y - 60, { steps: 4 });
  await page.mouse.move(target.x + 40, target.y + target.height - 2, { steps: 4 });
  await page.mouse.up();
  await expect(editor.paragraphs('summary')).toHaveText(['Two']);
  await expect(editor.paragraphs('comment')).toHaveText(['One']);
  await window.press('Ctrl+Z');
  await expect(editor.paragraphs('summary')).toHaveText(['One', 'Two']);
});
