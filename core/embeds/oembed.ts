import { z } from 'zod';
import { parseWebAddress } from '../sources/address.ts';
import type { EmbedReading } from './embed-reading.ts';

const text = z.string().catch('');
const pixels = z.coerce.number().int().min(1).max(10_000).nullable().catch(null);

const answerSchema = z.object({
  title: text,
  author_name: text,
  thumbnail_url: text,
  /** Of `photo`: the picture itself. */
  url: text,
  type: text,
  width: pixels,
  height: pixels,
});

/** An oEmbed answer, without markup: the address of the picture in place of the picture. */
export type OembedAnswer = Omit<EmbedReading, 'thumbnail' | 'leadsTo'> & { readonly thumbnailUrl: string | null };

const onOneLine = (written: string, longest: number): string =>
  written
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '');

/**
 * Reads an oEmbed answer (https://oembed.com, 2.3), which may be hostile; `address` is where it came from. Its `html` is never looked at. Null
 * for what is no such answer.
 */
export const readOembed = (body: string, address: string): OembedAnswer | null => {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const parsed = answerSchema.safeParse(json);
  if (!parsed.success) return null;
  const { title, author_name, thumbnail_url, url, type, width, height } = parsed.data;
  const picture = thumbnail_url || (type === 'photo' ? url : '');
  const absolute = picture !== '' && URL.canParse(picture, address) ? new URL(picture, address).href : '';
  return {
    title: onOneLine(title, 300),
    author: onOneLine(author_name, 200),
    size: width !== null && height !== null ? { width, height } : null,
    thumbnailUrl: parseWebAddress(absolute) === null ? null : absolute,
  };
};
