/** Names that Windows keeps for devices, with or without an extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Bytes of UTF-8: file systems allow 255 for a name, and addresses should stay readable. */
const maxBytes = 120;

const cut = (text: string): string => {
  let short = text;
  while (new TextEncoder().encode(short).byteLength > maxBytes) short = short.replace(/.$/u, '');
  return short;
};

/**
 * A folder name and address for a title: lower-case letters and digits of any script, joined by hyphens. Accents of
 * Latin letters go, since file systems disagree on how to write them.
 */
export const slugOf = (text: string): string => {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  const slug = cut(plain.replace(/['’]/g, '').replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')).replace(/^-+|-+$/g, '');
  if (slug === '') return 'post';
  return reserved.test(slug) ? `${slug}-post` : slug;
};

/** The slug, or its first numbered variant that is not taken. */
export const freeSlug = (slug: string, taken: ReadonlySet<string>): string => {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
};
