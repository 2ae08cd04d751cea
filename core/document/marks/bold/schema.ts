import { Bold } from '@tiptap/extension-bold';
import { markByTyping } from '../../editing/mark-typing.ts';

/** Strong importance. `**words**` or `__words__` make it. */
export const bold = Bold.extend({
  addInputRules() {
    return [markByTyping(this.type, '**'), markByTyping(this.type, '__')];
  },
});
