import { rm } from 'node:fs/promises';
import { expect, expectCleanLog, keepPicture, test } from '../app.ts';
import { openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { png, writePicture } from '../world/pictures.ts';

const courier = {
  address: 'https://harbour-courier.example/news/ferries',
  title: 'Ferries leave the inner harbour',
  publisher: 'Harbour Courier',
};
const bayRadio = {
  address: 'https://bay-radio.example/2026/operators',
  title: 'Operators say nobody asked them',
  publisher: 'Bay Radio',
};

test('a new user writes a commentary post by keyboard and menu, and finds all of it after a restart', async ({
  rejoinder,
  dataFolder,
}) => {
  let page = await rejoinder.launch();
  let window = mainWindow(page);
  const { editor } = window;
  await expect(window.library.rows, 'a new library holds the example and nothing else').toHaveCount(1);
  await expect(window.library.row('Example')).toHaveAttribute('aria-selected', 'true');
  await expect(editor.headline).not.toBeEmpty();

  await window.newPost();
  await expect(window.library.rows).toHaveCount(2);
  await page.keyboard.type('The harbour belongs to whoever rows it');
  await page.keyboard.press('Enter');
  await page.keyboard.type('From Sunday on no ferry may enter the inner harbour.');

  const harbour = await writePicture(dataFolder, 'harbour.png', { colour: [20, 80, 120] });
  await rejoinder.answerFileDialog([harbour]);
  await window.press('Ctrl+J');
  await expect(editor.figures).toHaveCount(1);
  await page.keyboard.type('The last boat on Saturday evening.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Reuters.');
  await page.keyboard.press('Enter');
  await editor.describe(editor.figures.first(), 'A ferry leaves a harbour at dusk');
  await rm(harbour);

  await editor.paragraphs('summary').last().click();
  await rejoinder.copyPicture(png({ width: 300, height: 200, colour: [160, 60, 40] }));
  await rejoinder.menu('Edit', 'Paste');
  await expect(editor.figures).toHaveCount(2);
  await page.keyboard.type('The same quay on Monday.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Own work.');
  await page.keyboard.press('Enter');

  await window.side.addSource(courier);
  await window.side.addSource(bayRadio);
  await editor.paragraphs('summary').last().click();
  await rejoinder.menu('Insert', 'Quotation');
  await editor.panel('Quote a source').getByRole('button', { name: 'Bay Radio' }).click();
  await expect(editor.text).toBeFocused();
  await page.keyboard.type('Nobody asked us.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Spokesman for the operators');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The town says it did, ');
  await rejoinder.menu('Insert', 'Citation');
  await editor.panel('Cite a source').getByRole('button', { name: 'Harbour Courier' }).click();
  await expect(editor.text).toBeFocused();
  await page.keyboard.type('.');
  await page.keyboard.press('Enter');

  await rejoinder.copyText('https://youtu.be/aqz-KE-bpKQ?t=4');
  await window.press('Ctrl+V');
  await expect(editor.videos).toHaveCount(1);
  await page.keyboard.type('Footage from the harbour.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('RT.');

  await editor.heading('comment').click();
  await expect(editor.heading('comment')).toHaveText('My Comment:');
  await page.keyboard.press('End');
  for (let times = 'My Comment:'.length; times > 0; times -= 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('What I make of it:');
  await page.keyboard.press('Shift+Tab');
  await expect(editor.label('comment')).toBeFocused();
  await page.keyboard.type('Opinion');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Three things were forgotten:');
  await page.keyboard.press('Enter');
  await window.press('Ctrl+Shift+8');
  await page.keyboard.type('the ');
  await window.press('Ctrl+B');
  await page.keyboard.type('rowers');
  await window.press('Ctrl+B');
  await page.keyboard.type(', who pay');
  await page.keyboard.press('Enter');
  await page.keyboard.type('the swimmers');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Read the plan yourself.');
  await editor.selectWords('the plan');
  await window.press('Ctrl+K');
  const link = editor.panel('Link');
  await link.getByRole('textbox', { name: 'Address' }).fill('https://harbour.example/plan');
  await link.getByRole('button', { name: 'Apply' }).click();
  await editor.paragraphs('comment').last().click();
  await page.keyboard.press('End');
  await rejoinder.menu('Insert', 'Divider');
  await expect(editor.section('comment').getByRole('separator')).toHaveCount(1);
  await page.keyboard.type('That is all.');
  await window.press('Ctrl+Z');
  await expect(editor.text).not.toContainText('That is all.');
  await window.press('Ctrl+Shift+Z');
  await expect(editor.text).toContainText('That is all.');
  await rejoinder.menu('Edit', 'Undo');
  await expect(editor.text).not.toContainText('That is all.');
  await window.press('Ctrl+Y');
  await expect(editor.text).toContainText('That is all.');

  await expect(editor.text).toMatchAriaSnapshot(`
    - heading "The harbour belongs to whoever rows it" [level=1]
    - group "Summary":
      - textbox "Label of this section"
      - paragraph: From Sunday on no ferry may enter the inner harbour.
      - 'figure "Picture: A ferry leaves a harbour at dusk"':
        - img "A ferry leaves a harbour at dusk"
        - group "Caption": The last boat on Saturday evening.
        - group "Credit": Reuters.
      - figure "Picture without alternative text":
        - group "Caption": The same quay on Monday.
        - group "Credit": Own work.
      - blockquote "Quotation from Bay Radio":
        - paragraph: Nobody asked us.
        - group "Who said it": Spokesman for the operators,
        - 'button "Source: Bay Radio. Choose another one"': Bay Radio
      - paragraph: The town says it did, Harbour Courier.
      - 'figure "Video: Video on YouTube"':
        - group "Caption": Footage from the harbour.
        - group "Credit": RT.
    - group "Opinion":
      - textbox "Label of this section": Opinion
      - heading "What I make of it:" [level=2]
      - paragraph: "Three things were forgotten:"
      - list:
        - listitem:
          - paragraph:
            - text: the
            - strong: rowers
            - text: ", who pay"
        - listitem:
          - paragraph: the swimmers
      - paragraph:
        - text: Read
        - link "the plan":
          - /url: https://harbour.example/plan
        - text: yourself.
      - separator
      - paragraph: That is all.
  `);
  await keepPicture(page, 'written');
  await expect.poll(async () => JSON.stringify((await openPost(page)).document)).toContain('That is all.');
  const written = await openPost(page);
  const seen = await editor.text.ariaSnapshot();
  await expect(page).toHaveTitle('The harbour belongs to whoever rows it');
  await rejoinder.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1100, 720));
  const size = () => rejoinder.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
  await expect.poll(size).toEqual([1100, 720]);

  page = await rejoinder.relaunch();
  window = mainWindow(page);
  await expect(window.editor.headline).toHaveText('The harbour belongs to whoever rows it');
  expect((await openPost(page)).document).toEqual(written.document);
  expect((await openPost(page)).sources).toMatchObject([
    { url: courier.address, title: courier.title, publisher: courier.publisher },
    { url: bayRadio.address, title: bayRadio.title, publisher: bayRadio.publisher },
  ]);
  await expect.poll(() => window.editor.text.ariaSnapshot()).toBe(seen);
  for (const picture of await window.editor.figures.locator('img').all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0);
  }
  await expect.poll(size).toEqual([1100, 720]);
  await expectCleanLog(dataFolder);
});

