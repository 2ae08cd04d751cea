import { Tooltip as Primitive } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import styles from './tooltip.module.css';

type Props = {
  readonly text: string;
  readonly shortcut?: string;
  readonly children: ReactElement<Record<string, unknown>>;
};

/** A few words and the key that does the same, beside its one child after a moment of hovering or on focus. */
export const Tooltip = ({ text, shortcut, children }: Props) => (
  <Primitive.Root>
    <Primitive.Trigger render={children} />
    <Primitive.Portal>
      <Primitive.Positioner sideOffset={6} className={styles.positioner}>
        <Primitive.Popup className={styles.popup}>
          {text}
          {shortcut ? <kbd className={styles.keys}>{shortcut}</kbd> : null}
        </Primitive.Popup>
      </Primitive.Positioner>
    </Primitive.Portal>
  </Primitive.Root>
);

/** Around the whole window: once one tooltip was shown, its neighbours come at once. */
export const TooltipProvider = Primitive.Provider;
