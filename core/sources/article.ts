import { z } from 'zod';

/** The longest readable HTML of a saved article, in characters; a book has about a million. */
export const maxArticleHtml = 4_000_000;

/** The longest text of one, in characters. */
export const maxArticleText = 2_000_000;

/**
 * What was kept of an article when it was read. It never changes: reading the page again makes another one. Its name is the
 * SHA-256 of `articleBytes`.
 */
export const savedArticleSchema = z.object({
  /** The page's own headline, whatever the writer calls the source. */
  title: z.string().max(500),
  /** Readable and sanitised: no script, style, frame or form, and only http, https and mailto links. */
  html: z.string().max(maxArticleHtml),
  /** The same as plain text, one line for each block. */
  text: z.string().max(maxArticleText),
});

export type SavedArticle = Readonly<z.infer<typeof savedArticleSchema>>;

/** The bytes that are stored and hashed. */
export const articleBytes = ({ title, html, text }: SavedArticle): string => JSON.stringify({ title, html, text });
