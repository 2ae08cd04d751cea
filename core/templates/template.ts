import { z } from 'zod';
import { type DocumentJson, emptyFields, type Post, storedDocumentSchema } from '../document/post.ts';
import { parseDocument, toStored } from '../document/schema.ts';
import { sourcesSchema } from '../sources/source.ts';
import { failed, ok, type Result } from '../trouble.ts';
import { templateDescriptionSchema, templateNameSchema } from './template-list.ts';

/** Where a new post begins. The data of `<id>/template.json`. */
export const templateSchema = z.object({
  name: templateNameSchema,
  description: templateDescriptionSchema,
  document: storedDocumentSchema,
  /** Of a template that keeps its words: what they cite and quote. */
  sources: sourcesSchema.optional(),
});

export type Template = Readonly<z.infer<typeof templateSchema>>;

/** Reads a template from its JSON, its document included; what is wrong with it is `post/unreadable`. */
export const parseTemplate = (json: unknown): Result<Template> => {
  const parsed = templateSchema.safeParse(json);
  if (!parsed.success) return failed('post/unreadable', { detail: z.prettifyError(parsed.error).slice(0, 500) });
  const doc = parseDocument(parsed.data.document);
  return doc.ok ? ok(parsed.data) : doc;
};

// Comment sections that have a heading get the writer's own; an empty label takes the heading away.
const withCommentLabel = (node: DocumentJson, label: string): DocumentJson => {
  if (node.type !== 'section' || node.attrs?.kind !== 'comment') {
    return node.content ? { ...node, content: node.content.map((child) => withCommentLabel(child, label)) } : node;
  }
  const content = (node.content ?? []).flatMap((child): DocumentJson[] => {
    if (child.type !== 'sectionHeading') return [child];
    return label ? [{ ...child, content: [{ type: 'text', text: label }] }] : [];
  });
  return { ...node, content };
};

/**
 * What a new post made from a template holds. `commentLabel` is the heading of the comment section as the writer last
 * worded it (`Settings.commentLabel`); null keeps the template's own, which the writer worded too. `language` is the one
 * that new posts are written in.
 */
export const postFromTemplate = (
  template: Template,
  { commentLabel, language }: { readonly commentLabel: string | null; readonly language: string },
): Result<Pick<Post, 'document' | 'fields' | 'sources'>> => {
  const parsed = parseDocument(template.document);
  if (!parsed.ok) return parsed;
  const current = toStored(parsed.value);
  const doc = commentLabel === null ? current.doc : withCommentLabel(current.doc, commentLabel.trim());
  return ok({ document: { ...current, doc }, fields: { ...emptyFields, language }, sources: template.sources ?? [] });
};
