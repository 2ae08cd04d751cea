import type { Editor } from '@tiptap/react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { commandState, runCommand } from '../../app/commands.ts';
import { OptionList, OptionRow } from '../../ui/options.tsx';
import { keysOf } from '../../ui/shortcut.ts';
import { scrollerOf } from '../caret-in-sight.ts';
import type { EditorContext, SlashQuery } from '../editor-context.ts';
import { words } from '../words.ts';
import { type SlashCommand, slashCommands, slashMatches } from './slash-commands.ts';
import { slashIcon } from './slash-icons.ts';
import styles from './slash-menu.module.css';
import { closeSlashMenu } from './slash-trigger.ts';

/** Room for the list below the line, in pixels; with less it stands above. */
const room = 340;

const gap = 6;

type Place = { readonly left: number; readonly top?: number; readonly bottom?: number };

const placeOf = (editor: Editor, from: number): Place => {
  const at = editor.view.coordsAtPos(from);
  const left = Math.max(8, Math.min(at.left, window.innerWidth - 308));
  const below = at.bottom + room <= window.innerHeight || at.top < room;
  return below ? { left, top: at.bottom + gap } : { left, bottom: window.innerHeight - at.top + gap };
};

/** Where the list stands: beside the slash, also while the text scrolls. */
const usePlace = (editor: Editor, from: number): Place => {
  const [place, setPlace] = useState(() => placeOf(editor, from));
  useEffect(() => {
    const move = (): void => setPlace(placeOf(editor, from));
    const scroller = scrollerOf(editor.view);
    move();
    scroller?.addEventListener('scroll', move, { passive: true });
    window.addEventListener('resize', move);
    return () => {
      scroller?.removeEventListener('scroll', move);
      window.removeEventListener('resize', move);
    };
  }, [editor, from]);
  return place;
};

type OptionProps = {
  readonly command: SlashCommand;
  readonly id: string;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
};

const Option = ({ command, id, active, onPoint, onChoose }: OptionProps) => {
  const Sign = slashIcon(command.id);
  const shortcut = keysOf(command.id);
  return (
    <OptionRow id={id} active={active} className={styles.option} onPoint={onPoint} onChoose={onChoose}>
      <Sign size={16} strokeWidth={1.75} aria-hidden />
      <span className={styles.label}>{command.label.replace(/…$/, '')}</span>
      {shortcut === '' ? null : <kbd>{shortcut}</kbd>}
    </OptionRow>
  );
};

type ListProps = { readonly editor: Editor; readonly slash: SlashQuery };

const List = ({ editor, slash }: ListProps) => {
  const list = useId();
  const place = usePlace(editor, slash.from);
  const [pointed, setPointed] = useState({ query: slash.text, at: 0 });
  const offered = slashCommands.filter(({ id }) => commandState(id).enabled);
  const found = slashMatches(slash.text, offered);
  // Other letters find other commands: the best one is first again.
  const active = pointed.query === slash.text ? Math.min(pointed.at, found.length - 1) : 0;
  const idOf = (at: number): string => `${list}-${at}`;

  const close = (): void => editor.view.dispatch(closeSlashMenu(editor.state.tr));
  const choose = (command: SlashCommand | undefined): void => {
    if (command === undefined) return;
    const { tr } = editor.state;
    editor.view.dispatch(closeSlashMenu(tr).delete(tr.doc.resolve(slash.from).start(), slash.to).scrollIntoView());
    runCommand(command.id);
  };
  const point = (at: number): void =>
    setPointed({ query: slash.text, at: (at + found.length) % Math.max(1, found.length) });
  const keys: Readonly<Record<string, () => void>> = {
    Escape: close,
    ...(found.length === 0
      ? {}
      : {
          ArrowDown: () => point(active + 1),
          ArrowUp: () => point(active - 1),
          Enter: () => choose(found[active]),
        }),
  };
  const latest = useRef(keys);
  latest.current = keys;

  useEffect(() => {
    const { dom } = editor.view;
    const onKeyDown = (event: KeyboardEvent): void => {
      const run = latest.current[event.key];
      const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (run === undefined || modified || event.isComposing) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      run();
    };
    const onBlur = (): void => {
      if (!editor.isDestroyed) editor.view.dispatch(closeSlashMenu(editor.state.tr));
    };
    // Before the editor's own keys.
    dom.addEventListener('keydown', onKeyDown, { capture: true });
    dom.addEventListener('blur', onBlur);
    return () => {
      dom.removeEventListener('keydown', onKeyDown, { capture: true });
      dom.removeEventListener('blur', onBlur);
    };
  }, [editor]);

  // The text keeps the focus, so it is the text that says where in the list one is.
  const current = found.length === 0 ? null : idOf(active);
  useLayoutEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', list);
    dom.setAttribute('aria-autocomplete', 'list');
    if (current === null) dom.removeAttribute('aria-activedescendant');
    else dom.setAttribute('aria-activedescendant', current);
    return () => {
      for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant']) dom.removeAttribute(name);
    };
  }, [editor, list, current]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the caret in the text.
    <div className={styles.menu} style={place} onMouseDown={(event) => event.preventDefault()}>
      <OptionList id={list} label={words('slash.title')} className={styles.list}>
        {found.map((command, at) => (
          <Option
            key={command.id}
            command={command}
            id={idOf(at)}
            active={at === active}
            onPoint={() => at === active || point(at)}
            onChoose={() => choose(command)}
          />
        ))}
      </OptionList>
      <p className={found.length === 0 ? styles.none : 'visually-hidden'} role="status">
        {found.length === 0 ? words('slash.none') : words('slash.found', { count: found.length })}
      </p>
    </div>
  );
};

/** What a slash at the start of a paragraph offers: everything that can be put there, found by the letters after it. */
export const SlashMenu = ({ editor, context }: { readonly editor: Editor; readonly context: EditorContext }) => {
  const slash = useStore(context.ui, (state) => state.slash);
  return slash === null ? null : createPortal(<List editor={editor} slash={slash} />, document.body);
};
