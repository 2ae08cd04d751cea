import type { Schema } from '@tiptap/pm/model';

/** Bounds that no written post comes near; they keep hostile files from exhausting stack and memory. */
export const documentLimits = { depth: 600, nodes: 500_000, characters: 20_000_000 } as const;

/** Whether something read from outside is an object with names. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unknownKeys = (value: Readonly<Record<string, unknown>>, known: readonly string[]): string | undefined =>
  Object.keys(value).find((key) => !known.includes(key));

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? String(value);

/**
 * What ProseMirror's own `fromJSON` would forgive in silence or fall over: unknown keys and attributes (it drops
 * them), wrong JSON types, too deep or too large trees. Answers the reason in English, or null. Does not recurse.
 */
export const refuseMisshapen = (json: unknown, schema: Schema): string | null => {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 0 }];
  let nodes = 0;
  let characters = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (!isRecord(value)) return `Not a node: ${shown(value)}`;
    nodes += 1;
    if (depth > documentLimits.depth) return `Nested deeper than ${documentLimits.depth}`;
    if (nodes > documentLimits.nodes) return `More than ${documentLimits.nodes} nodes`;
    const type = typeof value.type === 'string' ? schema.nodes[value.type] : undefined;
    if (!type) return `Unknown node: ${shown(value.type)}`;
    const extra = unknownKeys(value, type.isText ? ['type', 'text', 'marks'] : ['type', 'attrs', 'content', 'marks']);
    if (extra) return `Unknown key in ${type.name}: ${shown(extra)}`;
    if (type.isText) {
      if (typeof value.text !== 'string') return 'Text without text';
      characters += value.text.length;
      if (characters > documentLimits.characters) return `More than ${documentLimits.characters} characters`;
    }
    const wrong = attributesProblem(type.name, value.attrs, type.spec.attrs) ?? marksProblem(value.marks, schema);
    if (wrong) return wrong;
    if (value.content === undefined) continue;
    if (!Array.isArray(value.content)) return `The content of ${type.name} is no list`;
    for (const child of value.content) waiting.push({ value: child, depth: depth + 1 });
  }
  return null;
};

const attributesProblem = (name: string, attrs: unknown, declared: object | null | undefined): string | null => {
  if (attrs === undefined) return null;
  if (!isRecord(attrs)) return `The attributes of ${name} are no object`;
  const extra = unknownKeys(attrs, Object.keys(declared ?? {}));
  return extra ? `Unknown attribute of ${name}: ${shown(extra)}` : null;
};

const marksProblem = (marks: unknown, schema: Schema): string | null => {
  if (marks === undefined) return null;
  if (!Array.isArray(marks) || marks.length > 20) return 'Marks are no short list';
  for (const mark of marks) {
    const type = isRecord(mark) && typeof mark.type === 'string' ? schema.marks[mark.type] : undefined;
    if (!isRecord(mark) || !type) return `Unknown mark: ${shown(mark)}`;
    const extra = unknownKeys(mark, ['type', 'attrs']);
    if (extra) return `Unknown key in ${type.name}: ${shown(extra)}`;
    const wrong = attributesProblem(type.name, mark.attrs, type.spec.attrs);
    if (wrong) return wrong;
  }
  return null;
};

/** A thrown value in a few words, for `Trouble.detail`. */
export const describeError = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500);
