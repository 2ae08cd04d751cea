import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, keepPicture, type Rejoinder, test } from '../app.ts';
import { ask } from '../pages/contract.ts';
import { findBar } from '../pages/find-bar.ts';
import { type MainWindow, mainWindow, type SheetTitle } from '../pages/main-window.ts';
import { outboxSheet } from '../pages/outbox-sheet.ts';
import { previewSheet } from '../pages/preview-sheet.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { slashMenu } from '../pages/slash-menu.ts';

/** What axe-core finds (WCAG 2.2 A and AA, and its best practices), in a few words each. */
const violations = async (page: Page): Promise<readonly string[]> => {
  // Electron cannot open the second page that axe would finish its report in.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // An open menu floats over the page and belongs to none of its landmarks (ARIA APG, "Menu Button Pattern").
  const floating = page.getByRole('menu').or(page.getByRole('listbox', { name: 'Insert' }));
  if ((await floating.count()) > 0) axe.disableRules(['region']);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary}`),
  );
};

/** Looks at what is on the screen when nothing fades any more. */
const look = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(() => Promise.all(document.getAnimations().map((it) => it.finished.catch(() => undefined))));
  await keepPicture(page, name);
  expect.soft(await violations(page), name).toEqual([]);
};

const putAway = async (window: MainWindow, title: SheetTitle): Promise<void> => {
  await window.page.keyboard.press('Escape');
  await expect(window.sheet(title)).toBeHidden();
};

const openFromMenu = async (
  rejoinder: Rejoinder,
  window: MainWindow,
  menu: string,
  item: string,
  title: SheetTitle,
) => {
  await rejoinder.menu(menu, item);
  await window.sheet(title).waitFor();
};

// axe tries to look into the preview too, whose frame runs no script.
test.use({ forgiven: /^Blocked script execution in 'about:srcdoc'/ });

for (const theme of ['light', 'dark'] as const) {
  test(`no screen in the ${theme} theme breaks a rule of accessibility`, async ({ rejoinder }) => {
    const page = await rejoinder.launch();
    const window = mainWindow(page);
    const { editor, side, toolbar } = window;
    await ask(page, 'settings', 'set', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await look(page, 'main');
    await side.tab('Outline').click();
    await editor.paragraphs('comment').first().click();
    await expect(side.pane.locator('[aria-current="location"]')).toHaveText(/^My Comment:/);
    await look(page, 'outline');
    await side.tab('Sources').click();
    await editor.paragraphs('comment').first().click();
    await window.press('Ctrl+Shift+F11');
    await expect(toolbar).toBeHidden();
    await look(page, 'focus-mode');
    await page.keyboard.press('Escape');
    await expect(toolbar).toBeVisible();
    await editor.headline.click();

    await editor.picture(editor.figures.first()).click();
    await expect(editor.tools('Picture')).toBeVisible();
    await look(page, 'picture-tools');
    await side.tab('Post').click();
    await look(page, 'post-panel');
    await side.tab('Sources').click();
    await side.pane.getByRole('button', { name: 'Add a source' }).click();
    await look(page, 'source-form');
    await page.keyboard.press('Escape');
    await toolbar.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menu').waitFor();
    await look(page, 'more');
    await page.keyboard.press('Escape');

    await window.press('Ctrl+H');
    const find = findBar(page);
    await find.query.fill('the');
    await expect(find.current).toBeVisible();
    await look(page, 'find');
    await page.keyboard.press('Escape');

    await openFromMenu(rejoinder, window, 'File', 'Settings…', 'Settings');
    await look(page, 'settings');
    await putAway(window, 'Settings');
    await openFromMenu(rejoinder, window, 'Help', 'Shortcuts', 'Shortcuts');
    await look(page, 'shortcuts');
    await window.sheet('Shortcuts').getByRole('button', { name: 'Change…' }).click();
    await window.sheet('Change shortcuts').waitFor();
    await look(page, 'change-shortcuts');
    await putAway(window, 'Change shortcuts');
    await openFromMenu(rejoinder, window, 'Help', 'Command palette…', 'Command palette');
    await look(page, 'palette');
    await page.keyboard.type('qqqq');
    await look(page, 'palette-nothing');
    await putAway(window, 'Command palette');
    for (const title of ['New from template', 'Save as template', 'Templates'] as const) {
      await openFromMenu(rejoinder, window, 'File', `${title}…`, title);
      await look(page, title);
      await putAway(window, title);
    }
    await openFromMenu(rejoinder, window, 'Blog', 'Connect a blog…', 'Connect a blog');
    await look(page, 'connect');
    await putAway(window, 'Connect a blog');
    await openFromMenu(rejoinder, window, 'Blog', 'Outbox', 'Outbox');
    await look(page, 'outbox-empty');
    await putAway(window, 'Outbox');
    await openFromMenu(rejoinder, window, 'Post', 'HTML source…', 'HTML source');
    await look(page, 'html-source');
    await putAway(window, 'HTML source');
    const preview = previewSheet(page);
    await preview.open();
    await preview.content.getByRole('heading', { level: 1 }).waitFor();
    await look(page, 'preview');
    await putAway(window, 'Preview');

    const publish = publishSheet(page);
    await publish.open();
    await expect(publish.confirm('Publish to Practice blog')).toBeEnabled();
    await publish.how('Schedule…').click();
    await look(page, 'publish-schedule');
    await publish.how('Publish now').click();
    await look(page, 'publish');
    await publish.confirm('Publish to Practice blog').click();
    await expect(publish.state('Practice blog')).toHaveText('Published');
    await look(page, 'published');
    await publish.done.click();
    const outbox = outboxSheet(page);
    await outbox.open();
    await look(page, 'outbox');
    await putAway(window, 'Outbox');

    await window.newPost();
    await look(page, 'empty-post');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    await slashMenu(page).list.waitFor();
    await look(page, 'slash');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await rejoinder.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(880, 600));
    await expect(window.library.pane).toBeHidden();
    await window.press('F9');
    await page.getByRole('dialog', { name: 'Library' }).waitFor();
    await look(page, 'narrow-library');
  });
}
