import { Fragment, type Mark, type Node as ProseMirrorNode, type Schema, Slice } from '@tiptap/pm/model';

/** The words of anything, with their formats, as a note can hold them: on one line, what stood on several parted by blanks. */
export const onOneLine = (content: Fragment, schema: Schema): Fragment => {
  const line: ProseMirrorNode[] = [];
  let gap = false;
  content.descendants((node) => {
    if (node.isText) {
      const text = (node.text ?? '').replace(/\s+/g, ' ');
      const before = line.at(-1)?.text ?? '';
      const words = `${gap && line.length > 0 && !before.endsWith(' ') ? ' ' : ''}${text}`;
      if (words !== '') line.push(schema.text(words, node.marks));
      gap = false;
    } else if (node.type.name !== 'footnote') gap = true;
    return true;
  });
  return Fragment.from(line);
};

/** What is pasted into a note, cut down to what a note can hold. */
export const noteSlice = (slice: Slice, schema: Schema): Slice => new Slice(onOneLine(slice.content, schema), 0, 0);

/** Plain text as a note can hold it. */
export const noteText = (text: string, schema: Schema, marks: readonly Mark[]): Slice => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? Slice.empty : new Slice(Fragment.from(schema.text(line, marks)), 0, 0);
};
