/** The longest address that is kept, in characters; browsers and servers give up earlier. */
export const maxAddressLength = 8192;

const webProtocols: ReadonlySet<string> = new Set(['http:', 'https:']);
const linkProtocols: ReadonlySet<string> = new Set([...webProtocols, 'mailto:']);

const parseWith = (protocols: ReadonlySet<string>, text: string): URL | null => {
  if (text.length > maxAddressLength || !URL.canParse(text)) return null;
  const url = new URL(text);
  return protocols.has(url.protocol) ? url : null;
};

/** An absolute http or https address, read as browsers read it (WHATWG URL); null for everything else. */
export const parseWebAddress = (text: string): URL | null => parseWith(webProtocols, text);

/** Whether a text may be the target of a link: an absolute http, https or mailto address. */
export const isLinkAddress = (text: string): boolean => parseWith(linkProtocols, text) !== null;

/** The host as people say it, without `www.`; empty when the text is no web address. */
export const hostOf = (text: string): string => parseWebAddress(text)?.hostname.replace(/^www\./, '') ?? '';
