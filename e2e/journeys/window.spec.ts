import type { Page } from '@playwright/test';
import { expect, expectCleanLog, keepPicture, type Rejoinder, test } from '../app.ts';
import { focusIn } from '../pages/focus.ts';
import { mainWindow } from '../pages/main-window.ts';
import { settingsSheet } from '../pages/settings-sheet.ts';

const resize = (rejoinder: Rejoinder, width: number, height: number): Promise<void> =>
  rejoinder.app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as const);

test('the side columns fold away by key and stay as they were left', async ({ rejoinder }) => {
  let page = await rejoinder.launch();
  let { library, side, press } = mainWindow(page);
  await expect(library.pane).toBeVisible();
  await expect(side.pane).toBeVisible();
  await keepPicture(page, 'light');
  await press('F9');
  await expect(library.pane).toBeHidden();
  await press('Shift+F9');
  await expect(side.pane).toBeHidden();
  await keepPicture(page, 'folded');

  page = await rejoinder.relaunch();
  ({ library, side, press } = mainWindow(page));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(library.pane).toBeHidden();
  await expect(side.pane).toBeHidden();
  await press('F9');
  await press('Shift+F9');
  await expect(library.pane).toBeVisible();
  await expect(side.pane).toBeVisible();
});

test('in a narrow window the side columns lie over the post as drawers', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { library, side, editor, press } = mainWindow(page);
  await resize(rejoinder, 880, 600);
  await expect(library.pane).toBeHidden();
  await expect(side.pane).toBeHidden();
  await expect(editor.headline).toBeVisible();
  await keepPicture(page, 'narrow');

  await press('F9');
  await expect(page.getByRole('dialog', { name: 'Library' }).getByRole('listbox', { name: 'Posts' })).toBeVisible();
  await keepPicture(page, 'narrow-library');
  await page.keyboard.press('Escape');
  await expect(library.pane).toBeHidden();
  await press('Shift+F9');
  await expect(page.getByRole('dialog', { name: 'Side panel' }).getByRole('tablist')).toBeVisible();
  await keepPicture(page, 'narrow-side');
  await page.keyboard.press('Escape');
  await expect(side.pane).toBeHidden();

  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider, 'nothing is wider than the window').toBeLessThanOrEqual(0);
  await resize(rejoinder, 1280, 800);
  await expect(library.pane).toBeVisible();
  await expect(side.pane).toBeVisible();
});

test('F6 walks the panes forwards, Shift+F6 backwards', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { toolbar, library, editor, side } = mainWindow(page);
  const panes = [side.pane, toolbar, library.pane, editor.text];
  // What stands around the post comes a moment after it, and a pane that is not there is not walked.
  for (const pane of panes) await expect(pane).toBeVisible();
  await editor.headline.click();
  for (const pane of panes) {
    await page.keyboard.press('F6');
    await focusIn(pane);
  }
  for (const pane of [library.pane, toolbar, side.pane, editor.text]) {
    await page.keyboard.press('Shift+F6');
    await focusIn(pane);
  }
});

const paper = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(
      Number,
    );
    return (red + green + blue) / 3;
  });

test('the writer chooses the dark theme, and it is dark from the first moment of the next start', async ({
  rejoinder,
}) => {
  let page = await rejoinder.launch();
  const settings = settingsSheet(page);
  await settings.open();
  await settings.theme('Light').click();
  await expect.poll(() => paper(page)).toBeGreaterThan(230);
  await keepPicture(page, 'settings-light');
  await settings.theme('Dark').click();
  await expect.poll(() => paper(page)).toBeLessThan(50);
  await keepPicture(page, 'settings-dark');
  await settings.done.click();
  await keepPicture(page, 'dark');

  page = await rejoinder.relaunch();
  expect(await paper(page)).toBeLessThan(50);
  const behind = await rejoinder.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  );
  expect(behind?.toLowerCase()).toBe('#1b1a18');
});

