import type { Locator } from '@playwright/test';
import { expect, type Rejoinder, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';

const paragraphs = 260;

const words = (n: number): string => `Paragraph ${n} says what the ferry does in winter. `.repeat(6);

/** A post whose comment is many windows high, with the caret in a paragraph at its middle. */
const writeLongPost = async (rejoinder: Rejoinder) => {
  const page = await rejoinder.launch();
  const { editor, newPost } = mainWindow(page);
  await newPost();
  await editor.paragraphs('comment').last().click();
  const html = Array.from({ length: paragraphs }, (_, n) => `<p>${words(n)}</p>`).join('');
  await editor.paste({ 'text/html': html });
  await expect(editor.paragraphs('comment')).toHaveCount(paragraphs);
  await editor.paragraphs('comment').nth(130).click();
  return { page, editor };
};

/** How many blocks are put aside while somebody writes. */
const aside = (text: Locator): Promise<number> =>
  text.evaluate(
    (root) =>
      [...root.querySelectorAll<HTMLElement>('.section-text > *')].filter(
        (it) => it.style.contentVisibility === 'hidden',
      ).length,
  );

const heightOf = (text: Locator): Promise<number> => text.evaluate((root) => root.scrollHeight);

test('while somebody writes in a long post, what is far away is put aside and moves nothing', async ({ rejoinder }) => {
  const { page, editor } = await writeLongPost(rejoinder);
  const { text } = editor;
  const here = editor.paragraphs('comment').nth(130);
  expect(await aside(text)).toBe(0);
  // The first letter brings the caret into sight.
  await page.keyboard.type('N');
  await expect(here).toBeInViewport();
  const before = { height: await heightOf(text), place: await here.boundingBox() };
  await page.keyboard.type('ow ');
  await expect.poll(() => aside(text)).toBeGreaterThan(150);
  await page.keyboard.type('and ');
  expect(await heightOf(text)).toBe(before.height);
  expect(await here.boundingBox()).toEqual(before.place);
  await expect(here).toContainText('Now and ');

  // After a rest all is as ever, and so it is at once where the writer turns elsewhere.
  await expect.poll(() => aside(text)).toBe(0);
  await page.keyboard.type('then ');
  await expect.poll(() => aside(text)).toBeGreaterThan(150);
  await page.mouse.wheel(0, 300);
  // Sooner than by a rest.
  await expect.poll(() => aside(text), { timeout: 1500 }).toBe(0);

  await here.click();
  await page.keyboard.type('again ');
  await expect.poll(() => aside(text)).toBeGreaterThan(150);
  await page.keyboard.press('Control+End');
  expect(await aside(text)).toBe(0);
  await expect(editor.paragraphs('comment').last()).toBeInViewport();
  await page.keyboard.type(' The end.');
  await expect(editor.paragraphs('comment').last()).toContainText('The end.');

  // A new paragraph is a change of the whole section.
  await expect.poll(() => aside(text)).toBeGreaterThan(150);
  await page.keyboard.press('Enter');
  expect(await aside(text)).toBe(0);
});

test('nothing is put aside while an assistive technology reads the window', async ({ rejoinder }) => {
  const { page, editor } = await writeLongPost(rejoinder);
  await rejoinder.app.evaluate(({ app }) => app.setAccessibilitySupportEnabled(true));
  await editor.paragraphs('comment').nth(130).click();
  await page.keyboard.type('Now and then');
  await expect(editor.paragraphs('comment').nth(130)).toContainText('Now and then');
  // What is put aside is put aside when the window is idle.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))));
  expect(await aside(editor.text)).toBe(0);
});
