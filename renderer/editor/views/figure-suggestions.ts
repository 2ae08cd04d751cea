import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { type SuggestedField, type Suggestion, suggestedFields } from '../../../core/pictures/suggestions.ts';
import { announce } from '../../ui/announce.ts';
import type { EditorContext } from '../editor-context.ts';
import { fillField } from '../offers/fill-field.ts';
import { words } from '../words.ts';
import { isInside } from './block-selection.ts';

/** The fields of a figure that say nothing yet and are to say something. */
const emptyFields = (figure: ProseMirrorNode): readonly SuggestedField[] =>
  suggestedFields.filter((field) => {
    if (field === 'credit' && figure.attrs.ownWork === true) return false;
    if (field === 'alt') return figure.attrs.decorative !== true && figure.attrs.alt === '';
    let empty = false;
    figure.forEach((line) => {
      if (line.type.name === field) empty = line.content.size === 0;
    });
    return empty;
  });

const button = (text: string, name: string, run: () => void): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.tabIndex = -1;
  made.textContent = text;
  made.setAttribute('aria-label', name);
  made.title = name;
  made.addEventListener('click', run);
  return made;
};

/** Words for a field of a figure or embed, and where they come from: the picture itself, or the embed's card. */
export type FieldWords = Omit<Suggestion, 'from'> & { readonly from: Suggestion['from'] | 'card' };

/** Where the suggestions of a block come from. */
export type WordsOrigin = {
  /** The same as long as a block is about the same. */
  readonly about: (block: ProseMirrorNode) => unknown;
  /** The best of each field first. */
  readonly suggestions: (block: ProseMirrorNode) => Promise<readonly FieldWords[]>;
  readonly dismiss: (block: ProseMirrorNode, field: SuggestedField) => void;
  /** Runs something whenever a suggestion was dismissed elsewhere; answers the way to call it off. */
  readonly onDismissed: (run: () => void) => () => void;
};

/** What the pictures of figures say of themselves. */
export const pictureOrigin = ({ pictureWords }: EditorContext): WordsOrigin => ({
  about: ({ attrs }) => attrs.media,
  suggestions: ({ attrs }) =>
    typeof attrs.media === 'string' ? pictureWords.suggestions(attrs.media) : Promise.resolve([]),
  dismiss: ({ attrs }, field) => {
    if (typeof attrs.media === 'string') void pictureWords.dismiss(attrs.media, field);
  },
  onDismissed: pictureWords.onDismissed,
});

type Run = { readonly use: (suggestion: FieldWords) => void; readonly dismiss: (field: SuggestedField) => void };

const lineOf = (suggestion: FieldWords, { use, dismiss }: Run): HTMLElement => {
  const { field, text, from } = suggestion;
  const line = document.createElement('div');
  const said = document.createElement('b');
  const origin = document.createElement('span');
  said.textContent = text;
  origin.textContent = words(`offers.suggested.${field}`, { from: words(`offers.from.${from}`) });
  line.append(
    said,
    origin,
    button(words('offers.use'), words(`offers.useNamed.${field}`, { words: text }), () => use(suggestion)),
    button('×', words(`offers.dismiss.${field}`), () => dismiss(field)),
  );
  return line;
};

/** What is shown for most figures of most posts, and costs them no element. */
const nothing = '[]';

type Place = {
  /** The suggestions come after it. */
  readonly caption: HTMLElement;
  readonly origin: WordsOrigin;
  /** What the list is called. */
  readonly label: string;
  readonly view: () => EditorView;
  readonly isEditable: () => boolean;
  readonly at: () => number | undefined;
};

/**
 * Under a figure or embed: what is suggested for the fields that are empty, each with where it comes from. Nothing is filled in
 * unasked. Suggestions are asked for only while a field is empty, so that typing in a filled one costs nothing.
 */
export const figureSuggestions = ({ caption, origin, label, view, isEditable, at }: Place) => {
  let list: HTMLElement | null = null;
  let figure: ProseMirrorNode | null = null;
  let shown = nothing;
  const makeList = (): HTMLElement => {
    const made = document.createElement('div');
    made.className = 'figure-suggestions';
    made.contentEditable = 'false';
    made.setAttribute('role', 'group');
    made.setAttribute('aria-label', label);
    caption.after(made);
    return made;
  };

  const run: Run = {
    use: ({ field, text }) => {
      const position = at();
      if (position === undefined) return;
      fillField(view(), position, field, text, { caret: false });
      view().focus();
      announce(words('offers.used', { words: text }));
    },
    dismiss: (field) => {
      if (figure) origin.dismiss(figure, field);
      view().focus();
    },
  };
  const draw = async (): Promise<void> => {
    const asked = figure;
    const fields = asked && isEditable() ? emptyFields(asked) : [];
    const suggestions = asked && fields.length > 0 ? await origin.suggestions(asked) : [];
    if (asked && figure && origin.about(figure) !== origin.about(asked)) return;
    const now = figure && isEditable() ? emptyFields(figure) : [];
    const best = now.flatMap((field) => suggestions.find((suggestion) => suggestion.field === field) ?? []);
    const key = JSON.stringify(best);
    if (key === shown) return;
    shown = key;
    list ??= makeList();
    list.hidden = best.length === 0;
    list.replaceChildren(...best.map((suggestion) => lineOf(suggestion, run)));
  };
  const stop = origin.onDismissed(() => void draw());

  return {
    holds: (event: Event): boolean => list !== null && isInside(list, event),
    show: (next: ProseMirrorNode): void => {
      const before = figure;
      figure = next;
      const isSame = before?.attrs === next.attrs && emptyFields(before).join() === emptyFields(next).join();
      if (!isSame && (shown !== nothing || emptyFields(next).length > 0)) void draw();
    },
    destroy: stop,
  };
};
