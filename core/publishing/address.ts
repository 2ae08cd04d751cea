import { failed, ok, type Result } from '../trouble.ts';

const isLoopbackHost = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname) ||
  hostname === '[::1]';

const isPrivateHost = (hostname: string): boolean =>
  /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/.test(hostname) ||
  /^\[f[cd]/.test(hostname) ||
  hostname.startsWith('[fe80:') ||
  hostname.endsWith('.local');

/** Whether an address names this computer or a private network by its spelling; names are not looked up. */
export const isLocalAddress = (address: string): boolean => {
  const { hostname } = new URL(address);
  return isLoopbackHost(hostname) || isPrivateHost(hostname);
};

/** Whether a password sent to this address could be read on its way: plain http to anything but this computer. */
export const isInsecureAddress = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isLoopbackHost(hostname);
};

/**
 * Whether a page is a file of the blog in a folder whose own address is `blog`. What a blog on the web says about its
 * pages must never open a file: that would start a program.
 */
export const isPageInFolder = (page: string, blog: string): boolean =>
  URL.canParse(page) && blog.startsWith('file:') && new URL(page).href.startsWith(new URL('.', blog).href);

/**
 * The addresses that a person may have meant, best first. Without a scheme that is https, then http; on this computer
 * and in private networks, where certificates are rare, http comes first.
 */
export const typedAddresses = (typed: string): Result<readonly string[]> => {
  const text = typed.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (text === '' || /\s/.test(text) || (scheme && scheme !== 'http' && scheme !== 'https')) {
    return failed('blog/not-an-address', { params: { address: text.slice(0, 200) } });
  }
  const parse = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null);
  const url = parse(scheme ? text : `https://${text}`);
  const isName =
    url !== null && (url.hostname.includes('.') || url.hostname.includes(':') || isLoopbackHost(url.hostname));
  if (!url || !isName) return failed('blog/not-an-address', { params: { address: text.slice(0, 200) } });
  url.username = '';
  url.password = '';
  url.hash = '';
  if (scheme) return ok([url.href]);
  const plain = parse(`http://${text}`);
  if (!plain) return ok([url.href]);
  plain.username = '';
  plain.password = '';
  plain.hash = '';
  return ok(isLocalAddress(url.href) ? [plain.href, url.href] : [url.href, plain.href]);
};
