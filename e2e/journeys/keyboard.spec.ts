import { expect, expectCleanLog, type Rejoinder, test } from '../app.ts';
import { focusIn } from '../pages/focus.ts';
import { type MainWindow, mainWindow, type SheetTitle } from '../pages/main-window.ts';
import { palette } from '../pages/palette.ts';
import { publishSheet } from '../pages/publish-sheet.ts';

test('a post is written, sourced, published and found again without a mouse', async ({ rejoinder, dataFolder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor, side, library, press } = window;
  await side.pane.waitFor();
  await window.newPost();
  await page.keyboard.type('Ferries leave');
  await page.keyboard.press('Tab');
  await page.keyboard.type('From Sunday on no ferry may enter the inner harbour, ');

  await press('Ctrl+Shift+L');
  await expect(side.sourceForm.getByRole('textbox', { name: 'Address' })).toBeFocused();
  await page.keyboard.type('https://harbour-courier.example/ferries');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ferries leave the inner harbour');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Harbour Courier');
  await page.keyboard.press('Enter');
  await expect(side.source('Harbour Courier')).toBeVisible();
  for (let presses = 0; presses < 4; presses += 1) {
    if (await editor.text.evaluate((it) => it === document.activeElement)) break;
    await page.keyboard.press('F6');
  }
  await expect(editor.text).toBeFocused();
  await palette(page).open();
  await page.keyboard.type('citation');
  await page.keyboard.press('Enter');
  await expect(editor.citations).toHaveText('Harbour Courier');

  // From the summary's last line on to the comment, bold by key, a list by typing.
  await press('Ctrl+End');
  await page.keyboard.type('It belongs to whoever ');
  await press('Ctrl+B');
  await page.keyboard.type('rows');
  await press('Ctrl+B');
  await page.keyboard.type(' it.');
  await expect(editor.text.locator('strong')).toHaveText('rows');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- the rowers');
  await expect(editor.text.getByRole('listitem')).toHaveText('the rowers');

  await press('Ctrl+Shift+P');
  const publish = publishSheet(page);
  await expect(publish.blog('Practice blog')).toBeFocused();
  await expect(publish.confirm('Publish to Practice blog')).toBeEnabled();
  await press('Ctrl+Enter');
  await expect(publish.state('Practice blog')).toHaveText('Published');
  await page.keyboard.press('Escape');
  await expect(publish.sheet).toBeHidden();
  await expect(editor.text).toBeFocused();

  await press('Ctrl+Shift+F');
  await expect(library.search).toBeFocused();
  await page.keyboard.type('rowers');
  await expect(library.rows).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(editor.text).toBeFocused();
  await expect(library.row('Ferries leave')).toContainText('Published');
  await expectCleanLog(dataFolder);
});

