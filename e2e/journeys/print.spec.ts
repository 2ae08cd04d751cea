import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';

/** What can be read of a PDF without a library: its pages, where its links lead, the fonts that it carries. */
const factsOf = (pdf: string) => ({
  pages: pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0,
  links: [...pdf.matchAll(/\/URI \(([^)]*)\)/g)].map((match) => match[1]),
  fonts: [...new Set([...pdf.matchAll(/\/(?:BaseFont|FontName) \/[A-Z]{6}\+([\w-]+)/g)].map((match) => match[1]))],
  pictures: pdf.match(/\/Subtype \/Image/g)?.length ?? 0,
});

test('the post is exported as a PDF with its fonts, pictures and links', async ({ rejoinder, dataFolder }) => {
  const page = await rejoinder.launch();
  const { editor, messages } = mainWindow(page);
  await editor.paragraphs('comment').last().click();
  const path = join(dataFolder, 'The city.pdf');
  await rejoinder.answerSaveDialog(path);
  await rejoinder.menu('File', 'Export as PDF…');
  await expect(messages).toContainText('“The city.pdf” is ready.');
  const facts = factsOf(await readFile(path, 'latin1'));
  expect(facts.pages).toBeGreaterThan(1);
  expect(facts.pictures).toBeGreaterThan(0);
  expect(facts.links.length).toBeGreaterThan(1);
  expect(facts.fonts.join(' ')).toMatch(/SourceSerif/);
  expect(facts.fonts.join(' ')).toMatch(/Inter/);
});

test('a PDF that cannot be written says so with a next step, and leaves nothing behind', async ({
  rejoinder,
  dataFolder,
}) => {
  await rejoinder.launch();
  const { alerts, messages, side } = mainWindow(rejoinder.window);
  await expect(side.pane).toBeVisible();
  const taken = join(dataFolder, 'taken.pdf');
  await mkdir(taken);
  await rejoinder.answerSaveDialog(taken);
  await rejoinder.menu('File', 'Export as PDF…');
  await expect(alerts.first()).toContainText('“taken.pdf” cannot be written there.');
  await expect(alerts.first()).toContainText('Choose another folder');
  expect((await readdir(dataFolder)).filter((name) => name.includes('unfinished'))).toEqual([]);
  await rejoinder.answerSaveDialog(null);
  await rejoinder.menu('File', 'Export as PDF…');
  await expect(messages).not.toContainText('is ready');
});

test('what was typed last is on the paper', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const { editor, newPost, press } = mainWindow(page);
  const prints = await rejoinder.capturePrints();
  await newPost();
  await page.keyboard.type('On paper');
  await editor.paragraphs('comment').last().click();
  await page.keyboard.type('See https://paper.example/last ');
  await press('Ctrl+P');
  await expect.poll(async () => (await prints()).length).toBe(1);
  const [pdf = ''] = await prints();
  expect(factsOf(Buffer.from(pdf, 'base64').toString('latin1')).pages).toBe(1);
});
