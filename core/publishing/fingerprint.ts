import { plainText } from './html-page.ts';

/**
 * Markup in the one spelling that WordPress's own filters and editors cannot change by themselves: `/>` for ` />`, and
 * line ends as `\n`.
 */
export const normalMarkup = (html: string): string => html.replace(/\r\n?/g, '\n').replace(/ +\/>/g, '/>').trim();

/** SHA-256 over the decoded title and the normalised stored markup, in hex: changes when words that a writer could lose change. */
export const fingerprint = async (rawTitle: string, rawHtml: string): Promise<string> => {
  const text = JSON.stringify([plainText(rawTitle), normalMarkup(rawHtml)]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
