import type { ComponentProps, ComponentType, ReactNode } from 'react';
import styles from './button.module.css';

/** An icon of lucide-react. */
export type Icon = ComponentType<{
  readonly size?: number;
  readonly strokeWidth?: number;
  readonly 'aria-hidden'?: true;
}>;

type ButtonProps = ComponentProps<'button'> & {
  /** `primary`: the one thing this place is for. `outlined`: small, beside content. `plain`: words only. `link`: in the accent. */
  readonly kind?: 'primary' | 'outlined' | 'plain' | 'link' | 'danger';
  readonly icon?: Icon;
  readonly children?: ReactNode;
};

/** A button with words, and an icon before them where it helps to find it again. */
export const Button = ({ kind = 'outlined', icon: Sign, className, children, ...rest }: ButtonProps) => (
  <button type="button" {...rest} className={`${styles.button} ${styles[kind]} ${className ?? ''}`}>
    {Sign ? <Sign size={kind === 'link' ? 15 : 14} strokeWidth={1.75} aria-hidden /> : null}
    {children}
  </button>
);
