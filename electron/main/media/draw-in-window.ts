import { readFile } from 'node:fs/promises';
import { BrowserWindow, type Session, session } from 'electron';
import { mediaAddress } from '../../../core/document/media.ts';
import type { Draw, Drawing } from '../../../core/pictures/drawing.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import { shippedFile } from '../data-folder.ts';
import { appOrigin, fileFor } from '../windows/app-scheme.ts';
import { guardSession } from '../windows/guards.ts';
import { serveMedia } from '../windows/media-scheme.ts';
import { inTurns } from './in-turns.ts';
import type { MediaStore } from './media-store.ts';

/** How long a picture may take, in milliseconds; the largest that is drawn takes about three seconds. */
const limit = 30_000;

/** The page runs its one script and reads pictures of the library; nothing else is there for it. */
const policy = ["default-src 'none'", "script-src 'self'", 'connect-src media:', "base-uri 'none'"].join('; ');

/** Chromium's number for a file that is not there. */
const notFound = { error: -6 };

let drawing: Session | undefined;

/** A session of its own, kept in memory. */
const drawingSession = (media: MediaStore): Session => {
  if (drawing) return drawing;
  drawing = session.fromPartition('drawing');
  const root = shippedFile('out', 'renderer');
  guardSession(drawing, appOrigin);
  serveMedia(drawing, media);
  drawing.protocol.registerBufferProtocol('app', async ({ method, url }, answer) => {
    const path = method === 'GET' ? fileFor(url, root) : null;
    const data = path === null ? null : await readFile(path).catch(() => null);
    if (data === null) return answer(notFound);
    const mimeType = url.endsWith('.html') ? 'text/html' : 'text/javascript';
    return answer({ data, mimeType, headers: { 'content-type': mimeType, 'content-security-policy': policy } });
  });
  return drawing;
};

/** Settles when the window's process is gone, when it took too long, or when nobody wants the picture any more. */
const interruption = (window: BrowserWindow, signal: AbortSignal | undefined): Promise<string> =>
  new Promise((resolve) => {
    const tooLong = AbortSignal.timeout(limit);
    window.webContents.once('render-process-gone', (_event, { reason }) => resolve(`The drawing process: ${reason}`));
    tooLong.addEventListener('abort', () => resolve(`It took more than ${limit / 1000} seconds`), { once: true });
    signal?.addEventListener('abort', () => resolve('Cancelled'), { once: true });
  });

const drawOn = async (window: BrowserWindow, drawing: Drawing): Promise<Uint8Array> => {
  await window.loadURL(`${appOrigin}/draw.html`);
  const [address, how] = [mediaAddress(drawing.sha256), drawing].map((it) => JSON.stringify(it));
  const drawn: unknown = await window.webContents.executeJavaScript(`drawPicture(${address}, ${how})`);
  if (!(drawn instanceof Uint8Array) || drawn.length === 0) throw new Error('It drew nothing');
  return drawn;
};

const drawOnce = async (media: MediaStore, drawing: Drawing, signal?: AbortSignal): Promise<Result<Uint8Array>> => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: drawingSession(media),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      backgroundThrottling: false,
      spellcheck: false,
    },
  });
  try {
    const interrupted = interruption(window, signal).then((detail) => failed('media/not-made', { detail }));
    // What fails on the page is the picture's or the engine's doing; the words for people are the trouble's.
    const drawn = drawOn(window, drawing).then(ok, (error: unknown) =>
      failed('media/not-made', { detail: String(error) }),
    );
    return await Promise.race([drawn, interrupted]);
  } finally {
    window.destroy();
  }
};

/**
 * Draws in a window that nobody sees: a sandboxed process for each picture, ended after it or after its time, because the
 * bytes may be hostile (docs/decisions/pictures-are-drawn-in-a-window.md). One at a time; an abort ends the process.
 */
export const drawInWindow = (media: MediaStore): Draw => inTurns((drawing, signal) => drawOnce(media, drawing, signal));
