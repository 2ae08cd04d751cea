import { Italic } from '@tiptap/extension-italic';
import { markByTyping } from '../../editing/mark-typing.ts';

/** Emphasis. `*words*` or `_words_` make it. */
export const italic = Italic.extend({
  addInputRules() {
    return [markByTyping(this.type, '*'), markByTyping(this.type, '_')];
  },
});
