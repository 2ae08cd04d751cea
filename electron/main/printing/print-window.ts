import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, type Session, session, type WebContents } from 'electron';
import { shippedFile } from '../data-folder.ts';
import type { MediaStore } from '../media/media-store.ts';
import { appOrigin, fileFor } from '../windows/app-scheme.ts';
import { guardSession } from '../windows/guards.ts';
import { serveMedia } from '../windows/media-scheme.ts';
import { type PrintedPost, printPage } from './print-page.ts';

/** Nothing runs on the page, and nothing comes from anywhere but the app and the library. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  'img-src media:',
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Chromium's number for a file that is not there. */
const notFound = { error: -6 };

/** The page that each address of the session stands for. */
const pages = new Map<string, string>();

let printing: Session | undefined;

/** A session of its own, kept in memory: its `app:` scheme serves the window's stylesheets and the pages to print. */
const printSession = (media: MediaStore): Session => {
  if (printing) return printing;
  printing = session.fromPartition('printing');
  const root = shippedFile('out', 'renderer');
  guardSession(printing, appOrigin);
  serveMedia(printing, media);
  printing.protocol.registerBufferProtocol('app', async ({ method, url }, answer) => {
    const page = pages.get(url);
    if (page !== undefined) {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
      return answer({ data: Buffer.from(page), mimeType: 'text/html', headers });
    }
    const path = method === 'GET' ? fileFor(url, root) : null;
    const data = path === null ? null : await readFile(path).catch(() => null);
    if (data === null) return answer(notFound);
    return answer({ data, mimeType: url.endsWith('.css') ? 'text/css' : 'font/woff2' });
  });
  return printing;
};

let last = 0;

/** Lays a post out in a window that nobody sees, without scripts, and hands its contents to whoever prints them. */
export const withPrintWindow = async <T>(
  post: PrintedPost,
  media: MediaStore,
  print: (contents: WebContents) => Promise<T>,
): Promise<T> => {
  const template = await readFile(join(shippedFile('out', 'renderer'), 'print.html'), 'utf8');
  last += 1;
  const address = `${appOrigin}/print.html?${last}`;
  pages.set(address, printPage(template, post));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession(media),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(address);
    return await print(window.webContents);
  } finally {
    pages.delete(address);
    window.destroy();
  }
};
