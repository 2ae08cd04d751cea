import type { PhrasingContent, TableCell } from 'mdast';
import type { NodeToMarkdown } from '../../markdown.ts';

const space = { type: 'text', value: ' ' } as const;

/** A cell is one line: its paragraphs run on. One that reaches over columns is followed by empty ones. */
export const tableCellToMarkdown: NodeToMarkdown = (node, { words }) => {
  const children = node.children.flatMap((line, index): PhrasingContent[] => [
    ...(index > 0 ? [space] : []),
    ...words(line),
  ]);
  const covered = Array.from(
    { length: Number(node.attrs.colspan) - 1 },
    (): TableCell => ({ type: 'tableCell', children: [] }),
  );
  return [{ type: 'tableCell', children }, ...covered];
};
