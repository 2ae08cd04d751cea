import type { Root } from 'hast';
import { declaredAttributes, schema } from '../../../core/document/schema.ts';
import { attribute } from '../../../core/rendering/tree.ts';
import { isElement, rewrite } from './tree.ts';

/** What ProseMirror writes: how deep the slice is open, how many elements only wrap it, and the nodes around it. */
const notePattern = /^(\d{1,4}) (\d{1,4})(?: -(\d{1,2}))? (.*)$/s;

/** The editor makes nodes of the note and asks nobody whether their attributes are good. */
const isNode = (name: unknown, attributes: unknown): boolean => {
  if (typeof name !== 'string' || !Object.hasOwn(schema.nodes, name) || typeof attributes !== 'object') return false;
  const declared = declaredAttributes.get(name);
  return Object.entries(attributes ?? {}).every(([key, value]) => declared?.get(key)?.accepts(value) ?? false);
};

const isNote = (note: string): boolean => {
  const [, , , , context] = notePattern.exec(note) ?? [];
  if (context === undefined) return false;
  try {
    const around: unknown = JSON.parse(context);
    if (!Array.isArray(around) || around.length % 2 !== 0) return false;
    return around.every((name, at) => at % 2 === 1 || isNode(name, around[at + 1]));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

/**
 * Whether HTML was copied in this or another Rejoinder: ProseMirror notes on the first element where the slice is open. Any page can
 * write such a note, so one that no document could have given is taken away, and it decides nothing but that
 * the lines and lists are those of a document already.
 */
export const isOwnCopy = (tree: Root): boolean => {
  let own = false;
  rewrite(tree, (it) => {
    if (it.properties.dataPmSlice === undefined) return [it];
    if (isNote(attribute(it, 'dataPmSlice'))) own = true;
    else delete it.properties.dataPmSlice;
    return [it];
  });
  return own && tree.children.some((child) => isElement(child));
};
