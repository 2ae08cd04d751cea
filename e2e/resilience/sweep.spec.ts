import { copyFile, mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { PostId } from '../../core/document/post.ts';
import { expect, expectCleanLog, test } from '../app.ts';
import { ask, openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { png } from '../world/pictures.ts';

const day = 24 * 3_600_000;

/** What needs a picture, and its colour. */
const pictures = {
  nothing: [150, 30, 30],
  version: [30, 150, 30],
  trash: [30, 30, 150],
  backup: [150, 150, 30],
  unnoted: [30, 150, 150],
} as const;
type Kind = keyof typeof pictures;

const mediaFiles = async (dataFolder: string): Promise<readonly string[]> => {
  const media = join(dataFolder, 'media');
  const folders = (await readdir(media)).filter((name) => /^[0-9a-f]{2}$/.test(name));
  return (await Promise.all(folders.map((name) => readdir(join(media, name))))).flat();
};

const trash = async (page: Page, id: PostId | undefined): Promise<void> => {
  if (id !== undefined) await ask(page, 'posts', 'trash', { id });
};

const deleteForever = async (page: Page, id: PostId | undefined): Promise<void> => {
  if (id !== undefined) await ask(page, 'posts', 'deleteForever', { id });
};

/** The first look comes a minute after the start, so as not to stand in its way. */
test.setTimeout(180_000);

test('pictures that nothing has needed for 30 days leave the data folder; versions, the trash and backups keep theirs', async ({
  rejoinder,
  dataFolder,
}) => {
  const hashes: Partial<Record<Kind, string>> = {};
  const posts: Partial<Record<Kind, PostId>> = {};
  await test.step('a library with pictures that are needed by one thing each', async () => {
    const window = mainWindow(await rejoinder.launch());
    const { page, editor } = window;
    for (const [kind, colour] of Object.entries(pictures) as [Kind, (typeof pictures)[Kind]][]) {
      await window.newPost();
      await page.keyboard.type(`Post of ${kind}\nWords.`);
      await editor.dropFiles(editor.paragraphs('summary').first(), { [`${kind}.png`]: png({ colour }) });
      const address = await editor.picture(editor.figures.first()).getAttribute('src');
      hashes[kind] = address?.split('/').at(-1) ?? '';
      await window.press('Ctrl+S');
      await expect(window.saving).toContainText('Saved');
      posts[kind] = (await openPost(page)).id;
      if (kind === 'version') {
        await editor.picture(editor.figures.first()).click();
        await page.keyboard.press('Delete');
        await expect(editor.figures).toHaveCount(0);
        await window.press('Ctrl+S');
      }
    }
    await window.newPost();
    for (const kind of ['trash', 'nothing', 'unnoted'] as const) await trash(page, posts[kind]);
    for (const kind of ['nothing', 'unnoted'] as const) await deleteForever(page, posts[kind]);
    await rejoinder.quit();
  });
  const all = await mediaFiles(dataFolder);
  for (const sha256 of Object.values(hashes)) expect(all).toContain(`${sha256}.png`);

  await test.step('the last backup still shows what was deleted after it', async () => {
    const backup = join(dataFolder, 'backups', 'library-2026-05-14T08-04-05-123Z.sqlite');
    await mkdir(join(dataFolder, 'backups'), { recursive: true });
    await copyFile(join(dataFolder, 'library.sqlite'), backup);
    const old = new Date(Date.now() - 2 * day);
    await utimes(backup, old, old);
  });

  await test.step('31 days later', async () => {
    const before = Date.now() - 31 * day;
    const { unnoted: _, ...noted } = hashes;
    const seen = Object.fromEntries(Object.values(noted).map((sha256) => [sha256, before]));
    await writeFile(join(dataFolder, 'media', 'unused.json'), JSON.stringify(seen));
    for (const file of await mediaFiles(dataFolder)) {
      await utimes(join(dataFolder, 'media', file.slice(0, 2), file), new Date(before), new Date(before));
    }
    const page = await rejoinder.launch();
    await trash(page, posts.backup);
    await deleteForever(page, posts.backup);
    const kept = all.filter((name) => !name.startsWith(hashes.nothing ?? ''));
    await expect.poll(() => mediaFiles(dataFolder), { timeout: 120_000, intervals: [1000] }).toEqual(kept);
    expect(kept).toHaveLength(all.length - 1);
    await expectCleanLog(dataFolder);
  });
});
