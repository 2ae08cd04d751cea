import type { Session, WebContents } from 'electron';
import { playerHosts } from '../../../core/embeds/player-hosts.ts';
import { isOpenable, openLink } from '../links.ts';

/**
 * Who we say we are to video players. YouTube shows "Error 153" in frames whose request names no site, and a page under
 * `app:` has none to name; an application gives its identifier as a host instead
 * (https://developers.google.com/youtube/terms/required-minimum-functionality, "API Client Identity").
 */
const clientIdentity = 'https://org.rejoinder.app/';

const isPlayer = (address: string): boolean =>
  URL.canParse(address) && (playerHosts as readonly string[]).includes(new URL(address).hostname);

/** What a frame inside the window may show: a player, or a page made by the window itself (the preview). */
const isFrameable = (address: string): boolean =>
  address === 'about:srcdoc' || (isPlayer(address) && address.startsWith('https:'));

/**
 * Denies what no part of the app needs: permissions, devices, spell-check downloads; and the library's pictures and recordings to
 * everything that is not a page of `origin`, players among them. The engine itself would let every page read them:
 * Electron adds `Access-Control-Allow-Origin: *` to the answers of our own schemes.
 */
export const guardSession = (session: Session, origin: string): void => {
  session.webRequest.onBeforeRequest({ urls: ['media://*/*', 'recording://*/*'] }, ({ frame }, answer) => {
    answer({ cancel: frame?.origin !== origin });
  });
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permission === 'fullscreen' && isPlayer(details.requestingUrl));
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // On Windows and Linux the engine fetches the dictionary of each of its languages from Google as soon as a page is
  // there, even while nothing is checked; the writer is to be asked first.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeSendHeaders(
    { urls: playerHosts.map((host) => `https://${host}/*`), types: ['subFrame'] },
    (details, answer) => answer({ requestHeaders: { ...details.requestHeaders, Referer: clientIdentity } }),
  );
};

/** Keeps contents where they are: no navigation, new windows or webviews; links go to the system's browser. */
export const guardContents = (contents: WebContents): void => {
  contents.setWindowOpenHandler(({ url }) => {
    if (isOpenable(url)) void openLink(url);
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => {
    if (event.isMainFrame) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !isFrameable(event.url)) event.preventDefault();
  });
};
