import { Ellipsis, Link, TextQuote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../core/sources/label.ts';
import type { Source } from '../../../core/sources/source.ts';
import { bridge } from '../../bridge/client.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showTrouble } from '../../ui/notices.ts';
import styles from './sources.module.css';

type Props = {
  readonly source: Source;
  readonly readOnly: boolean;
  readonly canQuote: boolean;
  readonly canCite: boolean;
  readonly onQuote: () => void;
  readonly onCite: () => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
};

/** The part of an address that people read: host and path, without scheme and "www.". */
const shownAddress = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

/** One article: publisher, title, address, and what can be done with it. */
export const SourceCard = ({ source, readOnly, canQuote, canCite, onQuote, onCite, onEdit, onRemove }: Props) => {
  const { t } = useTranslation();
  const name = labelOf(source) || t('sources.untitled');
  const open = async (): Promise<void> => {
    const opened = await bridge().app.openLink({ url: source.url });
    if (!opened.ok) showTrouble(opened.error);
  };
  return (
    <li className={styles.card}>
      {source.publisher ? <span className={styles.publisher}>{source.publisher}</span> : null}
      <b className={styles.title}>{source.title || t('sources.untitled')}</b>
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
      {readOnly ? null : (
        <div className={styles.actions}>
          <Button icon={TextQuote} disabled={!canQuote} aria-label={t('sources.quoteFrom', { name })} onClick={onQuote}>
            {t('sources.quote')}
          </Button>
          <Button icon={Link} disabled={!canCite} aria-label={t('sources.citeFrom', { name })} onClick={onCite}>
            {t('sources.cite')}
          </Button>
          <Menu
            trigger={
              <IconButton label={t('sources.more', { name })} icon={Ellipsis} size={15} className={styles.more ?? ''} />
            }
            entries={() => [
              ...(source.url ? [{ label: t('sources.open'), onSelect: () => void open() }] : []),
              { label: `${t('sources.edit')}…`, onSelect: onEdit },
              { label: t('sources.remove'), separator: true, onSelect: onRemove },
            ]}
          />
        </div>
      )}
    </li>
  );
};
