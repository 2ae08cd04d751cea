import { basename } from 'node:path';
import { expect } from '../../app.ts';
import { checksIn } from '../../pages/checks.ts';
import { findBar } from '../../pages/find-bar.ts';
import { focusIn } from '../../pages/focus.ts';
import { publishSheet } from '../../pages/publish-sheet.ts';
import { slashMenu } from '../../pages/slash-menu.ts';
import type { Tour } from './screen.ts';

/** The example post with what can be opened around it. */
export const walkExample = async ({ window, look }: Tour): Promise<void> => {
  const { page, editor, side, toolbar } = window;
  await look('main');
  await side.tab('Outline').click();
  await editor.paragraphs('comment').first().click();
  await expect(side.pane.locator('[aria-current="location"]')).toHaveText(/^My Comment:/);
  await look('outline');
  await side.tab('Checks').click();
  await expect(side.pane.getByText('All checks passed.').last()).toBeVisible();
  await look('checks-passed');
  await side.tab('Post').click();
  await look('post-panel');
  await side.tab('Sources').click();
  await side.pane.getByRole('button', { name: 'Add a source' }).click();
  await look('source-form');
  await page.keyboard.press('Escape');
  await side.pane
    .getByRole('button', { name: /^More for/ })
    .first()
    .click();
  await look('source-menu');
  await page.keyboard.press('Escape');

  await editor.picture(editor.figures.first()).click();
  await expect(editor.tools('Picture')).toBeVisible();
  await look('picture-tools');
  await editor.tools('Picture').getByRole('button', { name: 'Crop and turn…' }).click();
  await expect(page.getByRole('button', { name: /^What stays/ })).toBeFocused();
  await look('crop');
  await page.keyboard.press('Escape');
  await editor.videos.first().locator('.embed-about').click();
  await expect(editor.tools('Video')).toBeVisible();
  await look('video-tools');
  await editor.citations.first().click();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await look('citation-card');
  await editor.quotations.first().getByRole('button').click();
  await editor.panel('Source of this quotation').waitFor();
  await look('source-of-quotation');
  await page.keyboard.press('Escape');

  await editor.selectWords('council');
  await toolbar.getByRole('button', { name: 'Link' }).click();
  await editor.panel('Link').getByRole('button', { name: 'Apply' }).click();
  await expect(window.alerts).toContainText('Check the address');
  await look('link-refused');
  await page.keyboard.press('Escape');
  await toolbar.getByRole('button', { name: 'Video or post' }).click();
  await editor.panel('Insert a video or post').waitFor();
  await look('video-panel');
  await page.keyboard.press('Escape');

  await editor.paragraphs('comment').first().click();
  await toolbar.getByRole('button', { name: 'More' }).click();
  await focusIn(page.getByRole('menu'));
  await page.keyboard.press('ArrowDown');
  await look('more');
  await page.keyboard.press('Escape');
  await editor.section('comment').getByRole('button', { name: 'Section', exact: true }).click();
  await page.getByRole('menu', { name: 'Section' }).waitFor();
  await look('section-menu');
  await page.keyboard.press('Escape');

  await window.press('Ctrl+H');
  const find = findBar(page);
  await find.query.fill('the');
  await expect(find.current).toBeVisible();
  await find.option('Match case').click();
  await look('find');
  await find.option('Regular expression').click();
  await find.query.fill('(');
  await expect(find.says(/expression/i)).toBeVisible();
  await look('find-trouble');
  await find.query.press('Escape');

  await editor.paragraphs('comment').first().click();
  await window.press('Ctrl+Shift+F11');
  await expect(toolbar).toBeHidden();
  await look('focus-mode');
  await page.keyboard.press('Escape');
  await expect(toolbar).toBeVisible();
};

