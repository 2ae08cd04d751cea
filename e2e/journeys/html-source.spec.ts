import { expect, test } from '../app.ts';
import { htmlSource } from '../pages/html-source.ts';
import { mainWindow } from '../pages/main-window.ts';

test('the HTML source opens at the caret, changes only what was edited, and is undone in one step', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const { sheet: source, field } = htmlSource(page);
  await window.newPost();
  await page.keyboard.type('The harbour');
  await page.keyboard.press('Enter');
  for (const words of ['Boats leave.', 'Rowers stay.']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('Nobody asked.');

  await editor.paragraphs('summary').nth(1).click();
  await window.press('Shift+F11');
  await expect(field).toHaveValue(/<p>Boats leave\.<\/p>\n {2}<p>Rowers stay\.<\/p>/);
  const place = await field.evaluate((it: HTMLTextAreaElement) => it.value.slice(it.selectionStart));
  expect(place).toMatch(/^<p>Rowers stay/);
  await page.keyboard.press('Escape');
  await expect(source, 'nothing was changed, so nothing is asked').toBeHidden();

  await window.press('Shift+F11');
  const html = await field.inputValue();
  await field.fill(
    html
      .replace('Rowers stay.', 'Rowers <strong>stay</strong>.')
      .replace('leave.</p>', 'leave.</p><ul><li>all</li></ul>'),
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(source).toBeHidden();
  await expect(editor.section('summary').getByRole('listitem')).toHaveText('all');
  await expect(editor.paragraphs('summary').filter({ hasText: 'Rowers' }).locator('strong')).toHaveText('stay');
  await window.press('Ctrl+Z');
  await expect(editor.section('summary').getByRole('listitem')).toHaveCount(0);
  await expect(editor.paragraphs('summary')).toHaveText(['Boats leave.', 'Rowers stay.', 'Nobody asked.']);
});

test('the HTML source tells what would be lost, runs nothing, and asks before it lets changes go', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const { sheet: source, field } = htmlSource(page);
  await window.newPost();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Boats');
  await rejoinder.menu('Post', 'HTML source…');
  const html = await field.inputValue();
  await field.fill(
    html.replace(
      'Boats',
      'Ships<script>document.title = "run"</script><img src="x" onerror="document.title = \'run\'">',
    ),
  );

  await page.keyboard.press('Escape');
  await expect(window.question).toContainText('Discard what you changed');
  await window.question.getByRole('button', { name: 'Cancel' }).click();
  await expect(field).toHaveValue(/Ships/);

  await source.getByRole('button', { name: 'Apply' }).click();
  await expect(source.getByRole('alert')).toContainText('<script>, <img>, src, onerror');
  await expect(page.locator('section[data-kind="summary"] p'), 'nothing is applied yet').toHaveText('Boats');
  await source.getByRole('button', { name: 'Apply without them' }).click();
  await expect(source).toBeHidden();
  await expect(editor.paragraphs('summary')).toHaveText('Ships');
  await expect(page).not.toHaveTitle('run');

  await rejoinder.menu('Post', 'HTML source…');
  await field.fill('');
  await source.getByRole('button', { name: 'Cancel' }).click();
  await window.question.getByRole('button', { name: 'Discard' }).click();
  await expect(source).toBeHidden();
  await expect(editor.paragraphs('summary')).toHaveText('Ships');
});
