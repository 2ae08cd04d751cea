const base = 'https://media.rejoinder.invalid/';

/**
 * Where a picture stands in the HTML tree before its address is known. The host is reserved never to exist (RFC 2606),
 * so a placeholder that slipped through would reach nobody.
 */
export const mediaPlaceholder = (sha256: string): string => `${base}${sha256}`;
