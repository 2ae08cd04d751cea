import { join } from 'node:path';
import { test as base, expect, Rejoinder } from '../app.ts';
import { ask } from '../pages/contract.ts';
import { type MainWindow, mainWindow } from '../pages/main-window.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { type Keyring, keyringAvailable, startKeyring } from '../servers/keyring.ts';
import { startWordPress, type WordPressSite, type WordPressUser, wordpressAvailable } from '../servers/wordpress.ts';
import { type FaultProxy, startFaultProxy } from '../world/fault-proxy.ts';
import { writePicture } from '../world/pictures.ts';

/** The name that the WordPress of the tests has. */
export const blogName = 'Harbour Notes';

type Servers = {
  /** One WordPress and one keyring for all tests of a worker, or why this machine cannot have them. */
  readonly wordpress: WordPressSite | string;
  readonly passwords: Keyring | string;
};

type World = {
  /** As it was created, for each test. */
  readonly site: WordPressSite;
  readonly keyring: Keyring;
  /** In front of the site, without a rule. */
  readonly network: FaultProxy;
};

/** The app with a keyring, so that it stays signed in over restarts, and a WordPress behind a proxy that breaks connections. */
export const test = base.extend<World, Servers>({
  wordpress: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
    async ({}, use) => {
      const available = await wordpressAvailable();
      const site = available === true ? await startWordPress() : available;
      await use(site);
      if (typeof site !== 'string') await site.remove();
    },
    { scope: 'worker' },
  ],
  passwords: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
    async ({}, use) => {
      const available = await keyringAvailable();
      const keyring = available === true ? await startKeyring() : available;
      await use(keyring);
      if (typeof keyring !== 'string') await keyring.stop();
    },
    { scope: 'worker' },
  ],
  site: async ({ wordpress }, use, testInfo) => {
    if (typeof wordpress === 'string') return testInfo.skip(true, wordpress);
    await wordpress.reset();
    await wordpress.start();
    await use(wordpress);
  },
  keyring: async ({ passwords }, use, testInfo) => {
    if (typeof passwords === 'string') return testInfo.skip(true, passwords);
    await use(passwords);
  },
  network: async ({ site }, use) => {
    const network = await startFaultProxy(site.url);
    await use(network);
    await network.close();
  },
  rejoinder: async ({ dataFolder, keyring }, use) => {
    const rejoinder = new Rejoinder(dataFolder, keyring.env);
    await use(rejoinder);
    await rejoinder.kill();
  },
});

/** Connects the blog behind the network, as its administrator unless told otherwise. */
export const connect = async (window: MainWindow, network: FaultProxy, user: WordPressUser): Promise<void> => {
  const { id: discovery } = await ask(window.page, 'blogs', 'discover', { address: network.url });
  const { login: username, applicationPassword: password } = user;
  await ask(window.page, 'blogs', 'signInWithPassword', { discovery, username, password, allowInsecure: false });
};

/** Starts the app on its data folder and answers its window. */
export const start = async (rejoinder: Rejoinder, keyring: Keyring): Promise<MainWindow> =>
  mainWindow(await rejoinder.launch(keyring.args));

export type Draft = {
  readonly headline: string;
  readonly words: string;
  /** Colours of its pictures: each colour is a picture of its own. */
  readonly pictures: readonly (readonly [number, number, number])[];
};

/** Writes a post with the keyboard and puts its pictures in by the file dialog. */
export const write = async (rejoinder: Rejoinder, { headline, words, pictures }: Draft): Promise<void> => {
  const window = mainWindow(rejoinder.window);
  await window.newPost();
  await window.page.keyboard.type(headline);
  await window.page.keyboard.press('Enter');
  await window.page.keyboard.type(words);
  for (const [at, colour] of pictures.entries()) {
    const name = `${colour.join('-')}.png`;
    await rejoinder.answerFileDialog([
      await writePicture(rejoinder.dataFolder, name, { width: 64, height: 40, colour }),
    ]);
    await window.press('Ctrl+J');
    await expect(window.editor.figures).toHaveCount(at + 1);
  }
};

/** Sends the open post to the blog with the publish sheet. */
export const sendOff = async (window: MainWindow): Promise<void> => {
  const sheet = publishSheet(window.page);
  await sheet.open();
  await sheet.chooseOnly([blogName]);
  await sheet.leaveMusts();
  await sheet.confirm(new RegExp(`(?:on|to) ${blogName}$`)).click();
  await sheet.card(blogName).waitFor();
};

/** Quits although something waits: the question is answered as asked. */
export const quit = async (rejoinder: Rejoinder): Promise<void> => {
  await rejoinder.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  });
  await rejoinder.quit();
};

/** The path of the app's library in its data folder. */
export const libraryFile = (rejoinder: Rejoinder): string => join(rejoinder.dataFolder, 'library.sqlite');
