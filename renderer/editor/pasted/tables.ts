import { textOf } from '../../../core/rendering/tree.ts';
import { type Holder, isElement, rewrite } from './tree.ts';

/** A table keeps the words of its caption, which a post holds apart from its rows; columns' formats go. */
export const mendTables = (tree: Holder): void =>
  rewrite(tree, (it) => {
    if (it.tagName === 'colgroup' || it.tagName === 'col') return [];
    if (it.tagName !== 'table') return [it];
    const caption = it.children.find((child) => isElement(child, 'caption'));
    if (!isElement(caption)) return [it];
    const words = textOf(caption).replace(/\s+/g, ' ').trim();
    return [
      {
        ...it,
        properties: { ...it.properties, dataCaption: words },
        children: it.children.filter((child) => child !== caption),
      },
    ];
  });