test('the shortcuts sheet shows every key of the menu', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { press, sheet } = mainWindow(page);
  await press('Ctrl+/');
  const shortcuts = sheet('Shortcuts');
  await expect(shortcuts).toBeVisible();
  await keepPicture(page, 'shortcuts');
  const labels = await rejoinder.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? [])
      .flatMap(({ submenu }) => submenu?.items ?? [])
      .flatMap((item) => item.submenu?.items ?? [item])
      .filter(({ accelerator, type }) => accelerator && type !== 'separator')
      .map(({ label }) => label.replace(/…$/, '')),
  );
  expect(labels.length).toBeGreaterThan(25);
  for (const label of labels)
    await expect(shortcuts.getByRole('term').filter({ hasText: label }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(shortcuts).toBeHidden();
});

test('every command of the menu runs without an error', async ({ rejoinder, dataFolder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  await rejoinder.captureBrowser();
  await rejoinder.answerFileDialog([]);
  await rejoinder.answerSaveDialog(null);
  await rejoinder.capturePrints();
  const commands = await rejoinder.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) =>
      (menu.submenu?.items ?? [])
        .filter(({ type, role }) => type !== 'separator' && role !== 'quit' && role !== 'about')
        .flatMap(({ label, submenu }) => submenu?.items.map((inside) => [label, inside.label]) ?? [[label]])
        .map((labels) => [menu.label, ...labels]),
    ),
  );
  expect(commands.length).toBeGreaterThan(40);
  // A label that ends in '…' asks for something in a sheet, which may come a moment later; these ask elsewhere: a dialog of the
  // system, a bar over the text, the library, or a form in the side panel.
  const asksElsewhere = new Set([
    ...[
      'Open from library…',
      'Source…',
      'Find…',
      'Replace…',
      'Print…',
      'Export as PDF…',
      'Picture…',
      'Gallery…',
      'Video or audio file…',
      'Featured image…',
    ],
  ]);
  const sheets = new Set(['Preview', 'Outbox', 'Shortcuts', 'Footnote']);
  const inTable = new Set([
    ...['Add row above', 'Add row below', 'Add column before', 'Add column after', 'Header row', 'Table caption'],
    ...['Remove row', 'Remove column', 'Remove table'],
  ]);
  // Folding hides the paragraphs that this test works with, and spelling asks for a dictionary when the next post opens; both have
  // journeys of their own, as galleries have.
  const nothingToDo = new Set([
    ...['Undo', 'Redo', 'Remove link', 'Citation', 'Link…', 'Move section up', 'Fold section', 'Check spelling'],
    ...['Make gallery of pictures', 'Add pictures to gallery…', 'Take gallery apart'],
    ...['Alternative text…', 'Decorative picture', 'Own work', 'Picture at the left', 'Picture at the right'],
    ...['Wide picture', 'Medium-sized picture', 'Small picture', 'Crop and turn picture…', 'Replace picture…'],
    ...['Use as featured image', 'Title of card…', 'Start time…', 'Card goes out as a link', 'Read card again'],
    ...['Open card in browser', 'Play or pause', 'Replace video or audio file…', 'Remove picture, file or card'],
    ...['Poster from this moment', 'Poster from file…', 'Remove poster', 'Transcript'],
    ...['Lead picture of source', 'Read saved article', 'Open source in browser', 'Edit source…'],
    ...['Read page of source again', 'Source changed?…', 'Link to archived copy'],
  ]);
  for (const path of commands) {
    const label = path.at(-1) ?? '';
    await test.step(path.join(' › '), async () => {
      const place = inTable.has(label) ? window.editor.text.locator('td') : window.editor.paragraphs('summary');
      await place.last().click();
      if (nothingToDo.has(label)) return;
      await rejoinder.menu(...path);
      await expect(page.getByText('Something in Rejoinder itself went wrong.')).toHaveCount(0);
      if (sheets.has(label) || (label.endsWith('…') && !asksElsewhere.has(label)))
        await page.getByRole('dialog').waitFor();
      // Whatever lies over the post now goes away with Escape, one step at a time.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      if (label === 'Library' || label === 'Side panel' || label === 'Full screen') await rejoinder.menu(...path);
      if (label === 'New blank post') await window.press('Ctrl+N');
      // The next command wants its section where it was.
      if (label === 'Remove section' || label.startsWith('Move ')) await window.press('Ctrl+Z');
      await expect(window.editor.headline).toBeVisible();
    });
  }
  await expectCleanLog(dataFolder);
});

test('the practice blog is there from the first moment', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const settings = settingsSheet(page);
  await settings.open();
  await expect(settings.blog('Practice blog')).toContainText('on this computer');
});
