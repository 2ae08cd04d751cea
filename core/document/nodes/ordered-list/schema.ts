import { OrderedList } from '@tiptap/extension-list';
import { declareAttributes, directionAttr, numberAttr } from '../../attributes.ts';
import { canBeListed } from '../../editing/place.ts';

/** A numbered list; `start` is its first number. `1. ` at the start of a paragraph begins one. */
export const orderedList = OrderedList.extend({
  group: 'block',
  addAttributes: () => declareAttributes({ start: numberAttr('start', { min: 0, initial: 1 }), dir: directionAttr }),
  renderHTML: ({ HTMLAttributes }) => ['ol', { dir: 'auto', ...HTMLAttributes }, 0],
  addCommands() {
    return {
      toggleOrderedList:
        () =>
        ({ commands, state }) =>
          canBeListed(state, this.type) && commands.toggleList(this.name, this.options.itemTypeName),
    };
  },
});
