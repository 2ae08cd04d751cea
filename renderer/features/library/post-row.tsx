import { useTranslation } from 'react-i18next';
import type { PostSummary } from '../../../core/document/post.ts';
import { shortDate, upcomingDate } from '../../i18n/dates.ts';
import styles from './library.module.css';

type Props = {
  readonly id: string;
  /** Undefined while its page is being read. */
  readonly post: PostSummary | undefined;
  /** Counted from 1. */
  readonly position: number;
  readonly total: number;
  /** It is in the editor. */
  readonly open: boolean;
  /** It is the row that keys act on. */
  readonly active: boolean;
  readonly onPress: () => void;
  readonly onOpen: () => void;
};

/** One post of the list: headline, first words, state and date. */
export const PostRow = ({ id, post, position, total, open, active, onPress, onOpen }: Props) => {
  const { t } = useTranslation();
  if (post === undefined) return <div className={styles.row} aria-hidden style={{ height: 86 }} />;
  const now = Date.now();
  const state = t(`library.state.${post.state}`);
  const where =
    post.state === 'scheduled' && post.scheduledAt !== null
      ? t('library.scheduledFor', { date: upcomingDate(post.scheduledAt, now) })
      : post.state === 'published' && post.blogs.length > 1
        ? t('library.onBlogs', { count: post.blogs.length, state, name: post.blogs[0] })
        : state;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around the rows handles the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus and names its active row.
    <div
      id={id}
      role="option"
      aria-selected={open}
      aria-posinset={position}
      aria-setsize={total}
      className={`${styles.row} ${open ? styles.open : ''} ${active ? styles.active : ''}`}
      onPointerDown={onPress}
      onClick={onOpen}
    >
      <b className={styles.headline}>{post.headline || t('library.untitled')}</b>
      <span className={styles.words}>{post.firstWords || t('library.noWords')}</span>
      <span className={styles.meta}>
        <span className={styles[post.state]}>
          {where}
          {post.example ? ` · ${t('library.example')}` : ''}
        </span>
        <time dateTime={new Date(post.changedAt).toISOString()}>
          {shortDate(post.changedAt, now, t('library.now'))}
        </time>
      </span>
    </div>
  );
};
