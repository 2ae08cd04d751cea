import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './sheet.module.css';
import { firstStop } from './tab-stops.ts';

type Props = {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** `wide` for settings and lists, `whole` for the preview. */
  readonly width?: 'normal' | 'wide' | 'whole';
  readonly onClose: () => void;
  /** At the right end of the title's line. */
  readonly aside?: ReactNode;
  /** The line of buttons at its foot. */
  readonly actions?: ReactNode;
  /** True where there is nothing to focus in it but much to scroll. */
  readonly readable?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
};

/**
 * Where the focus goes in a sheet: to the first control of its body, whatever stands in the line of buttons. One that still
 * waits for what it shows has the focus as a whole until there is something in it.
 */
const useFirstFocus = () => {
  const popup = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const waits = useRef(true);
  const first = (): HTMLElement | null => {
    const holder = body.current;
    if (holder === null || holder.tabIndex === 0) return holder;
    return firstStop(holder);
  };
  useEffect(() => {
    const { activeElement } = document;
    if (waits.current && activeElement === popup.current) first()?.focus();
    if (activeElement !== popup.current && popup.current?.contains(activeElement)) waits.current = false;
  });
  // A field that asked for the focus by itself (`autoFocus`) has it by now.
  const initial = (): HTMLElement | null =>
    body.current?.contains(document.activeElement)
      ? (document.activeElement as HTMLElement)
      : (first() ?? popup.current);
  return { popup, body, initial };
};

/** A sheet over the window. It keeps focus inside, closes with Escape or a click beside it, and gives focus back. */
export const Sheet = ({
  title,
  subtitle,
  width = 'normal',
  onClose,
  aside,
  actions,
  readable,
  onKeyDown,
  children,
}: Props) => {
  const { popup, body, initial } = useFirstFocus();
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.scrim} />
        <Dialog.Viewport className={`${styles.viewport} ${width === 'whole' ? styles.around : ''}`}>
          <Dialog.Popup
            ref={popup}
            initialFocus={initial}
            className={`${styles.sheet} ${styles[width]}`}
            onKeyDown={onKeyDown}
          >
            <header className={styles.head}>
              <div className={styles.titles}>
                <Dialog.Title className={styles.title}>{title}</Dialog.Title>
                {subtitle ? <Dialog.Description className={styles.subtitle}>{subtitle}</Dialog.Description> : null}
              </div>
              {aside}
            </header>
            <div ref={body} className={styles.body} tabIndex={readable ? 0 : undefined}>
              {children}
            </div>
            {actions ? <footer className={styles.actions}>{actions}</footer> : null}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
};

/** Pushes what follows it in a sheet's line of buttons to the right. */
export const ActionsGap = () => <span className={styles.gap} />;

/** A part of a sheet, told apart from the one above by a hairline. */
export const SheetRow = ({ children, label }: { readonly children: ReactNode; readonly label?: string }) => (
  <section className={styles.row} aria-label={label}>
    {children}
  </section>
);
