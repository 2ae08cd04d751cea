import { Dialog } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { type CommandId, commandOf, commands } from '../../core/commands/table.ts';
import { recentLimit } from '../../core/settings.ts';
import { changeSettings, postsQuery, useSettings } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { OptionList, OptionRow, OptionSearch, useOptionKeys } from '../ui/options.tsx';
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
  return (
    <OptionRow
      id={id}
      active={active}
      disabled={item.reason !== null}
      className={styles.option}
      onPoint={onPoint}
      onChoose={onChoose}
    >
      <span className={styles.label}>
        {pieces(item.label, places).map(({ text, at, hit }) => (hit ? <b key={at}>{text}</b> : text))}
        {item.ticked ? <span className={styles.on}>{t('palette.on')}</span> : null}
      </span>
      <span className={styles.aside}>{item.reason ?? (item.recent ? t('palette.recent') : item.place)}</span>
      {item.keys === '' ? null : <kbd>{item.keys}</kbd>}
    </OptionRow>
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
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const ofCommands = useCommandEntries(query);
  const ofPosts = usePostEntries(query);
  const found = [...ofCommands, ...ofPosts];
  const { active, setActive, onKeyDown } = useOptionKeys({
    count: found.length,
    pageStep,
    wraps: true,
    onEnter: (at) => choose(found[at]?.item),
  });
  const current = found[active];
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
            <OptionSearch
              field={field}
              label={t('palette.field')}
              placeholder={t('palette.placeholder')}
              list={list}
              current={current === undefined ? undefined : optionId(active)}
              className={styles.search}
              iconSize={16}
              maxLength={200}
              value={query}
              onChange={(value) => {
                setQuery(value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
            <OptionList id={list} label={t('palette.list')} className={styles.list}>
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
            </OptionList>
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
