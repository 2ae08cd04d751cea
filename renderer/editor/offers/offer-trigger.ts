import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { EmbedAttributes } from '../../../core/document/schema.ts';
import { announce } from '../../ui/announce.ts';
import type { EditorContext, Offer, Offers } from '../editor-context.ts';
import { cardWords } from '../embeds/embed-words.ts';
import { afterRest, windowClock } from '../rest.ts';
import type { FieldWords } from '../views/figure-suggestions.ts';
import { words } from '../words.ts';

/** How long typing rests before words are looked for, in milliseconds. */
const restBeforeLooking = 120;

type Place = Pick<Offers, 'field' | 'from' | 'text'> & {
  /** The figure, embed or recording that the field belongs to, as it is now. */
  readonly block: ProseMirrorNode;
};

/** The caption or credit with the caret at its end; null anywhere else. */
const placeAt = ({ selection }: EditorState): Place | null => {
  const { $head, empty } = selection;
  const { parent } = $head;
  const { name } = parent.type;
  if (!empty || (name !== 'caption' && name !== 'credit') || $head.pos !== $head.end()) return null;
  return { field: name, from: $head.start(), text: parent.textContent, block: $head.node(-1) };
};

const isSame = (one: Place | null, other: Place | null): boolean =>
  one?.from === other?.from && one?.text === other?.text && one?.block.attrs === other?.block.attrs;

/** What the picture or the card says of itself. */
const wordsOf = ({ type, attrs }: ProseMirrorNode, { pictureWords }: EditorContext): Promise<readonly FieldWords[]> => {
  if (type.name === 'embed') return Promise.resolve(cardWords(attrs as EmbedAttributes));
  return typeof attrs.media === 'string' ? pictureWords.suggestions(attrs.media) : Promise.resolve([]);
};

/** What the picture or card says while the field is empty, then what was written in other posts. */
const offersFor = async (place: Place, context: EditorContext): Promise<readonly Offer[]> => {
  const { field, text, block } = place;
  const { pictureWords } = context;
  const suggestions = text === '' ? await wordsOf(block, context) : [];
  const own = suggestions.filter((suggestion) => suggestion.field === field);
  const before = field === 'credit' ? await pictureWords.creditsUsedBefore(text) : [];
  const others = before.filter((credit) => own.every((suggestion) => suggestion.text !== credit));
  return [...own, ...others.map((credit) => ({ text: credit, from: 'before' as const }))];
};

/** Tells those who do not see the list that there is one, once for each visit to an empty field. */
const tell = ({ field, text }: Place, [first]: readonly Offer[]): void => {
  if (first && text === '') announce(words(`offers.there.${field}`, { words: first.text }));
};

/**
 * Looks for words for the caption or credit that has the caret, when typing rests. The list opens by itself once something
 * is written that others begin with, and on an empty field with the Down arrow; after Escape it stays away until the
 * caret comes to another field.
 */
export const offerTrigger = (context: EditorContext): Extension =>
  Extension.create({
    name: 'offerTrigger',
    // Before the keymaps of captions.
    priority: 1200,
    addKeyboardShortcuts: () => ({
      ArrowDown: () => {
        const { offers } = context.ui.getState();
        if (offers === null || offers.isOpen || offers.text !== '') return false;
        context.ui.setState({ offers: { ...offers, isOpen: true, active: 0 } });
        return true;
      },
    }),
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (created) => {
          let place: Place | null = null;
          let view: EditorView = created;
          const look = async (): Promise<void> => {
            const looked = placeAt(view.state);
            if (!looked) return;
            const options = await offersFor(looked, context);
            if (view.isDestroyed || !isSame(looked, placeAt(view.state))) return;
            if (options.length > 0) tell(looked, options);
            const { field, from, text } = looked;
            const isOpen = text !== '' && context.ui.getState().offersClosedAt !== from;
            context.ui.setState({
              offers: options.length === 0 ? null : { field, from, text, options, isOpen, active: -1 },
            });
          };
          const rest = afterRest(windowClock, restBeforeLooking, () => void look());
          return {
            update: (next) => {
              view = next;
              const now = next.editable ? placeAt(next.state) : null;
              if (isSame(now, place)) return;
              const { offers, offersClosedAt } = context.ui.getState();
              const closedAt = now?.from === place?.from ? offersClosedAt : null;
              place = now;
              if (offers !== null || closedAt !== offersClosedAt) {
                context.ui.setState({ offers: null, offersClosedAt: closedAt });
              }
              if (now) rest.disturb();
              else rest.cancel();
            },
            destroy: rest.cancel,
          };
        },
      }),
    ],
  });
