import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Rejoinder } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { writePicture } from './pictures.ts';

/** The words of the post that the publishing journeys write, in the order in which a reader meets them. */
export const commentary = {
  headline: 'Ferries & “friends” of the harbour',
  opening: 'From Sunday on no ferry may enter the inner harbour, ',
  caption: 'The last boat on Saturday evening.',
  credit: 'Reuters.',
  alternativeText: 'A ferry leaves a harbour at dusk',
  secondAlternativeText: 'A quay without boats',
  secondCaption: 'The same quay on Monday.',
  secondCredit: 'Own work.',
  quotation: 'Nobody asked us.',
  attribution: 'Spokesman for the operators',
  videoAddress: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
  videoCaption: 'Footage from the harbour.',
  videoCredit: 'RT.',
  commentHeading: 'My Comment:',
  comment: 'The harbour belongs to whoever rows it.',
  listed: ['the rowers', 'the swimmers'],
  source: {
    address: 'https://harbour-courier.example/news/ferries',
    title: 'Ferries leave the inner harbour',
    publisher: 'Harbour Courier',
  },
} as const;

/**
 * Writes a new post in the shape of product.md: citation, two pictures, quotation, video, comment, list. The files of the
 * pictures are gone afterwards; they have these colours, so that every test can have pictures of its own.
 */
export const writeCommentary = async (
  rejoinder: Rejoinder,
  colours: readonly [readonly [number, number, number], readonly [number, number, number]] = [
    [20, 80, 120],
    [160, 60, 40],
  ],
): Promise<void> => {
  const page = rejoinder.window;
  const window = mainWindow(page);
  const { editor, side } = window;
  const type = (text: string) => page.keyboard.type(text);
  const press = (keys: string) => page.keyboard.press(keys);
  const picture = async (name: string, colour: readonly [number, number, number], caption: string, credit: string) => {
    const before = await editor.figures.count();
    const path = await writePicture(rejoinder.dataFolder, name, { colour });
    await rejoinder.answerFileDialog([path]);
    await window.press('Ctrl+J');
    await expect(editor.figures).toHaveCount(before + 1);
    await type(caption);
    await press('Tab');
    await type(credit);
    await rm(path);
  };

  await window.newPost();
  await side.addSource(commentary.source);
  await editor.headline.click();
  await type(commentary.headline);
  await press('Enter');
  await type(commentary.opening);
  await rejoinder.menu('Insert', 'Citation');
  await expect(editor.citations).toHaveCount(1);
  await type('.');
  await picture('harbour.png', colours[0], commentary.caption, commentary.credit);
  await picture('quay.png', colours[1], commentary.secondCaption, commentary.secondCredit);
  await editor.describe(editor.figures.first(), commentary.alternativeText);
  await editor.describe(editor.figures.last(), commentary.secondAlternativeText);
  await editor.credit(editor.figures.last()).click();
  await press('End');
  await window.press('Ctrl+Shift+B');
  await expect(editor.quotations).toHaveCount(1);
  await type(commentary.quotation);
  await press('Enter');
  await press('Enter');
  await type(commentary.attribution);
  await rejoinder.menu('Insert', 'Video or post…');
  const video = editor.panel('Insert a video or post');
  await video.getByRole('textbox', { name: 'Address of the video or post' }).fill(commentary.videoAddress);
  await video.getByRole('button', { name: 'Insert' }).click();
  await expect(editor.videos).toHaveCount(1);
  await editor.caption(editor.videos.first()).click();
  await type(commentary.videoCaption);
  await press('Tab');
  await type(commentary.videoCredit);
  await editor.paragraphs('comment').last().click();
  await type(commentary.comment);
  await press('Enter');
  await window.press('Ctrl+Shift+8');
  await type(commentary.listed[0]);
  await press('Enter');
  await type(commentary.listed[1]);
};

/** Checks that a page shows the words of the post in their order, whatever stands between them. */
export const expectWordsInOrder = (text: string, words: readonly string[]): void => {
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word, from);
    expect(at, `“${word}” after ${from} in: ${text}`).toBeGreaterThanOrEqual(from);
    from = at + word.length;
  }
};

/** Where the practice blog of an app is. */
export const practiceFolder = (rejoinder: Rejoinder): string => join(rejoinder.dataFolder, 'practice-blog');
