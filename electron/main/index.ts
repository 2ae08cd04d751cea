import { join } from 'node:path';
import { app, type BrowserWindow, Menu, nativeTheme, powerMonitor, session } from 'electron';
import { trouble } from '../../core/trouble.ts';
import { addressIn, makeSchemeReturn, ownScheme } from './accounts/scheme-return.ts';
import { announceTo } from './announce.ts';
import { settleDataFolder, shippedFile } from './data-folder.ts';
import { answerCalls } from './ipc/answer-calls.ts';
import { makeLeaving } from './leaving.ts';
import { LibraryThread } from './library/library-thread.ts';
import { startLibraryThread } from './library/start-library-thread.ts';
import { makeLog } from './log.ts';
import { MediaStore } from './media/media-store.ts';
import { startMenu } from './menu.ts';
import { readOpening } from './opening.ts';
import { mayLoseWords, mayQuit, unfinished } from './quit-question.ts';
import { openSettings } from './settings/settings-store.ts';
import { makeIncomingLinks } from './sources/incoming-links.ts';
import { registerSchemes, serveApp } from './windows/app-scheme.ts';
import { guardContents, guardSession } from './windows/guards.ts';
import { bringToFront, openMainWindow, pageOrigin, rememberPlace } from './windows/main-window.ts';
import { serveMedia, serveRecordings } from './windows/media-scheme.ts';
import { reloadAfterCrash } from './windows/reload-after-crash.ts';

/** Milliseconds after which the services start without having been asked for. */
const servicesLimit = 3000;

/*
 * Boot, in an order that serves the first paint: the library thread starts and the window loads at the same time; the
 * one answer that the first paint needs comes from what is here. All else that only answers calls is loaded at the first
 * of them, which the window makes after its first paint, and calls wait for it.
 */
const boot = async (dataFolder: string): Promise<void> => {
  registerSchemes();
  // Else Electron makes one of its own first.
  Menu.setApplicationMenu(null);
  let window: BrowserWindow | undefined;
  const announce = announceTo(() => window?.webContents);
  const log = makeLog(dataFolder, (error) => announce('troubled', trouble('app/bug', { detail: String(error) })));
  const schemeReturn = makeSchemeReturn();
  const links = makeIncomingLinks(() => announce('linkArrived', {}));
  // The first argument is the program itself.
  links.deliver(process.argv.slice(1));
  const takeAddresses = (args: readonly string[]): void => {
    const address = addressIn(args);
    if (address) schemeReturn.deliver(address);
    links.deliver(args);
    if (window) bringToFront(window);
  };
  app.on('second-instance', (_event, args) => takeAddresses(args));
  app.on('open-url', (event, address) => {
    event.preventDefault();
    takeAddresses([address]);
  });
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  const settings = openSettings(dataFolder, log);
  nativeTheme.themeSource = settings.get().theme;
  const libraryThread = new LibraryThread(() =>
    startLibraryThread(shippedFile('out', 'main', 'library-thread.cjs'), dataFolder, (line) => log.warn(line)),
  );
  const opening = readOpening(settings, libraryThread.client.posts);
  await app.whenReady();

  const media = new MediaStore(join(dataFolder, 'media'), libraryThread.client.media);
  guardSession(session.defaultSession, pageOrigin);
  serveApp(session.defaultSession, shippedFile('out', 'renderer'));
  // Before the window loads: a page never learns of a scheme that is handled only later.
  serveMedia(session.defaultSession, media);
  serveRecordings(session.defaultSession, media);
  const opened = openMainWindow(settings);
  window = opened;
  // While the page's process starts.
  const menu = startMenu(settings.get().keys, (id) => announce('command', { id }));
  opened.webContents.on('context-menu', async (_event, clicked) => {
    const { showContextMenu } = await import('./windows/show-context-menu.ts');
    showContextMenu(opened, clicked, (id) => announce('command', { id }));
  });

  const startServices = async () => {
    const module = await import('./services.ts');
    void log.open();
    return module.startServices({
      dataFolder,
      log,
      settings,
      libraryThread,
      opening,
      media,
      schemeReturn,
      links,
      announce,
      window: () => window,
      readyToClose: (saved) => leaving.readyToClose(saved),
      menu,
    });
  };
  let started: ReturnType<typeof startServices> | undefined;
  const services = (): ReturnType<typeof startServices> => {
    if (started) return started;
    started = startServices();
    started.catch((error: unknown) => log.error('Starting the services', error));
    return started;
  };
  // A page that has not asked for its post holds no words.
  let holdsWords = false;
  const openPage = (): ReturnType<typeof opening> => {
    holdsWords = true;
    return opening();
  };
  opened.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) holdsWords = false;
  });
  answerCalls(openPage, async () => (await services()).dispatch, pageOrigin);
  // The window's first call after its first paint starts them; a window that never calls does not keep the outbox waiting.
  setTimeout(services, servicesLimit);

  const leaving = makeLeaving({
    mayLeave: async () => {
      const jobs = await (await services()).outbox.list();
      return mayQuit(jobs.ok ? unfinished(jobs.value) : 0, window);
    },
    askWindow: () => {
      announce('willClose', {});
      return holdsWords && window !== undefined && !window.webContents.isCrashed();
    },
    mayLose: () => mayLoseWords(window),
    shutDown: async () => {
      const remembered = window && rememberPlace(window, settings);
      // Nothing more can be typed that would not be written.
      window?.hide();
      await remembered;
      (await services()).outbox.stop();
      await libraryThread.close();
    },
    end: () => app.exit(),
    log,
  });
  const leave = (event: Electron.Event): void => {
    event.preventDefault();
    leaving.leave();
  };
  app.on('before-quit', leave);
  opened.on('close', leave);
  opened.on('closed', () => {
    window = undefined;
  });
  reloadAfterCrash(opened, log);

  app.on('accessibility-support-changed', (_event, assistive) => announce('assistiveChanged', { assistive }));
  const flush = (): void => announce('flush', {});
  opened.on('blur', flush);
  powerMonitor.on('suspend', flush);
  powerMonitor.on('lock-screen', flush);
  powerMonitor.on('shutdown', flush);
  if (app.isPackaged) app.setAsDefaultProtocolClient(ownScheme);
};

const dataFolder = settleDataFolder();
// A second start hands its arguments to the first one and ends. Nothing is awaited at the top of this module: Electron
// gets ready only once it has been evaluated.
if (app.requestSingleInstanceLock()) void boot(dataFolder);
else app.exit();
