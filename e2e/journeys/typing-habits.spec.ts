import { expect, keepPicture, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';

test('signs become those of print while they are typed, can be taken back, and stay plain when Settings say so', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor } = window;
  const line = editor.paragraphs('summary').last();
  await window.newPost();
  await page.keyboard.press('Enter');
  await page.keyboard.type(`She said: "It's over -- really..."`);
  await expect(line).toHaveText('She said: “It’s over – really…”');

  await page.keyboard.type(` 5'`);
  await expect(line).toHaveText('She said: “It’s over – really…” 5’');
  await window.press('Ctrl+Z');
  await expect(line).toHaveText(`She said: “It’s over – really…” 5'`);
  await page.keyboard.type(` 6"`);
  await expect(line).toContainText('6”');
  await page.keyboard.press('Backspace');
  await expect(line).toHaveText(`She said: “It’s over – really…” 5' 6"`);
  await page.keyboard.press('Backspace');
  await expect(line).toHaveText(`She said: “It’s over – really…” 5' 6`);

  await page.keyboard.press('Enter');
  await page.keyboard.type('## Over **and** (_out_)');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- the boats');
  await expect(editor.section('summary')).toMatchAriaSnapshot(`
    - heading "Over and (out)" [level=2]:
      - text: Over
      - strong: and
      - text: (
      - emphasis: out
      - text: )
    - list:
      - listitem:
        - paragraph: the boats
  `);

  await window.press('Ctrl+,');
  const sheet = window.sheet('Settings');
  await sheet.getByRole('switch', { name: 'Smart quotes and dashes' }).click();
  await keepPicture(page, 'settings');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await editor.section('summary').getByRole('listitem').click();
  await page.keyboard.press('End');
  await page.keyboard.type(` aren't "late"`);
  await expect(editor.section('summary').getByRole('listitem')).toHaveText(`the boats aren't "late"`);
});
