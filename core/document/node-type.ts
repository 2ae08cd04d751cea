import type { NodeType, Schema } from '@tiptap/pm/model';

/** A node type that the schema is known to have. */
export const nodeTypeOf = (schema: Schema, name: string): NodeType => {
  const type = schema.nodes[name];
  if (!type) throw new Error(`The schema has no ${name}.`);
  return type;
};
