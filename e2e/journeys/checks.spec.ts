import { expect, expectCleanLog, test } from '../app.ts';
import { checksIn } from '../pages/checks.ts';
import { ask, openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { writePicture } from '../world/pictures.ts';

const source = {
  address: 'https://harbour-courier.example/news/ferries',
  title: 'Ferries leave the inner harbour',
  publisher: 'Harbour Courier',
} as const;

test('what a post lacks is listed, leads to its place, is fixed or left with a reason, and lets the post go out', async ({
  rejoinder,
  dataFolder,
}) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const { editor, side } = window;
  const checks = checksIn(side.pane);

  await window.newPost();
  await rejoinder.menu('Post', 'Checks');
  await expect(side.tab('Checks')).toHaveAttribute('aria-selected', 'true');
  await expect(checks.finding('The comment is empty')).toBeVisible();
  await expect(checks.finding('No source yet')).toHaveCount(0);

  await editor.headline.click();
  await page.keyboard.type('Ferries');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The operators were not asked, see ');
  await editor.paste({ 'text/html': '<a href="https://harbour-courier.example/news/ferries">here</a>' });
  await rejoinder.answerFileDialog([await writePicture(dataFolder, 'quay.png')]);
  await window.press('Ctrl+J');
  await expect(editor.figures).toHaveCount(1);
  await rejoinder.menu('Insert', 'Video or post…');
  const video = editor.panel('Insert a video or post');
  await video.getByRole('textbox', { name: 'Address of the video or post' }).fill('https://vimeo.com/1084537');
  await video.getByRole('button', { name: 'Insert' }).click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('> Nobody asked us.');

  await test.step('everything is listed, musts first', async () => {
    for (const name of [
      'No source yet',
      'Quotation without a source',
      'Picture without a credit',
      'Picture without alternative text',
      'Video or post without a caption',
      'Video or post without a credit',
      'The comment is empty',
    ]) {
      await expect(checks.group('Must').getByRole('button', { name, exact: true })).toBeVisible();
    }
    await expect(checks.group('Should').getByRole('listitem')).toHaveCount(2);
    await expect(side.tab('Checks')).toHaveText('Checks7');
    await expect(side.pane.getByRole('status').filter({ hasText: '7 musts, 2 shoulds' })).toBeAttached();
  });

  await test.step('each leads to its place', async () => {
    await checks.goTo('Picture without a credit');
    await expect(editor.text).toBeFocused();
    await page.keyboard.type('Dana Rowe');
    await expect(editor.credit(editor.figures.first())).toHaveText('Dana Rowe');
    await expect(checks.finding('Picture without a credit')).toHaveCount(0);
    await checks.goTo('Video or post without a caption');
    await page.keyboard.type('The harbour.');
    await expect(editor.caption(editor.videos.first())).toHaveText('The harbour.');
    await checks.goTo('Picture without alternative text');
    await expect(editor.tools('Picture')).toBeVisible();
    await checks.goTo('The comment is empty');
    await page.keyboard.type('The harbour belongs to whoever rows it.');
    await expect(checks.finding('The comment is empty')).toHaveCount(0);
    await checks.goTo('No excerpt');
    await expect(side.field('Excerpt')).toBeFocused();
    await side.tab('Checks').click();
    await checks.goTo('No source yet');
    await expect(side.sourceForm).toBeVisible();
    await page.keyboard.press('Escape');
    await side.addSource({ ...source, publisher: '' });
    await side.tab('Checks').click();
  });

  await test.step('what can be fixed is fixed here, and undone', async () => {
    await checks.fix('harbour-courier.example: no publisher', 'Use harbour-courier.example');
    await expect(checks.finding('no publisher')).toHaveCount(0);
    await checks.fix('Picture without alternative text', 'Mark as decorative');
    await expect(checks.finding('Picture without alternative text')).toHaveCount(0);
    await editor.text.focus();
    await window.press('Ctrl+Z');
    await expect(checks.finding('Picture without alternative text')).toBeVisible();
    await checks.fix('Picture without alternative text', 'Mark as decorative');
    await checks.fix('Quotation without a source', 'Tie to harbour-courier.example');
    await expect(editor.quotations.first()).toContainText('harbour-courier.example');
    await checks.fix('says nothing as a link', 'Write “harbour-courier.example”');
    await expect(editor.text.getByRole('link')).toHaveText('harbour-courier.example');
    await checks.fix('No excerpt', 'Use the first words');
    await expect(checks.finding('No excerpt')).toHaveCount(0);
  });

  await test.step('a reason is kept with the post, and taken back', async () => {
    const { id } = await openPost(page);
    await checks.leave('Video or post without a credit', 'Nobody knows who filmed it.');
    await expect(side.pane.getByText('All checks passed.').last()).toBeVisible();
    await expect(checks.group('Left as it is')).toContainText('Overridden: Nobody knows who filmed it.');
    await expect
      .poll(async () => (await ask(page, 'posts', 'open', { id })).fields)
      .toMatchObject({
        excerpt: expect.stringContaining('The operators'),
        overrides: [{ check: 'embed-credit', reason: 'Nobody knows who filmed it.' }],
      });
    await side.tab('Post').click();
    await side.field('Slug').fill('ferries');
    await side.tab('Checks').click();
    await expect
      .poll(async () => (await ask(page, 'posts', 'open', { id })).fields)
      .toMatchObject({ slug: 'ferries', overrides: [{ check: 'embed-credit' }] });
    await checks.takeBack('Video or post without a credit');
    await expect(checks.group('Must').getByRole('listitem')).toHaveCount(1);
    await expect(side.tab('Checks')).toHaveText('Checks1');
  });

  await test.step('an open must keeps the post from going public, but not as a draft; a reason lets it out', async () => {
    const publish = publishSheet(page);
    const inSheet = checksIn(publish.attribution);
    await publish.open();
    await expect(publish.attribution).toContainText('1 must is open');
    await expect(publish.confirm('Publish to Practice blog')).toBeDisabled();
    await window.press('Ctrl+Enter');
    await expect(page.getByRole('status').filter({ hasText: '1 must is open' })).toBeAttached();
    await expect(publish.card('Practice blog')).toHaveCount(0);
    await publish.how('Schedule…').click();
    await expect(publish.confirm('Schedule on Practice blog')).toBeDisabled();
    await publish.attribution.getByRole('button', { name: 'As a draft' }).click();
    await expect(publish.confirm('Save draft on Practice blog')).toBeEnabled();
    await publish.how('Publish now').click();

    await inSheet.goTo('Video or post without a credit');
    await expect(publish.sheet).toBeHidden();
    await expect(editor.text).toBeFocused();
    await publish.open();
    const leave = publish.attribution.getByRole('button', { name: /^Leave as it is/ });
    await leave.click();
    await page.keyboard.press('Escape');
    await expect(publish.sheet).toBeVisible();
    await expect(leave).toBeFocused();
    await inSheet.leave('Video or post without a credit', 'The operator says so.');
    await expect(publish.attribution).toContainText('All checks passed.');
    await expect(inSheet.group('Left as it is')).toContainText('Overridden: The operator says so.');
    await publish.confirm('Publish to Practice blog').click();
    await expect(publish.state('Practice blog')).toHaveText('Published');
    await publish.done.click();
    await expect(window.library.row('Ferries')).toContainText('Published');
  });
  await expectCleanLog(dataFolder);
});
