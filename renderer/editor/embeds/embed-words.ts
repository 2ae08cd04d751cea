import type { EditorView } from '@tiptap/pm/view';
import type { EmbedAttributes } from '../../../core/document/schema.ts';
import { keptEmbed, siteNameOf } from '../../../core/embeds/embed-address.ts';
import { canBeAsked } from '../../../core/embeds/embed-reading.ts';
import type { FieldWords, WordsOrigin } from '../views/figure-suggestions.ts';

/** What the card of an embed suggests: its title as caption; who published it there, else the site that was asked, as credit. */
export const cardWords = ({
  title,
  author,
  waiting,
  dismissed,
  ...attributes
}: EmbedAttributes): readonly FieldWords[] => {
  if (waiting || (title === '' && author === '')) return [];
  const embed = keptEmbed(attributes);
  const owner = author || (canBeAsked(embed) ? siteNameOf(embed) : '');
  const suggested = [
    { field: 'caption', text: title, from: 'card' },
    { field: 'credit', text: owner, from: 'card' },
  ] as const;
  return suggested.filter(({ field, text }) => text !== '' && dismissed !== 'both' && dismissed !== field);
};

/** Suggestions for the caption and credit of the embed at a place; what was dismissed is kept with it. */
export const embedWords = (view: () => EditorView, at: () => number | undefined): WordsOrigin => ({
  about: ({ attrs }) => attrs,
  suggestions: ({ attrs }) => Promise.resolve(cardWords(attrs as EmbedAttributes)),
  dismiss: ({ attrs }, field) => {
    const position = at();
    if (position === undefined || field === 'alt') return;
    const dismissed = attrs.dismissed === 'none' ? field : 'both';
    view().dispatch(view().state.tr.setNodeAttribute(position, 'dismissed', dismissed));
  },
  onDismissed: () => () => undefined,
});
