import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import styles from './sheet.module.css';

type Props = {
  readonly title: string;
  readonly text: string;
  /** The words on the button that does it: a verb. */
  readonly action: string;
  /** The words on the harmless button; "Cancel" when left out. */
  readonly cancel?: string;
  /** True for what loses nothing. */
  readonly harmless?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before something that cannot be taken back, or that the writer is to know of. Focus starts on the harmless answer. */
export const Confirm = ({ title, text, action, cancel, harmless = false, onConfirm, onClose }: Props) => {
  const { t } = useTranslation();
  return (
    <AlertDialog.Root open onOpenChange={(open) => open || onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.scrim} />
        <AlertDialog.Viewport className={styles.viewport}>
          <AlertDialog.Popup className={styles.sheet} style={{ width: 420 }}>
            <header className={styles.head}>
              <div className={styles.titles}>
                <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
                <AlertDialog.Description className={styles.subtitle}>{text}</AlertDialog.Description>
              </div>
            </header>
            <footer className={styles.actions}>
              <span className={styles.gap} />
              <AlertDialog.Close render={<Button kind="plain" />}>{cancel ?? t('ui.cancel')}</AlertDialog.Close>
              <AlertDialog.Close render={<Button kind={harmless ? 'primary' : 'danger'} />} onClick={onConfirm}>
                {action}
              </AlertDialog.Close>
            </footer>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
};