test('a picture dropped into the text becomes a figure there, and a damaged one is refused with the post as it was', async ({
  rejoinder,
}) => {
  const page = await rejoinder.launch();
  const { editor, newPost, alerts } = mainWindow(page);
  await newPost();
  await page.keyboard.type('Dropped');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Before the picture.');

  const paragraph = editor.paragraphs('summary').first();
  await editor.dropFiles(paragraph, { 'quay.png': png({ width: 200, height: 100 }) }, 0);
  await expect(editor.figures).toHaveCount(1);
  // What is on the screen is in the library a quarter of a second later.
  await expect.poll(async () => JSON.stringify((await openPost(page)).document)).toContain('"figure"');
  const before = (await openPost(page)).document;
  await editor.dropFiles(paragraph, { 'half.png': png({ width: 300, height: 300 }).subarray(0, 500) }, 0);
  await expect(alerts).toContainText('“half.png” is damaged and cannot be opened.');
  await expect(editor.figures).toHaveCount(1);
  expect((await openPost(page)).document).toEqual(before);
});

test('posts are found by title and text, copied, trashed and restored', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { library, editor, messages } = window;
  for (const [headline, words] of [
    ['Bridges', 'The toll on the swing bridge doubles.'],
    ['Tunnels', 'Nobody has seen the survey of the tunnel.'],
  ] as const) {
    await window.newPost();
    await page.keyboard.type(headline);
    await page.keyboard.press('Enter');
    await page.keyboard.type(words);
  }
  await expect(library.rows).toHaveCount(3);
  await expect(library.row('Tunnels')).toHaveAttribute('aria-selected', 'true');

  await window.press('Ctrl+Shift+F');
  await expect(library.search).toBeFocused();
  await page.keyboard.type('bridg');
  await expect(library.rows).toHaveText([/Bridges/]);
  await library.search.fill('survey');
  await expect(library.rows).toHaveText([/Tunnels/]);
  await library.search.fill('zeppelin');
  await expect(library.pane).toContainText(
    'No post contains ‘zeppelin’. Looked in titles, text, sources and captions.',
  );
  await library.pane.getByRole('button', { name: 'Clear' }).first().click();
  await expect(library.rows).toHaveCount(3);

  await library.open('Bridges');
  await expect(editor.headline).toHaveText('Bridges');
  await rejoinder.menu('File', 'Duplicate');
  await expect(library.rows).toHaveCount(4);
  await expect(editor.headline).toHaveText('Copy of Bridges');
  await expect(editor.text).toContainText('The toll on the swing bridge doubles.');

  await library.choose('Tunnels', 'Move to trash');
  await expect(messages).toContainText('Moved to trash.');
  await expect(library.rows).toHaveCount(3);
  await messages.getByRole('button', { name: 'Undo' }).click();
  await expect(library.row('Tunnels')).toHaveCount(1);

  await library.choose('Tunnels', 'Move to trash');
  await expect(library.row('Tunnels')).toHaveCount(0);
  await library.filter('Trash').click();
  await expect(library.rows).toHaveText([/Tunnels/]);
  await library.open('Tunnels');
  await expect(page.getByRole('main')).toContainText('This post is in the trash.');
  await expect(editor.text).toHaveAttribute('contenteditable', 'false');
  await library.choose('Tunnels', 'Restore');
  await expect(library.rows).toHaveCount(0);
  await expect(editor.text).toHaveAttribute('contenteditable', 'true');
  await library.filter('All').click();
  await expect(library.rows).toHaveCount(4);

  await library.choose('Copy of Bridges', 'Move to trash');
  await library.filter('Trash').click();
  await library.choose('Copy of Bridges', 'Delete for ever…');
  await window.question.getByRole('button', { name: 'Delete for ever' }).click();
  await expect(library.rows).toHaveCount(0);
});

