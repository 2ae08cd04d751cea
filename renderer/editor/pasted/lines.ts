import type { Element, ElementContent } from 'hast';
import { attribute } from '../../../core/rendering/tree.ts';
import { element, type Holder, holdsBlock, isBlank, isElement, rewrite, styleOf, text } from './tree.ts';

/** Blocks of words that are paragraphs, or several where a blank line parts them. */
const parted: ReadonlySet<string> = new Set(['p', 'div']);

const isBreak = (node: ElementContent): boolean => isElement(node, 'br');

/** Parts a run of inline nodes where two line breaks follow one another; single breaks at the ends go. */
const partAtBlankLines = (run: readonly ElementContent[]): ElementContent[][] => {
  const parts: ElementContent[][] = [[]];
  let breaks: ElementContent[] = [];
  for (const node of run) {
    if (isBreak(node)) breaks.push(node);
    else if (breaks.length > 0 && isBlank(node)) breaks.push(node);
    else {
      const many = breaks.filter(isBreak).length > 1;
      if (many) parts.push([]);
      else if (parts.at(-1)?.length) parts.at(-1)?.push(...breaks);
      breaks = [];
      parts.at(-1)?.push(node);
    }
  }
  return parts.filter((part) => !part.every(isBlank));
};

/** The paragraphs that a block of words means: several where blank lines part it. */
const partsOf = (block: Element): readonly Element[] => {
  if (!parted.has(block.tagName) || block.children.some(holdsBlock)) return [block];
  return partAtBlankLines(block.children).map((part) => ({ ...block, tagName: 'p', children: part }));
};

/** Line breaks between blocks mean nothing, and text between blocks is a paragraph, several where blank lines part it. */
const mendRuns = (holder: Holder): void => {
  const children = holder.children as ElementContent[];
  const mixed = children.some(holdsBlock);
  if (!mixed && holder.type === 'element') return;
  const mended: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = (): void => {
    const parts = partAtBlankLines(run);
    if (mixed || parts.length > 1) mended.push(...parts.map((part) => element('p', part)));
    else mended.push(...(parts[0] ?? []));
    run = [];
  };
  for (const child of children) {
    if (holdsBlock(child)) {
      close();
      mended.push(child);
    } else run.push(child);
  }
  close();
  holder.children = mended;
};

const textBlocks: ReadonlySet<string> = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'figcaption',
  'footer',
]);

/** A space that a program writes so that it does not collapse, or so that copying keeps it. */
const isSpacer = (it: Element): boolean => {
  const [only, ...more] = it.children;
  if (it.tagName !== 'span' || only?.type !== 'text' || more.length > 0) return false;
  return (
    only.value === '\u00a0' ||
    (/^[\s\u00a0]+$/.test(only.value) && (isAppleSpace(it) || styleOf(it).has('mso-spacerun')))
  );
};

const isAppleSpace = (it: Element): boolean => /\bApple-converted-space\b/.test(attribute(it, 'className'));

/**
 * Makes lines what they mean. Programs part paragraphs with empty ones, with breaks between them, or with two breaks in one;
 * a document keeps none of these: the distance of paragraphs is the blog's business.
 */
export const mendLines = (tree: Holder): void => {
  rewrite(tree, (it) => {
    if (isSpacer(it)) return [text(' ')];
    mendRuns(it);
    if (textBlocks.has(it.tagName) && isBlank(it)) return [];
    return partsOf(it);
  });
  mendRuns(tree);
};
