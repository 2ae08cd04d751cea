import { InputRule, markInputRule } from '@tiptap/core';
import type { MarkType } from '@tiptap/pm/model';

/** What may stand before the first sign: the start of the line, a space, an opening bracket or quotation mark, a dash. */
const before = '(?<=^|[\\s([{<"\'“”‘’„‚«‹–—/])';

/**
 * Markdown's way to mark words: `sign`, the words, `sign`. The signs go and the words are marked. Within a word the sign
 * stays, and so do one with a space on its inner side and one in a line that cannot take the mark, such as a headline.
 */
export const markByTyping = (type: MarkType, sign: string): InputRule => {
  const escaped = sign.replace(/[*~^]/g, '\\$&');
  const [one = ''] = sign;
  const inner = one.replace(/[*~^]/g, '\\$&');
  const rule = markInputRule({
    find: new RegExp(`${before}${escaped}((?!\\s)[^${inner}]*[^${inner}\\s])${escaped}$`),
    type,
  });
  return new InputRule({
    find: rule.find,
    handler: (typed) =>
      typed.state.doc.resolve(typed.range.from).parent.type.allowsMarkType(type) ? rule.handler(typed) : null,
  });
};
