import type { Element, ElementContent } from 'hast';
import { attribute, elementsIn } from '../../../core/rendering/tree.ts';
import { type Holder, isElement, rewrite, text } from './tree.ts';

const linesOf = (node: ElementContent): string => {
  if (node.type === 'text') return node.value;
  if (isElement(node, 'br')) return '\n';
  return isElement(node) ? node.children.map(linesOf).join('') : '';
};

/** The language that highlighters write into a class, e.g. `language-js`; empty where none is said. */
const languageOf = (pre: Element): string => {
  const classes = [pre, ...elementsIn(pre, 'code')].map((it) => attribute(it, 'className')).join(' ');
  return /(?:^|\s)lang(?:uage)?-([\w+#.-]{1,30})/.exec(classes)?.[1]?.toLowerCase() ?? '';
};

/** Code blocks as a document has them: lines of text without colours, and the name of their language. */
export const readCode = (tree: Holder): void =>
  rewrite(tree, (it) => {
    if (it.tagName !== 'pre') return [it];
    const language = languageOf(it);
    const lines = it.children.map(linesOf).join('').replace(/\n$/, '');
    const properties = language === '' ? {} : { dataLanguage: language };
    return [{ ...it, properties, children: [text(lines)] }];
  });
