import { TextSelection } from '@tiptap/pm/state';
import { Transform } from '@tiptap/pm/transform';
import { schemaVersion } from '../../../../core/document/migrations/migrations.ts';
import type { Edit, StoredDocument } from '../../../../core/document/post.ts';
import { parseDocument, toStored } from '../../../../core/document/schema.ts';
import { plainText } from '../../../../core/document/text.ts';

const words = (text: string) => (text === '' ? [] : [{ type: 'text', text }]);

/** A document with a headline and one section of paragraphs. */
export const documentOf = (headline: string, ...paragraphs: readonly string[]): StoredDocument => ({
  schemaVersion,
  doc: {
    type: 'doc',
    content: [
      { type: 'headline', content: words(headline) },
      {
        type: 'section',
        attrs: { kind: 'summary', label: '' },
        content: (paragraphs.length === 0 ? [''] : paragraphs).map((text) => ({
          type: 'paragraph',
          content: words(text),
        })),
      },
    ],
  },
});

const read = (stored: StoredDocument) => {
  const parsed = parseDocument(stored);
  if (!parsed.ok) throw new Error(parsed.error.detail);
  return parsed.value;
};

/** The text of a stored document without its headline. */
export const textOf = (stored: StoredDocument): string => plainText(read(stored));

/** What typing at the end of the document gives: one edit a character, and the document afterwards. */
export const typing = (stored: StoredDocument, text: string): { edits: readonly Edit[]; document: StoredDocument } => {
  const transform = new Transform(read(stored));
  const edits = [...text].map((character) => {
    const before = transform.doc;
    transform.insert(TextSelection.atEnd(before).to, before.type.schema.text(character));
    const step = transform.steps.at(-1);
    if (!step) throw new Error('Nothing was typed');
    return { step: step.toJSON(), inverse: step.invert(before).toJSON(), kind: 'new' as const };
  });
  return { edits, document: toStored(transform.doc) };
};
