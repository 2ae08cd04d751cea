import { Node } from '@tiptap/core';
import { choiceAttr, declareAttributes, directionAttr } from '../../attributes.ts';
import { turnByTyping, turnInto } from '../../editing/textblock.ts';

/** Levels a heading inside a section can have; level 1 is the headline. */
export const headingLevels = [2, 3, 4] as const;
export type HeadingLevel = (typeof headingLevels)[number];

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    heading: {
      /** Turns the selected paragraphs into headings of this level, or back when they all are. */
      toggleHeading: (attributes: { level: HeadingLevel }) => ReturnType;
    };
  }
}

/** A heading inside a section. */
export const heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => declareAttributes({ level: choiceAttr('data-level', headingLevels), dir: directionAttr }),
  parseHTML: () =>
    (['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const).map((tag, index) => ({
      tag,
      attrs: { level: Math.min(4, Math.max(2, index + 1)) },
    })),
  renderHTML: ({ node, HTMLAttributes: { dir } }) => [`h${node.attrs.level}`, { dir }, 0],
  addCommands() {
    return {
      toggleHeading:
        (attributes) =>
        ({ editor, state, dispatch }) => {
          const type = editor.isActive(this.name, attributes) ? state.schema.nodes.paragraph : this.type;
          return type ? turnInto(type, type === this.type ? attributes : null)(state, dispatch) : false;
        },
    };
  },
  addInputRules() {
    return headingLevels.map((level) => turnByTyping(new RegExp(`^#{${level}}\\s$`), this.type, () => ({ level })));
  },
});
