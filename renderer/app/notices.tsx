import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { dismissNotice, type NoticeItem, useNotices } from '../ui/notices.ts';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import styles from './notices.module.css';

/** A message without a trouble goes by itself after this long, in milliseconds, unless someone is on it. */
const shownFor = 8000;

const NoticeCard = ({ item }: { readonly item: NoticeItem }) => {
  const { t } = useTranslation();
  const card = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(false);
  const { id, trouble, text, action } = item;

  useEffect(() => {
    if (trouble !== undefined || held) return;
    const timer = window.setTimeout(() => dismissNotice(id), shownFor);
    return () => window.clearTimeout(timer);
  }, [id, trouble, held]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only stays while a pointer or the focus is on it.
    <div
      ref={card}
      className={styles.card}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className={styles.content}>{trouble === undefined ? text : <TroubleNotice trouble={trouble} />}</div>
      {action === undefined ? null : (
        <Button
          kind="link"
          onClick={() => {
            dismissNotice(id);
            action.onAction();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton className={styles.close} label={t('ui.close')} icon={X} size={14} onClick={() => dismissNotice(id)} />
    </div>
  );
};

/** The messages at the foot of the window, read out as they come. */
export const Notices = () => {
  const { t } = useTranslation();
  const items = useNotices((state) => state.items);
  return (
    <section className={styles.notices} aria-label={t('ui.notices')} aria-live="polite">
      {items.map((item) => (
        <NoticeCard key={item.id} item={item} />
      ))}
    </section>
  );
};
