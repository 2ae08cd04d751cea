import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** What an empty place says, and what can be done about it. */
export const Empty = ({ text, children }: { readonly text: string; readonly children?: ReactNode }) => (
  <div className={styles.empty}>
    <p>{text}</p>
    {children ? <div className={styles.actions}>{children}</div> : null}
  </div>
);

/** Grey lines in the place of a list that is still being read; invisible for the first 200 ms. */
export const Skeleton = ({ rows = 6 }: { readonly rows?: number }) => (
  <div className={styles.skeleton} aria-hidden>
    {Array.from({ length: rows }, (_, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move.
      <span key={row} />
    ))}
  </div>
);