test('the toolbar is one stop of Tab that arrows, Home and End walk, and it is left where it was', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const { editor, toolbar, library, side } = mainWindow(page);
  await side.pane.waitFor();
  const button = (name: string | RegExp) => toolbar.getByRole('button', { name });
  await editor.paragraphs('comment').first().click();
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await expect(button('Library')).toBeFocused();
  expect(await toolbar.locator('button').evaluateAll((all) => all.filter((it) => it.tabIndex === 0).length)).toBe(1);
  await page.keyboard.press('ArrowRight');
  await expect(button('New commentary post')).toBeFocused();
  await page.keyboard.press('End');
  await expect(button('Side panel')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(button('Library')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(button(/^Publish/)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(button('Bold')).toBeFocused();

  await page.keyboard.press('Tab');
  await expect(library.search).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(button('Bold')).toBeFocused();
  expect(await toolbar.locator('button').evaluateAll((all) => all.filter((it) => it.tabIndex === 0).length)).toBe(1);

  // A menu of the toolbar: opened, walked and put away by keys, with the focus back on its button.
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowRight');
  await expect(button('More')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Strike' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button('More')).toBeFocused();
});

test('the tools of a picture are walked by arrows that leave the caret of their field alone', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor } = mainWindow(page);
  await editor.caption(editor.figures.first()).click();
  await page.keyboard.press('Escape');
  await expect(editor.tools('Picture')).toBeVisible();
  await page.keyboard.press('Tab');
  const alternativeText = page.getByRole('textbox', { name: 'Alternative text' });
  await expect(alternativeText).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await expect(alternativeText).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('switch', { name: 'Decorative' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('switch', { name: 'Own work' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(editor.tools('Picture').getByRole('button', { name: 'At the left' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('switch', { name: 'Own work' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(editor.text).toBeFocused();
});

test('Ctrl+M lets Tab leave the editor, forwards and backwards, until it is asked for again', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor, side, library, press } = mainWindow(page);
  await side.pane.waitFor();
  await editor.headline.click();
  await page.keyboard.press('Tab');
  await expect(editor.text).toBeFocused();
  await press('Ctrl+M');
  await page.keyboard.press('Tab');
  await expect(editor.text).not.toBeFocused();
  expect(await library.pane.evaluate((it) => it.contains(document.activeElement))).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await expect(editor.text).toBeFocused();
  await press('Ctrl+M');
  await editor.headline.click();
  await page.keyboard.press('Tab');
  await expect(editor.text).toBeFocused();
});

test('Ctrl+Shift+D sends a post as a draft, Ctrl+Shift+P publishes it as ever, and both keep what was chosen', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  await expect(window.toolbar.getByRole('button', { name: 'Publish…' })).toBeEnabled();
  const publish = publishSheet(page);
  await window.press('Ctrl+Shift+D');
  await focusIn(publish.sheet);
  await expect(publish.how('Draft')).toBeChecked();
  await expect(publish.confirm('Save draft on Practice blog')).toBeEnabled();
  await publish.blog('Practice blog').uncheck();
  await window.press('Ctrl+Shift+P');
  await expect(publish.how('Publish now')).toBeChecked();
  await expect(publish.blog('Practice blog')).not.toBeChecked();
  await publish.blog('Practice blog').check();
  await window.press('Ctrl+Shift+D');
  await expect(publish.how('Draft')).toBeChecked();
  await expect(publish.confirm('Save draft on Practice blog')).toBeEnabled();
  await window.press('Ctrl+Enter');
  await expect(publish.state('Practice blog')).toHaveText('Saved as a draft');
});

type Opening = { readonly title: SheetTitle; readonly menu: readonly [string, string]; readonly first: string };

/** Every sheet, and the field or button that a person wants first in it. */
const openings: readonly Opening[] = [
  { title: 'Settings', menu: ['File', 'Settings…'], first: 'radio:As the system' },
  { title: 'Shortcuts', menu: ['Help', 'Shortcuts'], first: 'body' },
  { title: 'Command palette', menu: ['Help', 'Command palette…'], first: 'combobox:Search commands and posts' },
  { title: 'New from template', menu: ['File', 'New from template…'], first: 'radio:Article summary + my comment' },
  { title: 'Save as template', menu: ['File', 'Save as template…'], first: 'textbox:Name' },
  { title: 'Templates', menu: ['File', 'Templates…'], first: 'button:Actions for Article summary + my comment' },
  { title: 'Connect a blog', menu: ['Blog', 'Connect a blog…'], first: 'textbox:Address of the blog' },
  { title: 'Outbox', menu: ['Blog', 'Outbox'], first: 'sheet' },
  { title: 'HTML source', menu: ['Post', 'HTML source…'], first: 'textbox:HTML of this post' },
  { title: 'Preview', menu: ['Post', 'Preview'], first: 'sheet' },
  { title: 'Publish', menu: ['Post', 'Publish…'], first: 'checkbox:Practice blog' },
];

const expectFirstFocus = async ({ sheet }: MainWindow, { title, first }: Opening): Promise<void> => {
  const [role, name] = first.split(':') as [Parameters<typeof it.getByRole>[0] | 'sheet' | 'body', string];
  const it = sheet(title);
  if (role === 'sheet') await expect(it).toBeFocused();
  else if (role === 'body') await expect(it.locator('div[tabindex="0"]:focus')).toBeVisible();
  else await expect(it.getByRole(role, { name }).first()).toBeFocused();
};

const walkSheet = async (rejoinder: Rejoinder, window: MainWindow, opening: Opening): Promise<void> => {
  const { page, editor } = window;
  const sheet = window.sheet(opening.title);
  await rejoinder.menu(...opening.menu);
  await sheet.waitFor();
  await expectFirstFocus(window, opening);
  // Tab goes round in it, forwards and backwards, and never behind it.
  for (const key of ['Shift+Tab', 'Shift+Tab', ...Array<string>(12).fill('Tab')]) {
    await page.keyboard.press(key);
    // At the ends a guard has the focus for a moment and passes it on.
    await expect
      .poll(() => sheet.evaluate((it) => it.contains(document.activeElement)), `${opening.title}: ${key} stays in it`)
      .toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(editor.text).toBeFocused();
};

test('every sheet opens with the focus in the right place, keeps it, and gives it back on Escape', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  await window.side.pane.waitFor();
  await window.editor.paragraphs('comment').first().click();
  for (const opening of openings) await test.step(opening.title, () => walkSheet(rejoinder, window, opening));
  // The caret is where it was.
  await page.keyboard.type('Well. ');
  await expect(window.editor.section('comment')).toContainText('Well. ');
});
