import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Paragraph } from 'mdast';
import type { MarkdownContext } from './markdown.ts';

/** Caption and credit of a figure or embed as one paragraph below it. */
export const captionParagraph = (captioned: ProseMirrorNode, { words }: MarkdownContext): Paragraph[] => {
  const [caption = [], credit = []] = [captioned.firstChild, captioned.lastChild].map((line) =>
    line?.textContent.trim() ? words(line) : [],
  );
  const children = [...caption, ...(caption.length > 0 && credit.length > 0 ? [space] : []), ...credit];
  return children.length > 0 ? [{ type: 'paragraph', children }] : [];
};

const space = { type: 'text', value: ' ' } as const;
