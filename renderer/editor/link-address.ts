import { isLinkAddress } from '../../core/sources/address.ts';

const mailAddress = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/;
/** A colon that begins a scheme, and not a port: `localhost:8080`. */
const scheme = /^[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))/i;

/**
 * The address that a person means by what they typed: `https://` is added where a scheme is missing, `mailto:` before a
 * mail address. Null for what is no http, https or mailto address.
 */
export const linkAddress = (typed: string): string | null => {
  const text = typed.trim();
  if (mailAddress.test(text)) return `mailto:${text}`;
  if (scheme.test(text)) return isLinkAddress(text) ? text : null;
  const address = `https://${text}`;
  if (/\s/.test(text) || !isLinkAddress(address)) return null;
  // A single word is a slip and no host.
  const { hostname } = new URL(address);
  return hostname.includes('.') || hostname === 'localhost' ? address : null;
};
