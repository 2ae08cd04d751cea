import type { Page } from '@playwright/test';
import { expect, type Rejoinder, test } from '../app.ts';
import { openPost } from '../pages/contract.ts';
import { findBar } from '../pages/find-bar.ts';
import { mainWindow } from '../pages/main-window.ts';
import { chance, rounds, seed } from './soak.ts';

// A trace photographs the window at every key.
test.use({ trace: 'off' });

/** What ProseMirror's view offers, as far as this test asks it. */
type Editor = {
  readonly state: { readonly doc: { descendants: (visit: (node: Block, position: number) => void) => void } };
  readonly view: { readonly nodeDOM: (position: number) => Node | null };
};
type Block = { readonly isTextblock: boolean; readonly textContent: string };

const letters = [...'abcdefgh ,.é„ß'];
const strange = [
  'Enter',
  'Backspace',
  'Delete',
  'Control+b',
  'Control+i',
  'Control+Backspace',
  'Control+z',
  'Control+y',
];
const moves = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'Control+ArrowLeft',
  'Shift+ArrowLeft',
];

/** Lines of the post that look different from what the document says. */
const differing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { editor } = document.querySelector('.ProseMirror') as Element & { editor: Editor };
    const found: string[] = [];
    editor.state.doc.descendants((block, position) => {
      if (!block.isTextblock) return;
      const shown = editor.view.nodeDOM(position)?.textContent?.replaceAll('\uFEFF', '') ?? '';
      if (shown !== block.textContent)
        found.push(`${JSON.stringify(block.textContent)} shown as ${JSON.stringify(shown)}`);
    });
    return found;
  });

const typeAtRandom = async (rejoinder: Rejoinder, { finding }: { readonly finding: boolean }): Promise<void> => {
  const keys = rounds(400);
  test.setTimeout(60_000 + keys * 200);
  console.log(`Random keys: SOAK_SEED=${seed}, ${keys} keys`);
  const random = chance(seed);
  const from = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

  const page = await rejoinder.launch();
  const window = mainWindow(page);
  await window.newPost();
  await page.keyboard.type('Anything\nOne two three four five. And another. And the end.');
  if (finding) {
    await page.keyboard.press('Control+f');
    await findBar(page).query.fill('d');
    await expect(findBar(page).marks.first()).toBeVisible();
    await window.editor.text.getByText('One two').click();
  }
  for (let key = 0; key < keys; key += 1) {
    const kind = random();
    if (kind < 0.7) await page.keyboard.type(from(letters));
    else await page.keyboard.press(from(kind < 0.85 ? moves : strange));
    if (key % 20 === 19) expect(await differing(page), `after ${key + 1} keys`).toEqual([]);
  }
  const shown = await page.locator('.ProseMirror h1').textContent();
  await page.keyboard.press('Control+s');
  await expect.poll(async () => JSON.stringify((await openPost(page)).document)).toContain(shown || 'headline');
};

test('whatever is typed wherever, the screen shows what the document says', ({ rejoinder }) =>
  typeAtRandom(rejoinder, { finding: false }));

test('also among the marks of what was found', ({ rejoinder }) => typeAtRandom(rejoinder, { finding: true }));

test('a letter at the edge of a mark stands there once', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  await window.newPost();
  await page.keyboard.type('Anything\nd and dd');
  await page.keyboard.press('Control+f');
  await findBar(page).query.fill('d');
  await expect(findBar(page).marks).toHaveCount(4);
  await window.editor.text.getByText('and').click();
  await page.keyboard.press('Home');
  for (let place = 0; place <= 'd and dd'.length; place += 1) {
    await page.keyboard.type('g');
    expect(await differing(page), `a letter before the letter ${place}`).toEqual([]);
    await page.keyboard.press('ArrowRight');
  }
  await expect(window.editor.text.getByText('gdg gagngdg gdgdg')).toBeVisible();
});
