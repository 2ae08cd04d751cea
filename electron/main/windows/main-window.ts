import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { shippedFile } from '../data-folder.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { appOrigin } from './app-scheme.ts';
import { boundsFor, smallestSize } from './window-place.ts';

/** The paper of `renderer/styles/tokens.css`, so that the window is never white before its page is there. */
const paper = () => (nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#fbfaf7');

/** Vite's server while developing; an installed app never takes its page from elsewhere. */
const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;

/** The origin whose page the window shows and whose calls the main process answers. */
export const pageOrigin = developmentServer ? new URL(developmentServer).origin : appOrigin;

/** Keeps where the window is for the next start. */
export const rememberPlace = async (window: BrowserWindow, settings: SettingsStore): Promise<void> => {
  await settings.setWindowPlace({ ...window.getNormalBounds(), maximised: window.isMaximized() });
};

/** Opens the one window where it was the last time, and remembers its place whenever it loses focus. */
export const openMainWindow = (settings: SettingsStore): BrowserWindow => {
  const place = settings.windowPlace();
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
  const window = new BrowserWindow({
    ...boundsFor(
      place,
      displays.map((it) => it.workArea),
    ),
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    title: 'Rejoinder',
    backgroundColor: paper(),
    webPreferences: {
      preload: shippedFile('out', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Whether anything is checked is the session's to say (`spelling/spelling.ts`).
      spellcheck: true,
      zoomFactor: settings.get().zoom / 100,
    },
  });
  if (place?.maximised) window.maximize();

  window.on('blur', () => {
    if (window.isVisible()) void rememberPlace(window, settings);
  });
  const repaint = (): void => window.setBackgroundColor(paper());
  nativeTheme.on('updated', repaint);
  window.on('closed', () => nativeTheme.off('updated', repaint));
  void window.loadURL(`${pageOrigin}/`);
  return window;
};

/** Shows the window to a writer who started the app again or came back from the browser. */
export const bringToFront = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};
