import { Node } from '@tiptap/core';
import { choiceAttr, cutAttr, declareAttributes, flagAttr, imageAttr, numberAttr, textAttr } from '../../attributes.ts';
import { insertBlock } from '../../editing/place.ts';

/**
 * How a picture stands on the page: in the text's own measure, at one side with the words beside it, or wider than they are.
 * Blogs that know nothing of it show it in the measure.
 */
export const figureAligns = ['none', 'left', 'right', 'wide'] as const;
export type FigureAlign = (typeof figureAligns)[number];

/**
 * How much of the text's measure a picture takes at most: all of it, or as much as `figureWidths` says. A wide one has no other
 * size; at a side `full` is what the blog gives a picture there.
 */
export const figureSizes = ['full', 'medium', 'small'] as const;
export type FigureSize = (typeof figureSizes)[number];

/** CSS pixels of the sizes below the whole measure. */
export const figureWidths = { medium: 400, small: 240 } as const satisfies Readonly<
  Partial<Record<FigureSize, number>>
>;

/** A picture as the document holds it. Width and height are the picture's pixels; null while unknown. */
export type FigureAttributes = {
  readonly media: string | null;
  /** How the picture was cut, and from which original, as `writeCut` says it; null for one that is whole. */
  readonly cut: string | null;
  readonly alt: string;
  readonly decorative: boolean;
  /** The writer made the picture: it needs no credit. */
  readonly ownWork: boolean;
  readonly align: FigureAlign;
  readonly size: FigureSize;
  readonly width: number | null;
  readonly height: number | null;
};

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    figure: {
      /** Puts a figure after the current block, or near the document position `at`; the caret goes to its caption. */
      insertFigure: (figure: Partial<FigureAttributes>, at?: number) => ReturnType;
    };
  }
}

/** A picture of the library with its caption and credit. */
export const figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'caption credit',
  isolating: true,
  draggable: true,
  addAttributes: () =>
    declareAttributes({
      media: imageAttr('data-media'),
      cut: cutAttr('data-cut'),
      alt: textAttr('data-alt', { forReader: true }),
      decorative: flagAttr('data-decorative'),
      ownWork: flagAttr('data-own-work'),
      align: choiceAttr('data-align', figureAligns),
      size: choiceAttr('data-size', figureSizes),
      width: numberAttr('data-width', { min: 1, initial: null }),
      height: numberAttr('data-height', { min: 1, initial: null }),
    }),
  parseHTML: () => [{ tag: 'figure[data-figure]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', { 'data-figure': '', ...HTMLAttributes }, 0],
  addCommands() {
    return {
      insertFigure: (attributes, at) => insertBlock(this.type.createAndFill(attributes), at),
    };
  },
});
