import { Strike } from '@tiptap/extension-strike';

/** Text that no longer holds. */
export const strike = Strike.extend({
  addKeyboardShortcuts() {
    return { 'Mod-Shift-x': () => this.editor.commands.toggleStrike() };
  },
});
