import type { ElementContent } from 'hast';
import { isMediaSlot } from '../media-slots.ts';

type BlockAttributes = Readonly<Record<string, string | number | boolean>>;

/**
 * Block attributes as the block editor writes them (`serializeAttributes` in WordPress's `@wordpress/blocks`): whatever
 * could end the comment is escaped. Unescaped, the content filter of roles without `unfiltered_html` destroys the block.
 */
export const blockAttributes = (attributes: BlockAttributes): string =>
  JSON.stringify(attributes)
    .replace(/\\\\/g, '\\u005c')
    .replace(/--/g, '\\u002d\\u002d')
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e')
    .replace(/&/g, '\\u0026')
    .replace(/\\"/g, '\\u0022')
    // A slot that stands for a number loses the quotes it needed as a string.
    .replace(/"([^"]*)"/gu, (quoted, value: string) => (isMediaSlot(value) ? value : quoted));

/** One block: its opening comment, what it holds (mostly one element), its closing comment, on lines of their own. */
export const block = (
  name: string,
  attributes: BlockAttributes,
  ...content: readonly ElementContent[]
): readonly ElementContent[] => {
  const json = Object.keys(attributes).length > 0 ? `${blockAttributes(attributes)} ` : '';
  return [
    { type: 'comment', value: ` wp:${name} ${json}` },
    { type: 'text', value: '\n' },
    ...content,
    { type: 'text', value: '\n' },
    { type: 'comment', value: ` /wp:${name} ` },
  ];
};

/** A block with its comments. */
export type Block = readonly ElementContent[];

/** Blocks are parted by an empty line. */
export const joined = (blocks: readonly Block[]): ElementContent[] =>
  blocks.flatMap((each, index) => (index === 0 ? each : [{ type: 'text', value: '\n\n' } as const, ...each]));
