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

test('focus mode leaves the text alone on the screen, and Escape or its key brings the rest back', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const { editor, library, side, toolbar, press } = mainWindow(page);
  await expect(side.pane).toBeVisible();
  await editor.paragraphs('comment').first().click();
  await press('Ctrl+Shift+F11');
  for (const pane of [library.pane, side.pane, toolbar]) await expect(pane).toBeHidden();
  await expect(editor.text).toBeFocused();
  await keepPicture(page, 'focus-light');

  const colourOf = (it: typeof editor.text) => it.evaluate((element) => getComputedStyle(element).color);
  const [first, last] = [editor.paragraphs('comment').first(), editor.paragraphs('comment').last()];
  const ink = await colourOf(first);
  await expect.poll(() => colourOf(last)).not.toBe(ink);
  const dimmed = await colourOf(last);
  await last.click();
  await expect.poll(() => colourOf(last)).toBe(ink);
  await expect.poll(() => colourOf(first)).toBe(dimmed);
  await editor.headline.click();
  await expect.poll(() => colourOf(editor.headline)).toBe(ink);
  await expect.poll(() => colourOf(last)).toBe(dimmed);

  await page.keyboard.press('Escape');
  for (const pane of [library.pane, side.pane, toolbar]) await expect(pane).toBeVisible();
  await press('Ctrl+Shift+F11');
  await expect(toolbar).toBeHidden();
  await press('F9');
  await expect(library.pane).toBeVisible();
  await press('Ctrl+Shift+F11');
  await page.getByRole('button', { name: 'Leave focus mode' }).focus();
  await page.keyboard.press('Enter');
  await expect(toolbar).toBeVisible();

  await press('Ctrl+Shift+F11');
  await expect(toolbar).toBeHidden();
  await rejoinder.relaunch();
  await expect(mainWindow(rejoinder.window).toolbar).toBeVisible();
});

test('typewriter scrolling keeps the line at one height, and leaves the scrolling to the mouse', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const { editor, newPost } = mainWindow(page);
  await newPost();
  await rejoinder.menu('View', 'Typewriter scrolling');
  await editor.paragraphs('comment').last().click();
  for (let line = 0; line < 25; line += 1) {
    await page.keyboard.type(`Line ${line}`);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('Here');
  const share = () =>
    page.evaluate(() => {
      const caret = getSelection()?.getRangeAt(0).getBoundingClientRect();
      const box = document.querySelector('main .post-text')?.closest('[class*="scroller"]')?.getBoundingClientRect();
      return caret && box ? ((caret.top + caret.bottom) / 2 - box.top) / box.height : 0;
    });
  await expect.poll(share).toBeCloseTo(0.45, 1);
  await page.keyboard.press('Enter');
  await page.keyboard.type('There');
  await expect.poll(share).toBeCloseTo(0.45, 1);

  const there = editor.paragraphs('comment').filter({ hasText: 'Line 20' });
  const before = await there.boundingBox();
  await there.click();
  await expect.poll(async () => (await there.boundingBox())?.y).toBe(before?.y);
  await page.keyboard.type('!');
  await expect.poll(share).toBeCloseTo(0.45, 1);
});

test('the window zooms by key and remembers it; the size of the text is another matter', async ({ rejoinder }) => {
  let page = await rejoinder.launch();
  const { editor, press, messages } = mainWindow(page);
  const factor = () =>
    rejoinder.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
  await editor.headline.click();
  await press('Ctrl+=');
  await expect.poll(factor).toBeCloseTo(1.1);
  await expect(messages).toContainText('Zoom 110%');
  for (const _ of '12345') await press('Ctrl+=');
  await expect.poll(factor).toBeCloseTo(2);
  await press('Ctrl+=');
  await expect(messages).toContainText('It goes no further.');
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider, 'nothing is wider than the window').toBeLessThanOrEqual(0);
  await keepPicture(page, 'zoom-200');

  page = await rejoinder.relaunch();
  expect(await factor()).toBeCloseTo(2);
  await page.keyboard.press('ControlOrMeta+0');
  await expect.poll(factor).toBeCloseTo(1);
  const size = () => page.evaluate(() => getComputedStyle(document.querySelector('.post-text') as Element).fontSize);
  await page.keyboard.press('ControlOrMeta+Shift+Period');
  await expect.poll(size).toBe('19px');
  await page.keyboard.press('ControlOrMeta+Shift+Comma');
  await expect.poll(size).toBe('18px');
});

test('a right click offers what can be done with the words there', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor, library } = mainWindow(page);
  await rejoinder.app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup() {
      (globalThis as { shownMenu?: readonly string[] }).shownMenu = this.items.map(({ label }) => label);
    };
  });
  const shown = () => rejoinder.app.evaluate(() => (globalThis as { shownMenu?: string[] }).shownMenu ?? []);
  await editor.paragraphs('comment').last().dblclick();
  await editor.paragraphs('comment').last().click({ button: 'right' });
  await expect.poll(shown).toEqual(expect.arrayContaining(['Cut', 'Copy', 'Paste', 'Paste plain', 'Link…']));
  await library.search.click({ button: 'right' });
  await expect.poll(shown).not.toContain('Link…');
  expect(await shown()).toEqual(expect.arrayContaining(['Cut', 'Paste']));
});
