import { Fragment, type Mark, type Node as ProseMirrorNode, type Schema, Slice } from '@tiptap/pm/model';

const lines = (text: string): readonly string[] => text.split('\n');

const paragraphOf = (schema: Schema, text: string, marks: readonly Mark[]): ProseMirrorNode | null => {
  const { paragraph, hardBreak } = schema.nodes;
  const content = lines(text).flatMap((line, at) => [
    ...(at > 0 && hardBreak ? [hardBreak.create()] : []),
    ...(line === '' ? [] : [schema.text(line, marks)]),
  ]);
  return paragraph?.create(null, content) ?? null;
};

/**
 * Plain text as paragraphs. Where blank lines part it they part the paragraphs, and single lines are lines; where none do,
 * each line is a paragraph. Blank lines around the text are dropped: many programs copy one.
 */
export const sliceOfText = (text: string, schema: Schema, marks: readonly Mark[]): Slice => {
  const trimmed = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const blank = /\n(?:[ \t]*\n)+/;
  const parts = blank.test(trimmed) ? trimmed.split(blank) : lines(trimmed);
  const paragraphs = parts.flatMap((part) => paragraphOf(schema, part, marks) ?? []);
  return Slice.maxOpen(Fragment.from(paragraphs));
};
