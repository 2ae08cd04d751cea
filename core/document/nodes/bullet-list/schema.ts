import { BulletList } from '@tiptap/extension-list';
import { canBeListed } from '../../editing/place.ts';

/** A bulleted list. `- ` at the start of a paragraph begins one. */
export const bulletList = BulletList.extend({
  group: 'block',
  addCommands() {
    return {
      toggleBulletList:
        () =>
        ({ commands, state }) =>
          canBeListed(state, this.type) && commands.toggleList(this.name, this.options.itemTypeName),
    };
  },
});
