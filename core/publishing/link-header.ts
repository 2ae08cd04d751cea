/** One link of a `Link` header, its address as written. */
export type HeaderLink = { readonly address: string; readonly rel: readonly string[] };

const parameters = (text: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const match of text.matchAll(/;\s*([\w!#$&+.^`|~-]+)\*?\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+)))?/g)) {
    const name = (match[1] ?? '').toLowerCase();
    // RFC 8288 §3.3: of repeated parameters the first counts.
    if (!found.has(name)) found.set(name, match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '');
  }
  return found;
};

/**
 * Reads a `Link` header (RFC 8288), several of which may have been joined with commas. Commas inside addresses and
 * quoted strings part nothing; what cannot be read is passed over.
 */
export const headerLinks = (header: string): readonly HeaderLink[] =>
  [...header.matchAll(/<([^>]*)>((?:\s*;\s*[^\s;,="]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]+))?)*)/g)].map(
    (match) => ({
      address: (match[1] ?? '').trim(),
      rel: (parameters(match[2] ?? '').get('rel') ?? '').toLowerCase().split(/\s+/).filter(Boolean),
    }),
  );
