import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { playerHosts } from '../../../core/embeds/player-hosts.ts';

/** The origin of the window's own pages. */
export const appOrigin = 'app://rejoinder';

/**
 * Only our own files run or style anything. Style attributes are allowed, for in the preview they are part of the post
 * (WordPress underlines with one) and a frame made from a string inherits this policy.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' media: blob:",
  'media-src recording: blob:',
  "font-src 'self'",
  "connect-src 'self'",
  `frame-src ${playerHosts.map((host) => `https://${host}`).join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

/** Makes `app:`, `media:` and `recording:` schemes of their own with origins. Must run before Electron is ready. */
export const registerSchemes = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'media', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    { scheme: 'recording', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
};

/** The file that an address of the app's scheme names, below `root`; null when it names none. */
export const fileFor = (address: string, root: string): string | null => {
  const url = new URL(address);
  if (url.host !== 'rejoinder') return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  const file = normalize(join(root, path === '/' ? 'index.html' : path));
  return file.startsWith(root + sep) && extname(file) in types ? file : null;
};

/** Chromium's number for a file that is not there. */
const notFound = { error: -6 };

/**
 * Serves the window's files out of `root` under `app://rejoinder/`, with the content security policy. The engine reads
 * them by itself: `protocol.handle` would load Node's `fetch` first, which takes longer than all of the files
 * (docs/decisions/files-by-path.md).
 */
export const serveApp = (session: Session, root: string): void => {
  session.protocol.registerFileProtocol('app', ({ method, url }, answer) => {
    const path = method === 'GET' ? fileFor(url, root) : null;
    if (!path) return answer(notFound);
    return answer({
      path,
      headers: {
        'content-type': types[extname(path)] ?? '',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
      },
    });
  });
};
