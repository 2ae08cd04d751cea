import type { ReactNode } from 'react';
import styles from './empty.module.css';

type EmptyProps = {
  readonly text: string;
  /** True where it stands for the whole page, which has no other heading then. */
  readonly heading?: boolean;
  readonly children?: ReactNode;
};

/** What an empty place says, and what can be done about it. */
export const Empty = ({ text, heading = false, children }: EmptyProps) => (
  <div className={styles.empty}>
    {heading ? <h1>{text}</h1> : <p>{text}</p>}
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
