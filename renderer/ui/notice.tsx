import { Check, CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

const signs = { must: CircleAlert, should: TriangleAlert, info: Info, good: Check } as const;

type Props = {
  readonly level: keyof typeof signs;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** A button at its right. */
  readonly action?: ReactNode;
};

/** One finding: an icon for how much it matters, what it is, what to do. */
export const Notice = ({ level, title, children, action }: Props) => {
  const Sign = signs[level];
  return (
    <div className={`${styles.notice} ${styles[level]}`}>
      <Sign size={16} strokeWidth={1.75} aria-hidden />
      <div className={styles.text}>
        {title ? <b>{title}</b> : null}
        {children ? <span>{children}</span> : null}
      </div>
      {action}
    </div>
  );
};
