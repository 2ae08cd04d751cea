import { Dialog } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { type CommandId, commandOf, commands } from '../../core/commands/table.ts';
import { recentLimit } from '../../core/settings.ts';
import { changeSettings, postsQuery, useSettings } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import sheet from '../ui/sheet.module.css';
import { keysOf } from '../ui/shortcut.ts';
import { commandState, runCommand } from './commands.ts';
import { openPost } from './opening.ts';
import styles from './palette.module.css';
import { type Findable, type Match, matches, pieces } from './palette-matches.ts';
import { closeSheet, useWindow } from './window-state.ts';

/** How many posts are offered beside the commands. */
const postLimit = 5;

/** How far PageUp and PageDown go. */
const pageStep = 8;

type Entry = Findable & {
  readonly keys: string;
  readonly recent: boolean;
  readonly ticked: boolean;
  /** Why it cannot run, in words; null when it can. */
  readonly reason: string | null;
  readonly run: () => void;
};

/** Puts the focus back to where it was before the palette opened; into the text when that place is gone. */
const giveFocusBack = (before: Element | null): void => {
  const { editor } = useWindow.getState();
  const outside = before instanceof HTMLElement && before.isConnected && before !== document.body;
  if (outside && !before.isContentEditable) before.focus();
  else editor?.focus();
};

const remember = (id: CommandId, recent: readonly string[]): void =>
  void changeSettings({ recentCommands: [id, ...recent.filter((it) => it !== id)].slice(0, recentLimit) });

const useCommandEntries = (query: string): readonly Match<Entry>[] => {
  const { t } = useTranslation();
  const { recentCommands } = useSettings();
  const entries = commands
    .filter(({ id }) => id !== 'help.palette')
    .map(({ id }): Entry => {
      const { label, menu } = commandOf(id);
      const { reason, ticked } = commandState(id);
      return {
        id,
        label,
        place: t(`shortcuts.menu.${menu}`),
        keys: keysOf(id),
        recent: recentCommands.includes(id),
        ticked,
        reason: reason === null ? null : t(`reasons.${reason}`),
        run: () => {
          remember(id, recentCommands);
          runCommand(id);
        },
      };
    });
  return matches(query, entries, recentCommands);
};

/** Posts whose headline holds the words. The library searches them; nothing is asked for while the field is empty. */
const usePostEntries = (query: string): readonly Match<Entry>[] => {
  const { t } = useTranslation();
  const sought = useDeferredValue(query.trim());
  const { data } = useQuery({ ...postsQuery('all', sought, 0), enabled: sought !== '' });
  if (sought === '' || query.trim() === '') return [];
  const words = sought.toLocaleLowerCase().split(/\s+/);
  return (data?.items ?? [])
    .filter(({ headline }) => words.every((word) => headline.toLocaleLowerCase().includes(word)))
    .slice(0, postLimit)
    .map((post) => ({
      item: {
        id: post.id,
        label: post.headline,
        place: t('palette.post'),
        keys: '',
        recent: false,
        ticked: false,
        reason: null,
        run: () => void openPost(post.id, { focus: true }),
      },
      places: [],
    }));
};

type OptionProps = {
  readonly match: Match<Entry>;
  readonly id: string;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
};

const Option = ({ match: { item, places }, id, active, onPoint, onChoose }: OptionProps) => {
  const { t } = useTranslation();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys.
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-disabled={item.reason !== null}
      className={styles.option}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles.label}>
        {pieces(item.label, places).map(({ text, at, hit }) => (hit ? <b key={at}>{text}</b> : text))}
        {item.ticked ? <span className={styles.on}>{t('palette.on')}</span> : null}
      </span>
      <span className={styles.aside}>{item.reason ?? (item.recent ? t('palette.recent') : item.place)}</span>
      {item.keys === '' ? null : <kbd>{item.keys}</kbd>}
    </div>
  );
};

/**
 * Everything that can be asked for, found by a few letters: the command table, recently used first, and posts by their
 * headline. What is chosen runs with the focus and the selection that were there before.
 */
export const Palette = () => {
  const { t } = useTranslation();
  const [before] = useState(() => document.activeElement);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const ofCommands = useCommandEntries(query);
  const ofPosts = usePostEntries(query);
  const found = [...ofCommands, ...ofPosts];
  const current = found[Math.min(active, found.length - 1)];
  const optionId = (at: number): string => `${list}-${at}`;

  const close = (): void => {
    flushSync(closeSheet);
    if (useWindow.getState().sheet === null) giveFocusBack(before);
  };
  const choose = (entry: Entry | undefined): void => {
    if (entry === undefined || entry.reason !== null) return;
    flushSync(() => useWindow.setState({ sheet: null, sheetBefore: null }));
    giveFocusBack(before);
    entry.run();
  };
  const move = (to: number): void => setActive(Math.max(0, Math.min(found.length - 1, to)));
  const around = (by: 1 | -1): void => setActive((active + by + found.length) % Math.max(1, found.length));
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => around(1),
      ArrowUp: () => around(-1),
      PageDown: () => move(active + pageStep),
      PageUp: () => move(active - pageStep),
      Enter: () => choose(current?.item),
    };
    const run = keys[event.key];
    if (run === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    run();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => open || close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={sheet.scrim} />
        <Dialog.Viewport className={sheet.viewport}>
          <Dialog.Popup
            className={`${sheet.sheet} ${styles.palette}`}
            aria-label={t('palette.title')}
            initialFocus={field}
            finalFocus={false}
          >
            <div className={styles.search}>
              <Search size={16} strokeWidth={1.75} aria-hidden />
              <input
                ref={field}
                type="text"
                role="combobox"
                aria-label={t('palette.field')}
                aria-expanded
                aria-controls={list}
                aria-autocomplete="list"
                aria-activedescendant={current === undefined ? undefined : optionId(found.indexOf(current))}
                placeholder={t('palette.placeholder')}
                spellCheck={false}
                maxLength={200}
                value={query}
                onChange={(event) => {
                  setQuery(event.target.value);
                  setActive(0);
                }}
                onKeyDown={onKeyDown}
              />
            </div>
            <div id={list} className={styles.list} role="listbox" aria-label={t('palette.list')}>
              {found.map((match, at) => (
                <Option
                  key={match.item.id}
                  match={match}
                  id={optionId(at)}
                  active={match === current}
                  onPoint={() => setActive(at)}
                  onChoose={() => choose(match.item)}
                />
              ))}
            </div>
            {found.length > 0 ? null : (
              <Empty text={t('palette.nothing', { query })}>
                <Button
                  onClick={() => {
                    close();
                    runCommand('edit.find-in-posts');
                  }}
                >
                  {t('palette.searchPosts')}
                </Button>
              </Empty>
            )}
            <div className="visually-hidden" role="status">
              {current?.item.reason ?? t('palette.found', { count: found.length })}
            </div>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