test('keys that come faster than the screen keep every letter in its place', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor, newPost } = mainWindow(page);
  await newPost();
  await page.keyboard.type('Fast');
  await page.keyboard.press('Enter');
  const words = Array.from({ length: 30 }, (_, at) => `Line ${at}.`);
  // Sent without waiting for each other: several keys fall between two frames.
  const keys: Promise<void>[] = [];
  for (const word of words) {
    for (const letter of word) keys.push(page.keyboard.press(letter));
    keys.push(page.keyboard.press('Enter'));
  }
  await Promise.all(keys);
  await expect(editor.paragraphs('summary')).toHaveText([...words, '']);
});

test('letters that follow a caret key at once land where the caret went', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor, newPost } = mainWindow(page);
  await newPost();
  await page.keyboard.type('Fast\nx');
  await expect(editor.paragraphs('summary')).toHaveText(['x']);
  const keys: Promise<void>[] = [];
  for (let round = 0; round < 12; round += 1) {
    for (const key of ['Home', 'a', 'End', 'b', 'ArrowLeft', 'c']) keys.push(page.keyboard.press(key));
  }
  await Promise.all(keys);
  await expect(editor.paragraphs('summary')).toHaveText([`${'a'.repeat(12)}x${'cb'.repeat(12)}`]);
});
