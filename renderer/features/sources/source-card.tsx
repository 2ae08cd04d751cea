import { BookOpen, Ellipsis, Link, TextQuote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../core/sources/label.ts';
import type { Source } from '../../../core/sources/source.ts';
import { bridge } from '../../bridge/client.ts';
import { shortDate } from '../../i18n/dates.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showTrouble } from '../../ui/notices.ts';
import { ReadingState } from './reading-state.tsx';
import styles from './sources.module.css';
import { UnderWayState } from './under-way-state.tsx';

type Props = {
  readonly source: Source;
  readonly readOnly: boolean;
  readonly canQuote: boolean;
  readonly canCite: boolean;
  readonly onQuote: () => void;
  readonly onCite: () => void;
  readonly onEdit: () => void;
  /** True when its article was just put away: the focus comes back to where it was opened. */
  readonly wasRead: boolean;
  readonly onOpenArticle: () => void;
  readonly onCompare: () => void;
  readonly onRead: () => void;
  readonly onCancel: () => void;
  /** Null where its page shows no picture. */
  readonly onInsertPicture: (() => void) | null;
  readonly onFindArchived: () => void;
  readonly onRemoveArchived: () => void;
  /** Null where it stands first or last. */
  /** The other cards that this one can become part of. */
  readonly mergesInto: readonly { readonly id: string; readonly name: string }[];
  readonly onMerge: (into: string) => void;
  readonly onMoveUp: (() => void) | null;
  readonly onMoveDown: (() => void) | null;
  readonly onRemove: () => void;
};

/** The part of an address that people read: host and path, without scheme and "www.". */
const shownAddress = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

/** An ISO date as a day, in the day's own place. */
const shownDay = (published: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(`${published.slice(0, 10)}T00:00:00Z`),
  );

/** One article: what is known of it, how far reading it got, and what can be done with it. */
export const SourceCard = (props: Props) => {
  const { source, readOnly, canQuote, canCite, onQuote, onCite, onEdit, onRead, onCancel, onRemove } = props;
  const { onInsertPicture, onFindArchived, onRemoveArchived } = props;
  const { onMoveUp, onMoveDown, onOpenArticle, mergesInto, onMerge, onCompare, wasRead } = props;
  const { t } = useTranslation();
  const facts = [
    source.authors.join(', '),
    source.published === '' ? '' : shownDay(source.published),
    source.readAt === null
      ? ''
      : t('sources.readAt', { date: shortDate(source.readAt, Date.now(), t('sources.justNow')) }),
  ].filter(Boolean);
  const name = labelOf(source) || t('sources.untitled');
  const open = async (url = source.url): Promise<void> => {
    const opened = await bridge().app.openLink({ url });
    if (!opened.ok) showTrouble(opened.error);
  };
  return (
    <li className={styles.card}>
      {source.publisher ? <span className={styles.publisher}>{source.publisher}</span> : null}
      <b className={styles.title} lang={source.language || undefined}>
        {source.title || t('sources.untitled')}
      </b>
      {facts.length === 0 ? null : <span className={styles.facts}>{facts.join(' · ')}</span>}
      {source.url ? (
        <a
          className={styles.address}
          href={source.url}
          title={source.url}
          onClick={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          {shownAddress(source.url)}
        </a>
      ) : null}
      {source.archive === null ? null : (
        <a
          className={styles.address}
          href={source.archive.url}
          title={source.archive.url}
          onClick={(event) => {
            event.preventDefault();
            void open(source.archive?.url);
          }}
        >
          {t('archive.of', { date: shownDay(new Date(source.archive.takenAt).toISOString()) })}
        </a>
      )}
      {readOnly ? null : <UnderWayState source={source} />}
      {readOnly ? null : <ReadingState source={source} onRead={onRead} onCancel={onCancel} />}
      {readOnly ? null : (
        <div className={styles.actions}>
          <Button icon={TextQuote} disabled={!canQuote} aria-label={t('sources.quoteFrom', { name })} onClick={onQuote}>
            {t('sources.quote')}
          </Button>
          <Button icon={Link} disabled={!canCite} aria-label={t('sources.citeFrom', { name })} onClick={onCite}>
            {t('sources.cite')}
          </Button>
          {source.article === null ? null : (
            <Button
              icon={BookOpen}
              autoFocus={wasRead}
              aria-label={t('reader.openFor', { name })}
              onClick={onOpenArticle}
            >
              {t('reader.open')}
            </Button>
          )}
          <Menu
            trigger={
              <IconButton label={t('sources.more', { name })} icon={Ellipsis} size={15} className={styles.more ?? ''} />
            }
            entries={() => [
              ...(source.url ? [{ label: t('sources.open'), onSelect: () => void open() }] : []),
              ...(source.url
                ? [{ label: t(source.readAt === null ? 'sources.readPage' : 'sources.refresh'), onSelect: onRead }]
                : []),
              ...(source.article !== null && source.url
                ? [{ label: `${t('changes.title')}…`, onSelect: onCompare }]
                : []),
              ...(onInsertPicture ? [{ label: t('sources.insertPicture'), onSelect: onInsertPicture }] : []),
              ...(source.url && source.archive === null ? [{ label: t('archive.add'), onSelect: onFindArchived }] : []),
              ...(source.archive === null ? [] : [{ label: t('archive.remove'), onSelect: onRemoveArchived }]),
              { label: `${t('sources.edit')}…`, onSelect: onEdit },
              ...(onMoveUp ? [{ label: t('sources.moveUp'), onSelect: onMoveUp }] : []),
              ...(onMoveDown ? [{ label: t('sources.moveDown'), onSelect: onMoveDown }] : []),
              ...mergesInto.map((other, index) => ({
                label: t('sources.mergeInto', { name: other.name }),
                separator: index === 0,
                onSelect: () => onMerge(other.id),
              })),
              { label: t('sources.remove'), separator: true, onSelect: onRemove },
            ]}
          />
        </div>
      )}
    </li>
  );
};
