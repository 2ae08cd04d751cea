import { Strike } from '@tiptap/extension-strike';
import { markByTyping } from '../../editing/mark-typing.ts';

/** Text that no longer holds. `~~words~~` make it. */
export const strike = Strike.extend({
  addInputRules() {
    return [markByTyping(this.type, '~~')];
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-x': () => this.editor.commands.toggleStrike() };
  },
});
