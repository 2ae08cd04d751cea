import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Blog } from '../../core/publishing/blog.ts';
import type { Result } from '../../core/trouble.ts';
import { expect, Rejoinder, test } from '../app.ts';
import { connectSheet } from '../pages/connect-sheet.ts';
import { ask } from '../pages/contract.ts';
import { settingsSheet } from '../pages/settings-sheet.ts';
import { type Keyring, keyringAvailable, startKeyring } from '../servers/keyring.ts';
import { startWordPress, type WordPressSite, type WordPressUser, wordpressAvailable } from '../servers/wordpress.ts';
import { readerAvailable } from '../world/reader.ts';
import { skipUnless } from '../world/skip-unless.ts';

const signIn = async (page: Page, url: string, user: WordPressUser): Promise<Blog> => {
  const { id: discovery } = await ask(page, 'blogs', 'discover', { address: url });
  const { login: username, applicationPassword: password } = user;
  return ask(page, 'blogs', 'signInWithPassword', { discovery, username, password, allowInsecure: false });
};

const connectedBlog = async (page: Page, url: string): Promise<Blog | undefined> =>
  (await ask(page, 'blogs', 'list')).find((it) => it.site.address.startsWith(url));

/** All that the window can be told about blogs and the app. */
const everythingAsked = async (page: Page): Promise<unknown> => [
  await ask(page, 'blogs', 'list'),
  await ask(page, 'settings', 'get'),
  await ask(page, 'app', 'info'),
  await ask(page, 'outbox', 'list'),
];

/** Files of the data folder in which one of the words stands; the browser engine's own included. */
const filesWith = async (folder: string, words: readonly string[]): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
  const contents = await Promise.all(files.map(async (path) => ({ path, bytes: await readFile(path) })));
  return contents.filter(({ bytes }) => words.some((word) => bytes.includes(word))).map(({ path }) => path);
};

/** A password in every shape in which it could be found lying about. */
const shapesOf = (login: string, password: string): string[] => {
  const bare = password.replaceAll(' ', '');
  const basic = [password, bare].map((it) => Buffer.from(`${login}:${it}`).toString('base64'));
  return [password, bare, encodeURIComponent(password), ...basic];
};

let site: WordPressSite;
test.beforeAll(async () => {
  skipUnless(await wordpressAvailable());
  site = await startWordPress();
});
test.afterAll(async () => {
  await site?.stop();
});

test.describe('with a keyring', () => {
  let keyring: Keyring;
  test.beforeAll(async () => {
    skipUnless(await keyringAvailable());
    keyring = await startKeyring();
  });
  test.afterAll(async () => {
    await keyring?.stop();
  });

  test('a blog stays signed in over a restart, and its password is nowhere on disk', async ({ dataFolder }) => {
    const rejoinder = new Rejoinder(dataFolder, keyring.env);
    let page = await rejoinder.launch(keyring.args);
    expect((await ask(page, 'app', 'info')).vault).toBe('protected');
    const { author } = site.users;
    const blog = await signIn(page, site.url, author);
    page = await rejoinder.relaunch(keyring.args);
    expect(await connectedBlog(page, site.url)).toMatchObject({ id: blog.id, signedIn: true });
    const answers = JSON.stringify(await everythingAsked(page));
    expect(answers).toContain(blog.id);
    for (const shape of shapesOf(author.login, author.applicationPassword)) expect(answers).not.toContain(shape);
    const settings = settingsSheet(page);
    await settings.open();
    await expect(settings.sheet).toContainText('Kept in the system’s protected store.');
    await settings.done.click();
    expect(await ask(page, 'blogs', 'refresh', blog)).toMatchObject({
      account: { username: 'author', role: 'author' },
    });
    await rejoinder.quit();

    expect(await filesWith(dataFolder, [blog.id])).toContainEqual(join(dataFolder, 'secrets.json'));
    expect(await filesWith(dataFolder, shapesOf(author.login, author.applicationPassword))).toEqual([]);
  });
});

