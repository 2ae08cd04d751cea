/**
 * An article's address as the writer typed or pasted it, with a scheme. Empty stays empty; null when it is no http or
 * https address.
 */
export const sourceAddress = (typed: string): string | null => {
  const text = typed.trim();
  if (text === '') return '';
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d+(\/|$)/.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && (url.hostname.includes('.') || url.hostname === 'localhost') ? whole : null;
};
