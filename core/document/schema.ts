import { type Extensions, getAttributesFromExtensions, getSchema } from '@tiptap/core';
import type { Node as ProseMirrorNode, Schema } from '@tiptap/pm/model';
import { Step, Transform } from '@tiptap/pm/transform';
import { failed, ok, type Result } from '../trouble.ts';
import type { Declaration } from './attributes.ts';
import { describeError, refuseMisshapen } from './hostile.ts';
import { bold } from './marks/bold/schema.ts';
import { citation } from './marks/citation/schema.ts';
import { code } from './marks/code/schema.ts';
import { highlight } from './marks/highlight/schema.ts';
import { italic } from './marks/italic/schema.ts';
import { language } from './marks/language/schema.ts';
import { link } from './marks/link/schema.ts';
import { strike } from './marks/strike/schema.ts';
import { subscript } from './marks/subscript/schema.ts';
import { superscript } from './marks/superscript/schema.ts';
import { underline } from './marks/underline/schema.ts';
import { migrate } from './migrations/migrate.ts';
import { migrations, schemaVersion } from './migrations/migrations.ts';
import { aside } from './nodes/aside/schema.ts';
import { attribution } from './nodes/attribution/schema.ts';
import { bulletList } from './nodes/bullet-list/schema.ts';
import { caption } from './nodes/caption/schema.ts';
import { codeBlock } from './nodes/code-block/schema.ts';
import { credit } from './nodes/credit/schema.ts';
import { divider } from './nodes/divider/schema.ts';
import { document } from './nodes/document/schema.ts';
import { embed } from './nodes/embed/schema.ts';
import { figure } from './nodes/figure/schema.ts';
import { footnote } from './nodes/footnote/schema.ts';
import { gallery } from './nodes/gallery/schema.ts';
import { hardBreak } from './nodes/hard-break/schema.ts';
import { heading } from './nodes/heading/schema.ts';
import { headline } from './nodes/headline/schema.ts';
import { listItem } from './nodes/list-item/schema.ts';
import { orderedList } from './nodes/ordered-list/schema.ts';
import { paragraph } from './nodes/paragraph/schema.ts';
import { pullQuote } from './nodes/pull-quote/schema.ts';
import { quotation } from './nodes/quotation/schema.ts';
import { rawHtml } from './nodes/raw-html/schema.ts';
import { readMore } from './nodes/read-more/schema.ts';
import { recording } from './nodes/recording/schema.ts';
import { section } from './nodes/section/schema.ts';
import { sectionHeading } from './nodes/section-heading/schema.ts';
import { table } from './nodes/table/schema.ts';
import { tableCell } from './nodes/table-cell/schema.ts';
import { tableHeader } from './nodes/table-header/schema.ts';
import { tableRow } from './nodes/table-row/schema.ts';
import { text } from './nodes/text/schema.ts';
import { originalNumbers } from './origin.ts';
import type { DocumentJson, Edit, StoredDocument } from './post.ts';

// These files declare their commands for TipTap; the re-exports carry the declarations to whoever imports the schema.
export type * from './marks/bold/schema.ts';
export type * from './marks/citation/schema.ts';
export type * from './marks/italic/schema.ts';
export type * from './marks/language/schema.ts';
export type * from './marks/link/schema.ts';
export type * from './marks/strike/schema.ts';
export type * from './marks/underline/schema.ts';
export type * from './nodes/aside/schema.ts';
export type * from './nodes/bullet-list/schema.ts';
export type * from './nodes/code-block/schema.ts';
export type * from './nodes/divider/schema.ts';
export type * from './nodes/embed/schema.ts';
export type * from './nodes/figure/schema.ts';
export type * from './nodes/footnote/schema.ts';
export type * from './nodes/hard-break/schema.ts';
export type * from './nodes/heading/schema.ts';
export type * from './nodes/ordered-list/schema.ts';
export type * from './nodes/paragraph/schema.ts';
export type * from './nodes/pull-quote/schema.ts';
export type * from './nodes/quotation/schema.ts';
export type * from './nodes/raw-html/schema.ts';
export type * from './nodes/read-more/schema.ts';
export type * from './nodes/recording/schema.ts';
export type * from './nodes/section/schema.ts';
export type * from './nodes/table/schema.ts';

