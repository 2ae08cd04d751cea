import type { ComponentProps } from 'react';
import styles from './button.module.css';
import type { Icon } from './button.tsx';
import { Tooltip } from './tooltip.tsx';

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label'> & {
  /** Its name for people who do not see the icon, and the first words of its tooltip. */
  readonly label: string;
  readonly icon: Icon;
  readonly shortcut?: string;
  /** Why it is disabled: takes the place of the shortcut in the tooltip. */
  readonly reason?: string | undefined;
  readonly size?: number;
};

/**
 * A button that is only an icon, with a tooltip that names it and its shortcut. While there is a `reason` it is
 * disabled for use but still reachable, so that the reason can be read.
 */
export const IconButton = ({
  label,
  icon: Sign,
  shortcut,
  reason,
  size = 17,
  className,
  onClick,
  ...rest
}: IconButtonProps) => (
  <Tooltip text={reason ? `${label}. ${reason}` : label} {...(shortcut && !reason ? { shortcut } : {})}>
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-disabled={reason ? true : undefined}
      onClick={reason ? undefined : onClick}
      className={`${styles.iconButton} ${className ?? ''}`}
    >
      <Sign size={size} strokeWidth={1.75} aria-hidden />
    </button>
  </Tooltip>
);
