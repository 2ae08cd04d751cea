import type { Editor } from '@tiptap/react';
import { useId } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { OptionList, OptionRow } from '../../ui/options.tsx';
import type { EditorContext, Offers } from '../editor-context.ts';
import { type ListSize, useListKeys, useListNamed, useListPlace } from '../list-over-text.ts';
import { words } from '../words.ts';
import { fillField } from './fill-field.ts';
import styles from './offer-list.module.css';

const size: ListSize = { width: 380, room: 240 };

type Props = { readonly editor: Editor; readonly context: EditorContext };

const List = ({ editor, context, offers }: Props & { readonly offers: Offers }) => {
  const list = useId();
  const { field, from, options, active } = offers;
  const place = useListPlace(editor, from, size);
  const idOf = (at: number): string => `${list}-${at}`;
  const { ui } = context;

  const close = (): void => ui.setState({ offers: { ...offers, isOpen: false, active: -1 }, offersClosedAt: from });
  const point = (at: number): void => ui.setState({ offers: { ...offers, active: at } });
  const choose = (at: number): void => {
    const chosen = options[at];
    if (chosen === undefined) return;
    close();
    fillField(editor.view, editor.state.doc.resolve(from).before(-1), field, chosen.text, { caret: true });
  };
  const isActive = active >= 0;
  useListKeys(editor, {
    keys: {
      Escape: close,
      ArrowDown: () => point((active + 1) % options.length),
      ...(isActive
        ? {
            ArrowUp: () => point((active - 1 + options.length) % options.length),
            Enter: () => choose(active),
          }
        : {}),
    },
    onBlur: close,
  });
  useListNamed(editor, list, isActive ? idOf(active) : null);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the caret in the text.
    <div className={styles.menu} style={place} onMouseDown={(event) => event.preventDefault()}>
      <OptionList id={list} label={words('offers.title')} className={styles.list}>
        {options.map(({ text, from: origin }, at) => (
          <OptionRow
            key={text}
            id={idOf(at)}
            active={at === active}
            className={styles.option}
            onPoint={() => at === active || point(at)}
            onChoose={() => choose(at)}
          >
            <span className={styles.words}>{text}</span>
            <span className={styles.origin}>{words(`offers.from.${origin}`)}</span>
          </OptionRow>
        ))}
      </OptionList>
      <p className="visually-hidden" role="status">
        {words('offers.found', { count: options.length })}
      </p>
    </div>
  );
};

/** Words for the caption or credit that has the caret. Enter is the text's until an arrow key went into the list. */
export const OfferList = ({ editor, context }: Props) => {
  const offers = useStore(context.ui, (state) => state.offers);
  if (offers === null || !offers.isOpen) return null;
  return createPortal(<List editor={editor} context={context} offers={offers} />, document.body);
};
