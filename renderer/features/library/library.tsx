import { useQuery } from '@tanstack/react-query';
import { Search, Settings as SettingsIcon, Trash2, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostId } from '../../../core/document/post.ts';
import type { PostFilter } from '../../../core/ipc.ts';
import { postsQuery } from '../../bridge/queries.ts';
import { troubleOf } from '../../bridge/trouble-error.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Skeleton } from '../../ui/empty.tsx';
import { useKeysOf } from '../../ui/shortcut.ts';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import styles from './library.module.css';
import { PostList } from './post-list.tsx';

/** What the list can ask of the window. */
export type LibraryActions = {
  /** With `focus` the caret goes into the post. */
  readonly onOpen: (id: PostId, focus: boolean) => void;
  readonly onTrash: (id: PostId) => void;
  readonly onDuplicate: (id: PostId) => void;
  /** A trashed post came back. */
  readonly onRestored: (id: PostId) => void;
  /** A post is gone for good. */
  readonly onDeleted: (id: PostId) => void;
};

type Props = LibraryActions & {
  /** The post in the editor. */
  readonly open: PostId | null;
  /** The search field takes the focus whenever this grows. */
  readonly searchAsked: number;
  /** Without a template: the one for new posts. */
  readonly onNew: (template?: 'blank') => void;
  readonly onShowExample: () => void;
  readonly onSettings: () => void;
};

const filters = ['all', 'drafts', 'scheduled', 'published'] as const;

/** A search starts when typing rests for this long, in milliseconds. */
const searchPause = 150;

const useRested = (text: string): string => {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(text), text === '' ? 0 : searchPause);
    return () => window.clearTimeout(timer);
  }, [text]);
  return rested;
};

/** The left column: all posts on this computer. */
export const Library = ({ open, searchAsked, onNew, onShowExample, onSettings, ...actions }: Props) => {
  const { t } = useTranslation();
  const searchKeys = useKeysOf('edit.find-in-posts');
  const [filter, setFilter] = useState<PostFilter>('all');
  const [text, setText] = useState('');
  const query = useRested(text.trim());
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { data: first, error, refetch } = useQuery(postsQuery(filter, query, 0));

  const asked = useRef(0);
  useEffect(() => {
    if (searchAsked === asked.current) return;
    asked.current = searchAsked;
    field.current?.focus();
    field.current?.select();
  }, [searchAsked]);

  const onSearchKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.current?.focus();
    } else if (event.key === 'Escape' && text !== '') {
      event.stopPropagation();
      setText('');
    }
  };

  const counted = (it: PostFilter): number | null =>
    it === 'all' || it === 'published' ? null : (first?.counts[it] ?? null);

  const empty =
    query === '' ? (
      <Empty text={t(`library.empty.${filter}`)}>
        {filter === 'all' ? (
          <>
            <Button onClick={() => onNew()}>{t('library.newPost')}</Button>
            <Button onClick={() => onNew('blank')}>{t('library.newBlank')}</Button>
            <Button onClick={onShowExample}>{t('library.showExample')}</Button>
          </>
        ) : null}
      </Empty>
    ) : (
      <Empty text={t('library.noHits', { query })}>
        <Button onClick={() => setText('')}>{t('library.clear')}</Button>
      </Empty>
    );

  return (
    <>
      <div className={styles.search}>
        <Search size={15} strokeWidth={1.75} aria-hidden />
        <input
          ref={field}
          type="search"
          value={text}
          maxLength={500}
          placeholder={t('library.search')}
          aria-label={t('library.search')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onSearchKey}
        />
        {text === '' ? (
          <kbd aria-hidden>{searchKeys}</kbd>
        ) : (
          <button type="button" className={styles.clear} aria-label={t('library.clear')} onClick={() => setText('')}>
            <X size={14} aria-hidden />
          </button>
        )}
      </div>
      <fieldset className={styles.filters} aria-label={t('library.filters')}>
        {filters.map((it) => (
          <button key={it} type="button" aria-pressed={filter === it} onClick={() => setFilter(it)}>
            {t(`library.filter.${it}`)}
            {counted(it) ? <span className={styles.count}>{counted(it)}</span> : null}
          </button>
        ))}
      </fieldset>
      <div className={styles.rest}>
        {error !== null ? (
          <div className={styles.trouble}>
            <TroubleNotice trouble={troubleOf(error)}>
              <Button onClick={() => void refetch()}>{t('ui.retry')}</Button>
            </TroubleNotice>
          </div>
        ) : first === undefined ? (
          <Skeleton rows={8} />
        ) : first.total === 0 ? (
          empty
        ) : (
          <PostList
            key={`${filter} ${query}`}
            ref={list}
            filter={filter}
            query={query}
            total={first.total}
            open={open}
            {...actions}
          />
        )}
      </div>
      <div className={styles.foot}>
        <button
          type="button"
          aria-pressed={filter === 'trash'}
          onClick={() => setFilter(filter === 'trash' ? 'all' : 'trash')}
        >
          <Trash2 size={14} strokeWidth={1.75} aria-hidden />
          {t('library.filter.trash')}
          {first?.counts.trash ? <span className={styles.count}>{first.counts.trash}</span> : null}
        </button>
        <button type="button" onClick={onSettings}>
          <SettingsIcon size={14} strokeWidth={1.75} aria-hidden />
          {t('library.settings')}
        </button>
      </div>
      <p className="visually-hidden" role="status">
        {first !== undefined && query !== '' ? t('library.found', { count: first.total }) : ''}
      </p>
    </>
  );
};