test.describe('without a keyring', () => {
  test('a blog is signed in until the app quits, and the app says so', async ({ rejoinder, dataFolder }) => {
    const args = ['--password-store=basic'];
    let page = await rejoinder.launch(args);
    expect((await ask(page, 'app', 'info')).vault).toBe('until-quit');
    const { editor } = site.users;
    const blog = await signIn(page, site.url, editor);
    expect(await connectedBlog(page, site.url)).toMatchObject({ signedIn: true });
    page = await rejoinder.relaunch(args);
    expect(await connectedBlog(page, site.url)).toMatchObject({ id: blog.id, signedIn: false });
    await expect(ask(page, 'blogs', 'refresh', blog)).rejects.toThrow('blog/signed-out');
    await rejoinder.quit();

    expect(await readdir(dataFolder)).not.toContain('secrets.json');
    expect(await filesWith(dataFolder, shapesOf(editor.login, editor.applicationPassword))).toEqual([]);
  });
});

test('without a keyring the window says so when a blog is connected, in the settings, and after a restart', async ({
  rejoinder,
}) => {
  const args = ['--password-store=basic'];
  let page = await rejoinder.launch(args);
  await rejoinder.menu('Blog', 'Connect a blog…');
  const connect = connectSheet(page);
  await connect.find(site.url);
  await connect.pasteInstead.click();
  await connect.signIn(site.users.author.login, site.users.author.applicationPassword);
  await expect(connect.connected).toContainText('keeps this one until you quit, and asks again');
  await connect.done.click();
  const settings = settingsSheet(page);
  await settings.open();
  await expect(settings.sheet).toContainText('They are kept until you quit and never written down.');

  page = await rejoinder.relaunch(args);
  const again = settingsSheet(page);
  await again.open();
  await expect(again.blog('Harbour Notes')).toContainText('Signed out');
  await again.blog('Harbour Notes').getByRole('button', { name: 'Sign in again' }).click();
  const anew = connectSheet(page);
  await anew.find(site.url);
  await anew.pasteInstead.click();
  await anew.signIn(site.users.author.login, site.users.author.applicationPassword);
  await expect(anew.connected).toBeVisible();
  expect((await ask(page, 'blogs', 'list')).filter((it) => it.site.name === 'Harbour Notes')).toHaveLength(1);
});

test('signing in on the page of the blog brings the password back, and the browser keeps nothing of it', async ({
  rejoinder,
  dataFolder,
  page: browser,
}) => {
  skipUnless(readerAvailable());
  const window = await rejoinder.launch();
  const opened = await rejoinder.captureBrowser();
  const { id: discovery } = await ask(window, 'blogs', 'discover', { address: site.url });
  const ended = window.evaluate(
    () =>
      new Promise<Result<Blog>>((resolve) => {
        const stop = globalThis.window.rejoinder?.on('signInEnded', (end) => {
          stop?.();
          resolve(end);
        });
      }),
  );
  await ask(window, 'blogs', 'startHandOff', { discovery, allowInsecure: false });
  const [page] = await opened();

  const returned = browser.waitForRequest(/\/sign-in\/wordpress\?/);
  await browser.goto(String(page));
  await browser.getByLabel('Username or Email Address').fill(site.users.admin.login);
  await browser.getByLabel('Password', { exact: true }).fill(site.users.admin.password);
  await browser.getByRole('button', { name: 'Log In' }).click();
  await browser.getByRole('button', { name: /Yes, I approve/ }).click();
  const password = new URL((await returned).url()).searchParams.get('password') ?? '';
  await browser.waitForURL(/\/signed-in$/);

  expect(await ended).toMatchObject({ ok: true, value: { account: { username: 'admin' }, signedIn: true } });
  expect(password.replaceAll(' ', '')).toMatch(/^\w{24}$/);
  await expect(browser.getByRole('heading')).toHaveText('Back to Rejoinder');
  expect(await browser.content()).not.toContain(password);
  await browser.goBack();
  expect(browser.url()).not.toContain('password=');
  await rejoinder.quit();
  expect(await filesWith(dataFolder, shapesOf('admin', password))).toEqual([]);
});