/** A new post: with nothing in it, and then with one of every block that a menu inserts. */
export const walkBlocks = async ({ rejoinder, window, look }: Tour): Promise<void> => {
  const { page, editor, side } = window;
  await window.newPost();
  await look('empty-post');
  await page.keyboard.type('Every block');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await slashMenu(page).list.waitFor();
  await page.keyboard.press('ArrowDown');
  await look('slash');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');

  await page.keyboard.type('A ==marked== word and `code`.');
  await side.tab('Checks').click();
  const checks = checksIn(side.pane);
  await checks.leave('No source yet', 'Nobody else wrote about it.');
  await expect(checks.group('Left as it is')).toBeVisible();
  await checks
    .finding('The comment is empty')
    .getByRole('button', { name: /^Leave as it is/ })
    .click();
  await look('checks');
  await page.keyboard.press('Escape');
  const publish = publishSheet(page);
  await publish.open();
  await expect(publish.attribution).toContainText('1 must is open');
  await look('publish-must');
  await page.keyboard.press('Escape');
  await side.tab('Sources').click();
  await editor.paragraphs('summary').last().click();
  await page.keyboard.press('End');
  await rejoinder.menu('Insert', 'Footnote');
  await expect(editor.note).toBeFocused();
  await page.keyboard.type('Counted from the quay.');
  await page.keyboard.press('Escape');
  for (const block of [
    'Table',
    'Quotation',
    'Pull quote',
    'Aside',
    'Code block',
    'HTML block',
    'Read-more break',
    'Divider',
  ]) {
    await rejoinder.menu('Insert', 'Section');
    await page.keyboard.type(block);
    await page.keyboard.press('Enter');
    await rejoinder.menu('Insert', block);
    if (block !== 'Read-more break' && block !== 'Divider') await page.keyboard.type('Words');
  }
  await editor.text.getByRole('columnheader').nth(1).click();
  await page.keyboard.type('Berth');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Metres');
  await look('table');
  await editor.text.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('menu', { name: 'Table' }).waitFor();
  await look('table-menu');
  await page.keyboard.press('Escape');
};

/** A new post with a footnote, a gallery and words in another language, and the panels of each. */
export const walkNotesAndPictures = async (
  { rejoinder, window, look }: Tour,
  pictures: readonly string[],
): Promise<void> => {
  const { page, editor } = window;
  await window.newPost();
  await page.keyboard.type('Notes and pictures');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Nine ships waited');
  await rejoinder.menu('Insert', 'Footnote');
  await expect(editor.note).toBeFocused();
  await page.keyboard.type('Counted from the quay.');
  await look('footnote');
  await page.keyboard.press('Escape');
  await expect(editor.note).toBeHidden();

  await editor.selectWords('ships');
  await rejoinder.menu('Format', 'Language of selection…');
  await expect(editor.panel('Language of selection').getByRole('combobox')).toBeFocused();
  await look('language-of-selection');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await editor.paragraphs('comment').last().click();
  await rejoinder.answerFileDialog(pictures);
  await rejoinder.menu('Insert', 'Gallery…');
  await expect(editor.figures).toHaveCount(pictures.length);
  await look('gallery');
  await page.keyboard.press('Escape');
  await expect(editor.tools('Picture')).toBeVisible();
  await look('gallery-selected');
};

/** A new post with a video and an audio file, and the tools of each. */
export const walkRecordings = async ({ rejoinder, window, look }: Tour, files: readonly string[]): Promise<void> => {
  const { page, editor } = window;
  await window.newPost();
  await page.keyboard.type('Video and audio');
  await page.keyboard.press('Enter');
  await page.keyboard.type('As it looks and sounds.');
  for (const [index, file] of files.entries()) {
    await rejoinder.answerFileDialog([file]);
    await rejoinder.menu('Insert', 'Video or audio file…');
    const recording = editor.recordings.nth(index);
    await expect(recording).toContainText(basename(file));
    await recording.getByText(basename(file)).click();
    await expect(editor.tools(index === 0 ? 'Video file' : 'Audio file')).toBeVisible();
    await look(`recording-${index + 1}`);
    await editor.caption(recording).click();
  }
};
