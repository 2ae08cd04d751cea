import { BulletList } from '@tiptap/extension-list';
import { declareAttributes, directionAttr } from '../../attributes.ts';
import { canBeListed } from '../../editing/place.ts';

/** A bulleted list. `- ` at the start of a paragraph begins one. */
export const bulletList = BulletList.extend({
  group: 'block',
  addAttributes: () => declareAttributes({ dir: directionAttr }),
  // Bullets stand on the side where the first item begins, in the editor and wherever it is pasted.
  renderHTML: ({ HTMLAttributes }) => ['ul', { dir: 'auto', ...HTMLAttributes }, 0],
  addCommands() {
    return {
      toggleBulletList:
        () =>
        ({ commands, state }) =>
          canBeListed(state, this.type) && commands.toggleList(this.name, this.options.itemTypeName),
    };
  },
});
