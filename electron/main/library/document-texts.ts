import type { Edit, StoredDocument } from '../../../core/document/post.ts';
import { applyEdits, parseDocument, toStored } from '../../../core/document/schema.ts';
import { captionsText, creditsOf, firstWords, headlineOf, plainText } from '../../../core/document/text.ts';
import { ok, type Result } from '../../../core/trouble.ts';

/** What list and search show and know of a document. */
export type DocumentTexts = {
  readonly headline: string;
  readonly firstWords: string;
  readonly text: string;
  readonly captions: string;
  readonly credits: readonly string[];
};

/** The texts of a document that passes the schema; `post/unreadable` otherwise. */
export const textsOf = (document: StoredDocument): Result<DocumentTexts> => {
  const parsed = parseDocument(document);
  if (!parsed.ok) return parsed;
  const doc = parsed.value;
  return ok({
    headline: headlineOf(doc),
    firstWords: firstWords(doc),
    text: plainText(doc),
    captions: captionsText(doc),
    credits: creditsOf(doc),
  });
};

/** A snapshot brought to the newest state, checked and under the current schema version. */
export const replay = (snapshot: StoredDocument, edits: readonly Edit[]): Result<StoredDocument> => {
  const parsed = parseDocument(snapshot);
  if (!parsed.ok) return parsed;
  const replayed = applyEdits(parsed.value, edits);
  return replayed.ok ? ok(toStored(replayed.value)) : replayed;
};

/** The same document under the headline "Copy of …"; one without a headline stays without. */
export const copyOf = ({ schemaVersion, doc }: StoredDocument): StoredDocument => {
  const [headline, ...sections] = doc.content ?? [];
  const words = headline?.content?.map((node) => node.text ?? '').join('');
  if (!headline || !words) return { schemaVersion, doc };
  const copied = { ...headline, content: [{ type: 'text', text: `Copy of ${words}` }] };
  return { schemaVersion, doc: { ...doc, content: [copied, ...sections] } };
};
