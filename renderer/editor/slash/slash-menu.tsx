import type { Editor } from '@tiptap/react';
import { useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { commandState, runCommand } from '../../app/commands.ts';
import { OptionList, OptionRow } from '../../ui/options.tsx';
import { keysOf } from '../../ui/shortcut.ts';
import type { EditorContext, SlashQuery } from '../editor-context.ts';
import { type ListSize, useListKeys, useListNamed, useListPlace } from '../list-over-text.ts';
import { words } from '../words.ts';
import { type SlashCommand, slashCommands, slashMatches } from './slash-commands.ts';
import { slashIcon } from './slash-icons.ts';
import styles from './slash-menu.module.css';
import { closeSlashMenu } from './slash-trigger.ts';

const size: ListSize = { width: 300, room: 340 };

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
  const place = useListPlace(editor, slash.from, size);
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
  useListKeys(editor, { keys, onBlur: close });
  useListNamed(editor, list, found.length === 0 ? null : idOf(active));

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
