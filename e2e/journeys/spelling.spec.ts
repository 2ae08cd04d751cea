import { expect, type Rejoinder, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { settingsSheet } from '../pages/settings-sheet.ts';
import { askedSoFar, dictionaryServer, englishAddress, lookThere } from '../world/spelling/dictionary.ts';

/** The labels of the menu that a right click shows, instead of showing it; `choose` picks one of them. */
const captureMenu = async (rejoinder: Rejoinder) => {
  await rejoinder.app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup() {
      (globalThis as { shownMenu?: Electron.Menu }).shownMenu = this;
    };
  });
  return {
    labels: () =>
      rejoinder.app.evaluate(
        () => (globalThis as { shownMenu?: Electron.Menu }).shownMenu?.items.map((it) => it.label) ?? [],
      ),
    choose: (label: string) =>
      rejoinder.app.evaluate((_electron, wanted) => {
        const item = (globalThis as { shownMenu?: Electron.Menu }).shownMenu?.items.find((it) => it.label === wanted);
        if (!item) throw new Error(`No ${wanted} in the menu`);
        item.click();
      }, label),
  };
};

test('spelling is checked once the writer allowed the dictionary, and words are mended from the menu', async ({
  rejoinder,
}) => {
  const server = await dictionaryServer();
  try {
    let page = await rejoinder.launch(server.args);
    await lookThere(rejoinder);
    let window = mainWindow(page);
    await window.newPost();
    await page.keyboard.type('The ferrry leaves at noon');

    await rejoinder.menu('Edit', 'Check spelling');
    await expect(window.question).toContainText('Download the dictionary for English (United States)?');
    await expect(window.question).toContainText('redirector.gvt1.com');
    expect(await askedSoFar(rejoinder, server)).toEqual([]);

    await window.question.getByRole('button', { name: 'Download' }).click();
    await expect(window.messages).toContainText('Spelling is checked in English (United States) now.');
    expect(await askedSoFar(rejoinder, server)).toEqual([expect.stringMatching(englishAddress)]);

    // The engine marks words a moment after it was typed; where it stands is found by asking for its menu again.
    const menu = await captureMenu(rejoinder);
    const word = await window.editor.headline.evaluate((line) => {
      const text = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const range = document.createRange();
      range.setStart(text, 4);
      range.setEnd(text, 10);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await expect(async () => {
      await page.mouse.click(word.x, word.y, { button: 'right' });
      await expect.poll(menu.labels, { timeout: 1000 }).toContain('ferry');
    }).toPass();
    expect(await menu.labels()).toEqual(expect.arrayContaining(['ferry', 'Add to dictionary', 'Cut', 'Paste']));
    expect((await menu.labels())[0]).toBe('ferry');
    await menu.choose('ferry');
    await expect(window.editor.headline).toHaveText('The ferry leaves at noon');
    await window.press('Ctrl+Z');
    await expect(window.editor.headline).toHaveText('The ferrry leaves at noon');

    page = await rejoinder.relaunch(server.args);
    await lookThere(rejoinder);
    window = mainWindow(page);
    await expect(() =>
      expect(rejoinder.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).resolves.toBe(
        true,
      ),
    ).toPass();
    await expect(window.question).toBeHidden();
    expect(await askedSoFar(rejoinder, server)).toHaveLength(1);
  } finally {
    await rejoinder.quit();
    await server.close();
  }
});

test('“Not now” is remembered for its language, and a download that fails can be tried again', async ({
  rejoinder,
}) => {
  let online = false;
  const server = await dictionaryServer(() => online);
  try {
    const page = await rejoinder.launch(server.args);
    await lookThere(rejoinder);
    const window = mainWindow(page);
    const settings = settingsSheet(page);
    await window.newPost();
    await rejoinder.menu('Edit', 'Check spelling');
    await window.question.getByRole('button', { name: 'Not now' }).click();
    await expect(window.question).toBeHidden();
    await window.newPost();
    await settings.open();
    await expect(settings.sheet.getByRole('button', { name: 'Download the dictionary' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(settings.sheet).toBeHidden();
    await expect(window.question).toBeHidden();
    expect(await askedSoFar(rejoinder, server)).toEqual([]);

    // Asking for it by name asks again.
    await rejoinder.menu('Edit', 'Check spelling');
    await window.question.getByRole('button', { name: 'Download' }).click();
    await expect(window.alerts).toContainText('could not be downloaded');
    online = true;
    await window.messages.getByRole('button', { name: 'Try again' }).click();
    await settings.open();
    await expect(settings.sheet).toContainText('The open post is checked in English (United States)');
  } finally {
    await rejoinder.quit();
    await server.close();
  }
});

test('headlines and labels are checked, code is not, and nothing is when it is turned off', async ({ rejoinder }) => {
  const server = await dictionaryServer();
  try {
    const page = await rejoinder.launch(server.args);
    await lookThere(rejoinder);
    const window = mainWindow(page);
    const { editor } = window;
    await window.newPost();
    await page.keyboard.type('Berths');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Type `moor` to moor.');
    await page.keyboard.press('Enter');
    await rejoinder.menu('Insert', 'Code block');
    const spelled = (selector: string): Promise<boolean> =>
      editor.text
        .locator(selector)
        .first()
        .evaluate((it) => (it as HTMLElement).spellcheck);
    expect(await spelled('h1')).toBe(false);

    await rejoinder.menu('Edit', 'Check spelling');
    await window.question.getByRole('button', { name: 'Download' }).click();
    await expect.poll(() => spelled('h1')).toBe(true);
    expect(await spelled('.section-label-field')).toBe(true);
    expect(await spelled('p code')).toBe(false);
    expect(await spelled('.code-block code')).toBe(false);

    await rejoinder.menu('Edit', 'Check spelling');
    await expect.poll(() => spelled('h1')).toBe(false);
  } finally {
    await rejoinder.quit();
    await server.close();
  }
});
