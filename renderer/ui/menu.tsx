import { ContextMenu as ContextPrimitive } from '@base-ui/react/context-menu';
import { Menu as Primitive } from '@base-ui/react/menu';
import { type ReactElement, type ReactNode, useRef } from 'react';
import styles from './menu.module.css';

/** One line of a menu; `separator` draws a hairline above it. */
export type MenuEntry = {
  readonly label: string;
  readonly shortcut?: string;
  readonly separator?: boolean;
  readonly ticked?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
};

const Entries = ({ entries }: { readonly entries: readonly MenuEntry[] }) =>
  entries.map((entry) => (
    <div key={entry.label} role="presentation">
      {entry.separator ? <Primitive.Separator className={styles.separator} /> : null}
      <Primitive.Item className={styles.item} disabled={entry.disabled ?? false} onClick={entry.onSelect}>
        <span className={styles.tick} aria-hidden>
          {entry.ticked ? '✓' : ''}
        </span>
        {entry.label}
        {entry.ticked ? <span className="visually-hidden">✓</span> : null}
        {entry.shortcut ? <kbd className={styles.keys}>{entry.shortcut}</kbd> : null}
      </Primitive.Item>
    </div>
  ));

type MenuProps = {
  readonly trigger: ReactElement<Record<string, unknown>>;
  /** Asked for when the menu opens. */
  readonly entries: () => readonly MenuEntry[];
};

const Content = ({ entries }: Pick<MenuProps, 'entries'>) => <Entries entries={entries()} />;

/** A menu that opens from a button. */
export const Menu = ({ trigger, entries }: MenuProps) => (
  <Primitive.Root>
    <Primitive.Trigger render={trigger} />
    <Primitive.Portal>
      <Primitive.Positioner sideOffset={6} align="start" className={styles.positioner}>
        <Primitive.Popup className={styles.popup}>
          <Content entries={entries} />
        </Primitive.Popup>
      </Primitive.Positioner>
    </Primitive.Portal>
  </Primitive.Root>
);

type MenuAtProps = Pick<MenuProps, 'entries'> & {
  /** What it stands beside: an element that React did not draw. */
  readonly anchor: Element;
  readonly label: string;
  /** `chosen` is false when it was put away without a choice; the focus is still in it then. */
  readonly onClose: (chosen: boolean) => void;
};

/**
 * A menu beside any element, open as long as it is rendered. What was chosen runs when the menu has let go of the focus, so
 * that it may put it anywhere.
 */
export const MenuAt = ({ anchor, label, entries, onClose }: MenuAtProps) => {
  const chosen = useRef<(() => void) | null>(null);
  const deferred = (): readonly MenuEntry[] =>
    entries().map((entry) => ({
      ...entry,
      onSelect: () => {
        chosen.current = entry.onSelect;
      },
    }));
  const runChosen = (): false => {
    chosen.current?.();
    chosen.current = null;
    return false;
  };
  return (
    <Primitive.Root open onOpenChange={(open) => open || onClose(chosen.current !== null)}>
      <Primitive.Portal>
        <Primitive.Positioner anchor={anchor} sideOffset={6} align="end" className={styles.positioner}>
          <Primitive.Popup className={styles.popup} aria-label={label} finalFocus={runChosen}>
            <Content entries={deferred} />
          </Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
};

type ContextMenuProps = Pick<MenuProps, 'entries'> & { readonly children: ReactNode };

/** The menu of a right click or the menu key on what it wraps. */
export const ContextMenu = ({ entries, children }: ContextMenuProps) => (
  <ContextPrimitive.Root>
    <ContextPrimitive.Trigger>{children}</ContextPrimitive.Trigger>
    <ContextPrimitive.Portal>
      <ContextPrimitive.Positioner className={styles.positioner}>
        <ContextPrimitive.Popup className={styles.popup}>
          <Content entries={entries} />
        </ContextPrimitive.Popup>
      </ContextPrimitive.Positioner>
    </ContextPrimitive.Portal>
  </ContextPrimitive.Root>
);
