import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import styles from './drawer.module.css';

type Props = {
  readonly label: string;
  readonly from: 'left' | 'right';
  /** Pixels. */
  readonly width: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A column that lies over a narrow window; Escape or a click beside it puts it away. */
export const Drawer = ({ label, from, width, onClose, children }: Props) => (
  <Dialog.Root open onOpenChange={(open) => open || onClose()}>
    <Dialog.Portal>
      <Dialog.Backdrop className={styles.scrim} />
      <Dialog.Popup className={`${styles.drawer} ${styles[from]}`} style={{ width }} aria-label={label}>
        {children}
      </Dialog.Popup>
    </Dialog.Portal>
  </Dialog.Root>
);
