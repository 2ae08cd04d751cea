import type { Editor } from '@tiptap/react';
import { CaseSensitive, ChevronDown, ChevronUp, Regex, Replace, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FindQuery } from '../../../core/document/find.ts';
import { useCommand } from '../../app/commands.ts';
import { troubleText } from '../../i18n/trouble-text.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { keysOf } from '../../ui/shortcut.ts';
import { type EditorContext, type Finding, refocus } from '../editor-context.ts';
import { words } from '../words.ts';
import { type Find, type Found, openFind } from './find.ts';
import styles from './find-bar.module.css';

/** What was looked for the last time, in any post; lasts as long as the window. */
const asked = createStore<FindQuery & { readonly replacement: string }>(() => ({
  text: '',
  replacement: '',
  matchCase: false,
  wholeWord: false,
  regularExpression: false,
}));

/** A longer selection is what to look in and not what to look for. */
const longestQuery = 200;

/** The selected words, when they are few and stand in one line. */
const selectedWords = ({ state }: Editor): string => {
  const { $from, $to, from, to } = state.selection;
  if (from === to || !$from.sameParent($to) || to - from > longestQuery) return '';
  const text = state.doc.textBetween(from, to, '\n', '\n');
  return text.includes('\n') ? '' : text;
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const status = ({ count, current, replaced }: Found, text: string): string => {
  if (text === '') return '';
  if (replaced !== null) return words('find.replaced', { count: replaced });
  if (count === 0) return words('find.none');
  return current === null ? words('find.count', { count }) : words('find.place', { current, count });
};

const options = [
  { name: 'matchCase', icon: CaseSensitive },
  { name: 'wholeWord', icon: WholeWord },
  { name: 'regularExpression', icon: Regex },
] as const;

const Options = () => {
  const now = useStore(asked);
  return options.map(({ name, icon }) => (
    <IconButton
      key={name}
      label={words(`find.${name}`)}
      icon={icon}
      size={16}
      className={styles.option}
      aria-pressed={now[name]}
      onClick={() => asked.setState({ [name]: !now[name] })}
    />
  ));
};

const ReplaceLine = ({ find }: { readonly find: Find }) => {
  const { replacement } = useStore(asked);
  const { count } = useStore(find.found);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    find.replace(replacement);
  };
  return (
    <div className={styles.line}>
      <span className={styles.field}>
        <input
          type="text"
          aria-label={words('find.replacement')}
          placeholder={words('find.replacement')}
          value={replacement}
          onChange={(event) => asked.setState({ replacement: event.target.value })}
          onKeyDown={onKeyDown}
          spellCheck={false}
          autoComplete="off"
        />
      </span>
      <Button aria-disabled={count === 0} onClick={() => find.replace(replacement)}>
        {words('find.replaceOne')}
      </Button>
      <Button aria-disabled={count === 0} onClick={() => find.replaceAll(replacement)}>
        {words('find.replaceAll')}
      </Button>
    </div>
  );
};

type QueryFieldProps = { readonly find: Find; readonly field: RefObject<HTMLInputElement | null> };

const QueryField = ({ find, field }: QueryFieldProps) => {
  const { text } = useStore(asked);
  const { trouble } = useStore(find.found);
  const explanation = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    find.go(event.shiftKey ? -1 : 1);
  };
  const refusal = trouble && troubleText(trouble);
  return (
    <>
      <span className={styles.field} data-invalid={refusal ? true : undefined}>
        <input
          ref={field}
          type="text"
          aria-label={words('find.query')}
          placeholder={words('find.query')}
          aria-invalid={refusal ? true : undefined}
          aria-describedby={refusal ? explanation : undefined}
          value={text}
          onChange={(event) => asked.setState({ text: event.target.value })}
          onKeyDown={onKeyDown}
          spellCheck={false}
          autoComplete="off"
        />
        <Options />
      </span>
      {refusal ? (
        <p id={explanation} className={styles.trouble} role="status">
          {refusal.sentence} {refusal.next}
        </p>
      ) : null}
    </>
  );
};

type BarProps = { readonly editor: Editor; readonly context: EditorContext; readonly finding: Finding };

const Bar = ({ editor, context, finding }: BarProps) => {
  const bar = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [find] = useState(() => openFind(editor, () => bar.current?.offsetHeight ?? 0));
  const found = useStore(find.found);
  const { text, matchCase, wholeWord, regularExpression } = useStore(asked);
  const { replacing, times } = finding;
  const close = (): void => {
    context.ui.setState({ finding: null });
    refocus(editor);
  };

  useEffect(() => find.close, [find]);
  useEffect(() => {
    // Behind the editor's own keys, which take Escape for what they have open.
    const onEscape = (event: globalThis.KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) context.ui.setState({ finding: null });
    };
    const { dom } = editor.view;
    dom.addEventListener('keydown', onEscape);
    return () => dom.removeEventListener('keydown', onEscape);
  }, [editor, context]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is asked for, and only then.
  useLayoutEffect(() => {
    const selected = editor.view.hasFocus() ? selectedWords(editor) : '';
    if (selected !== '') asked.setState((now) => ({ text: now.regularExpression ? escaped(selected) : selected }));
    field.current?.focus();
    field.current?.select();
  }, [times]);
  useEffect(
    () => find.search({ text, matchCase, wholeWord, regularExpression }),
    [find, text, matchCase, wholeWord, regularExpression],
  );
  useCommand('edit.find-next', () => find.go(1));
  useCommand('edit.find-previous', () => find.go(-1));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <search ref={bar} className={styles.bar} aria-label={words('find.title')} onKeyDown={onKeyDown}>
      <div className={styles.line}>
        <QueryField find={find} field={field} />
        <span className={styles.status} role="status">
          {found.trouble ? '' : status(found, text)}
        </span>
        <IconButton
          label={words('find.previous')}
          icon={ChevronUp}
          shortcut={keysOf('edit.find-previous')}
          onClick={() => find.go(-1)}
        />
        <IconButton
          label={words('find.next')}
          icon={ChevronDown}
          shortcut={keysOf('edit.find-next')}
          onClick={() => find.go(1)}
        />
        {editor.isEditable ? (
          <IconButton
            label={words('find.replaceToo')}
            icon={Replace}
            shortcut={keysOf('edit.replace')}
            aria-expanded={replacing}
            onClick={() => context.ui.setState({ finding: { replacing: !replacing, times } })}
          />
        ) : null}
        <IconButton label={words('find.close')} icon={X} onClick={close} />
      </div>
      {replacing && editor.isEditable ? <ReplaceLine find={find} /> : null}
    </search>
  );
};

/** The bar over the text that finds and replaces, while it is asked for. */
export const FindBar = ({ editor, context }: Omit<BarProps, 'finding'>) => {
  const finding = useStore(context.ui, (state) => state.finding);
  return finding === null ? null : <Bar editor={editor} context={context} finding={finding} />;
};
