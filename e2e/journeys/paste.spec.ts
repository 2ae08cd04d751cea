import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, keepPicture, test } from '../app.ts';
import { openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';

// What was copied in another Rejoinder names a picture that this library does not have.
test.use({ forgiven: /404 \(Not Found\)/ });

const folder = resolve(import.meta.dirname, '..', '..', 'renderer', 'editor', 'fixtures', 'paste');
const fixture = (file: string): string => readFileSync(resolve(folder, file), 'utf8');
const programs = readdirSync(folder).flatMap((file) => (file.endsWith('.html') ? [file.replace(/\.html$/, '')] : []));

/** A new post with the caret in its first paragraph. */
const beginPost = async (page: Page): Promise<void> => {
  await mainWindow(page).newPost();
  await page.keyboard.type('Pasted\n');
};

/** The blocks of the first section as the library has them; no post here has the fixtures' sources. */
const blocksOnDisk = async (page: Page): Promise<unknown> => {
  const { document } = await openPost(page);
  return withoutSources(document.doc.content?.[1]?.content ?? []);
};

const withoutSources = (blocks: unknown): unknown =>
  JSON.parse(JSON.stringify(blocks).replace(/"source":"[^"]*"/g, '"source":null'));

test('what each program copies becomes the same blocks in the running app as in its fixture', async ({ rejoinder }) => {
  test.slow();
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  for (const program of programs) {
    await beginPost(page);
    await window.editor.paste({ 'text/html': fixture(`${program}.html`), 'text/plain': 'words' });
    await expect(
      window.editor.paragraphs('summary').or(window.editor.text.locator('h2, h3, li, table')).first(),
    ).not.toBeEmpty();
    await window.press('Ctrl+S');
    await expect
      .poll(() => blocksOnDisk(page), { message: program })
      .toEqual(withoutSources(JSON.parse(fixture(`${program}.json`))));
  }
});

test('a pasted article keeps its words, links and quotation; its pictures are named, and one undo takes it all back', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await beginPost(page);
  await window.side.addSource({
    address: 'http://harbour-courier.example/port/',
    title: 'Sixty days',
    publisher: 'Harbour Courier',
  });
  await editor.paragraphs('summary').first().click();
  await editor.paste({ 'text/html': fixture('chrome-article.html'), 'text/plain': 'What the operators want' });
  await expect(editor.text.getByRole('heading', { name: 'What the operators want' })).toBeVisible();
  await expect(editor.text.getByRole('link', { name: 'the notice' })).toHaveAttribute(
    'href',
    'https://port-authority.example/notice?id=12#berths',
  );
  await expect(window.messages).toContainText('1 picture was left out');
  await expect(editor.text).toContainText('Photograph: Lina Moor');
  await keepPicture(page, 'article');
  await window.press('Ctrl+Z');
  await expect(editor.text).not.toContainText('What the operators want');

  await editor.paste({ 'text/html': fixture('firefox-article.html'), 'text/plain': 'Sixty days' });
  await expect(editor.quotations).toContainText('We will count the boats.');
  await expect(editor.quotations.getByRole('button', { name: 'Source: Harbour Courier' })).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await keepPicture(page, 'tied');
});

test('Markdown becomes what it says, unless it is pasted plain by key or by menu', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  await rejoinder.copyText('## The plan\n\nRead **the plan**:\n\n- moor\n- wait\n');
  await beginPost(page);
  await window.press('Ctrl+V');
  await expect(editor.text.getByRole('heading', { name: 'The plan' })).toBeVisible();
  await expect(editor.section('summary').getByRole('listitem')).toHaveText(['moor', 'wait']);

  for (const plainly of [() => window.press('Ctrl+Shift+V'), () => rejoinder.menu('Edit', 'Paste plain')]) {
    await beginPost(page);
    await plainly();
    await expect(editor.paragraphs('summary')).toHaveText(['## The plan', 'Read **the plan**:', /- moor\s*- wait/]);
    await expect(editor.section('summary').getByRole('listitem')).toHaveCount(0);
  }

  await editor.headline.selectText();
  await rejoinder.copyText('Ferries\nleave\n\nthe harbour\n');
  await window.press('Ctrl+V');
  await expect(editor.headline).toHaveText('Ferries leave the harbour');
});
