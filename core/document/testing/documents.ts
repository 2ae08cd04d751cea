import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { schemaVersion } from '../migrations/migrations.ts';
import type { DocumentJson } from '../post.ts';
import { parseDocument } from '../schema.ts';

const inSection = (node: DocumentJson): DocumentJson =>
  node.type === 'section' ? node : { type: 'section', attrs: { kind: 'summary', label: '' }, content: [node] };

/** The smallest whole document around a node: a block gets a section, a section a headline. */
export const wholeDocument = (node: DocumentJson): DocumentJson =>
  node.type === 'doc' ? node : { type: 'doc', content: [{ type: 'headline' }, inSection(node)] };

/** A checked document from its JSON, or from that of one block; throws when it does not fit the schema. */
export const documentOf = (node: DocumentJson): ProseMirrorNode => {
  const parsed = parseDocument({ schemaVersion, doc: wholeDocument(node) });
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${parsed.error.detail}`);
  return parsed.value;
};