const nodesAndMarks: Extensions = [
  document,
  headline,
  section,
  sectionHeading,
  paragraph,
  heading,
  bulletList,
  orderedList,
  listItem,
  quotation,
  attribution,
  figure,
  gallery,
  embed,
  recording,
  caption,
  credit,
  divider,
  codeBlock,
  pullQuote,
  aside,
  readMore,
  rawHtml,
  table,
  tableRow,
  tableHeader,
  tableCell,
  text,
  hardBreak,
  footnote,
  language,
  link,
  citation,
  bold,
  italic,
  underline,
  strike,
  highlight,
  superscript,
  subscript,
  code,
];

const blockTypes = nodesAndMarks
  .filter((each) => each.name === 'sectionHeading' || ('group' in each.config && each.config.group === 'block'))
  .map(({ name }) => name);

/**
 * Everything a document can hold, as TipTap extensions without views; the editor extends them by name. The order
 * matters: the first block is what the editor falls back to, and earlier marks enclose later ones.
 */
export const extensions: Extensions = [...nodesAndMarks, originalNumbers(blockTypes)];

/** The ProseMirror schema of a commentary post. */
export const schema: Schema = getSchema(extensions);

/** What the attributes of each node and mark hold, by type name and attribute name. */
export const declaredAttributes: ReadonlyMap<string, ReadonlyMap<string, Declaration>> = (() => {
  const byType = new Map<string, Map<string, Declaration>>();
  for (const { type, name, attribute } of getAttributesFromExtensions(extensions)) {
    const { declaration } = attribute as { readonly declaration?: Declaration };
    if (!declaration) throw new Error(`The attribute ${type}.${name} does not say what it holds`);
    byType.set(type, (byType.get(type) ?? new Map<string, Declaration>()).set(name, declaration));
  }
  return byType;
})();

/**
 * Reads a stored document: brings it to the current schema, then checks every node, mark and attribute. Nothing is
 * repaired or dropped: what does not fit wholly is `post/unreadable`, with the reason in `detail`. Input may be hostile.
 */
export const parseDocument = (stored: StoredDocument): Result<ProseMirrorNode> => {
  const migrated = migrate(stored, migrations);
  return migrated.ok ? readNode(migrated.value) : migrated;
};

const readNode = (json: DocumentJson): Result<ProseMirrorNode> => {
  const misshapen = refuseMisshapen(json, schema);
  if (misshapen) return failed('post/unreadable', { detail: misshapen });
  try {
    const doc = schema.nodeFromJSON(json);
    doc.check();
    return doc.type === schema.topNodeType
      ? ok(doc)
      : failed('post/unreadable', { detail: `Not a document but a ${doc.type.name}` });
  } catch (error) {
    return failed('post/unreadable', { detail: describeError(error) });
  }
};

/** Attributes that few nodes have a value of. */
const unsaid: ReadonlySet<string> = new Set(['dir', 'origin', 'original']);

const withoutUnsaid = ({ attrs, content, ...json }: DocumentJson): DocumentJson => {
  const said = Object.fromEntries(
    Object.entries(attrs ?? {}).filter(([name, value]) => value !== null || !unsaid.has(name)),
  );
  return {
    ...json,
    ...(Object.keys(said).length > 0 ? { attrs: said } : {}),
    ...(content ? { content: content.map(withoutUnsaid) } : {}),
  };
};

/** A node's JSON. Few lines have a direction that the writer gave them, few blocks come from a blog; the others do not say that they have none. */
export const jsonOf = (node: ProseMirrorNode): DocumentJson => withoutUnsaid(node.toJSON() as DocumentJson);

/** A document as it is stored, under the current schema version. */
export const toStored = (doc: ProseMirrorNode): StoredDocument => ({ schemaVersion, doc: jsonOf(doc) });

/**
 * Replays journaled edits on the snapshot they were made on. An edit that does not apply is `post/unreadable`, and
 * `params.edit` is its index: everything before it applied. Edits may be hostile.
 */
export const applyEdits = (doc: ProseMirrorNode, edits: readonly Pick<Edit, 'step'>[]): Result<ProseMirrorNode> => {
  const transform = new Transform(doc);
  for (const [index, { step }] of edits.entries()) {
    try {
      const { failed: reason } = transform.maybeStep(Step.fromJSON(schema, step));
      if (reason) return failed('post/unreadable', { params: { edit: index }, detail: reason });
    } catch (error) {
      return failed('post/unreadable', { params: { edit: index }, detail: describeError(error) });
    }
  }
  try {
    transform.doc.check();
    return ok(transform.doc);
  } catch (error) {
    return failed('post/unreadable', { detail: describeError(error) });
  }
};
