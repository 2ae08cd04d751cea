import { expect, keepPicture, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { palette } from '../pages/palette.ts';
import { png } from '../world/pictures.ts';

test('what the tools of a picture and the menu of a source do is asked for by commands too', async ({ rejoinder }) => {
  const window = mainWindow(await rejoinder.launch());
  const { page, side, editor } = window;
  const commands = palette(page);
  const run = async (words: string, label = words): Promise<void> => {
    await commands.open();
    await commands.field.fill(words);
    await expect(commands.current).toContainText(label);
    await page.keyboard.press('Enter');
    await expect(commands.dialog).toHaveCount(0);
  };
  await window.newPost();
  await page.keyboard.type('Harbour\nThe boats are back.');
  await editor.dropFiles(editor.paragraphs('summary').first(), { 'harbour.png': png() });
  const figure = editor.figures.first();
  await expect(editor.picture(figure)).toBeVisible();
  await editor.paragraphs('summary').first().click();
  await test.step('away from a picture they say where they belong', async () => {
    await commands.open();
    await commands.field.fill('Crop and turn');
    await expect(commands.current).toContainText('Select a picture, or put the caret under it, first.');
    await page.keyboard.press('Escape');
  });

  await test.step('side and size, each one undo step', async () => {
    await editor.caption(figure).click();
    await run('Picture at the left');
    await expect(figure).toHaveAttribute('data-align', 'left');
    await run('Small picture');
    await expect(figure).toHaveAttribute('data-size', 'small');
    await window.press('Ctrl+Z');
    await expect(figure).not.toHaveAttribute('data-size', 'small');
    await expect(figure).toHaveAttribute('data-align', 'left');
    await window.press('Ctrl+Z');
    await expect(figure).toHaveAttribute('data-align', 'none');
  });

  await test.step('the alternative text gets the focus in the tools of the picture', async () => {
    await run('Alternative text');
    const field = page.getByRole('textbox', { name: 'Alternative text' });
    await expect(field).toBeFocused();
    await field.fill('Three boats');
    await keepPicture(page, 'alternative-text');
    await page.keyboard.press('Enter');
    await expect(figure).toHaveAccessibleName('Picture: Three boats');
    await run('Crop and turn');
    await expect(page.getByRole('dialog', { name: 'Crop and turn the picture' })).toBeVisible();
    await page.keyboard.press('Escape');
    await run('Decorative picture');
    await expect(figure).toHaveAccessibleName('Decorative picture');
    await window.press('Ctrl+Z');
    await expect(figure).toHaveAccessibleName('Picture: Three boats');
  });

  await test.step('a featured image is chosen and taken back from its message', async () => {
    await run('Use as featured image');
    await expect(window.messages).toContainText('This picture stands for the post in lists now.');
    await side.tab('Post').click();
    await expect(side.featured(1)).toHaveAttribute('aria-pressed', 'true');
    await window.messages.getByRole('button', { name: 'Undo' }).click();
    await expect(side.featuredImage).toContainText('The first picture of the text');
    await expect(side.featuredImage).toContainText('Alternative text: Three boats');
  });

  await test.step('a source is meant when it is the only one, or has the caret', async () => {
    await side.addSource({ address: 'https://courier.example/ferries', title: 'Ferries', publisher: 'Courier' });
    await run('Edit source');
    await expect(side.pane.getByRole('form', { name: 'Edit source' })).toBeVisible();
    await page.keyboard.press('Escape');
    await side.addSource({ address: 'https://radio.example/nothing', title: 'Nothing won', publisher: 'Radio' });
    await commands.open();
    await commands.field.fill('Edit source');
    await expect(commands.current).toContainText('Put the caret into a citation or quotation of the source first.');
    await page.keyboard.press('Escape');
    await editor.paragraphs('summary').first().click();
    await page.keyboard.press('End');
    await side.pane.getByRole('button', { name: 'Cite Radio' }).click();
    await rejoinder.menu('Post', 'Edit source…');
    await expect(side.pane.getByRole('form', { name: 'Edit source' }).getByLabel('Publisher')).toHaveValue('Radio');
  });

  await test.step('the picture is removed and comes back', async () => {
    await editor.credit(figure).click();
    await run('Remove picture, file or card');
    await expect(editor.figures).toHaveCount(0);
    await window.press('Ctrl+Z');
    await expect(figure).toHaveAccessibleName('Picture: Three boats');
  });
});

test('the tools of a very small picture stand below it, where each can be clicked', async ({ rejoinder }) => {
  const window = mainWindow(await rejoinder.launch());
  const { page, editor } = window;
  await window.newPost();
  await page.keyboard.type('Harbour\nThe boats are back.');
  await editor.dropFiles(editor.paragraphs('summary').first(), { 'dot.png': png({ width: 24, height: 16 }) });
  const figure = editor.figures.first();
  await expect(editor.picture(figure)).toBeVisible();
  await editor.picture(figure).click();
  const tools = editor.tools('Picture');
  await expect(tools).toBeVisible();
  await keepPicture(page, 'small');
  await tools.getByRole('button', { name: 'At the right' }).click();
  await expect(figure).toHaveAttribute('data-align', 'right');
  await keepPicture(page, 'small-right');
  await tools.getByRole('switch', { name: 'Decorative' }).click();
  await expect(figure).toHaveAccessibleName('Decorative picture');
  await tools.getByRole('button', { name: 'Small' }).click();
  await tools.getByRole('button', { name: 'At the left' }).click();
  await expect(figure).toHaveAttribute('data-align', 'left');
  await page.setViewportSize({ width: 900, height: 600 });
  await keepPicture(page, 'small-narrow');
  await tools.getByRole('button', { name: 'Remove picture' }).click();
  await expect(editor.figures).toHaveCount(0);
});
