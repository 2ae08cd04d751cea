import { type FocusEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';

type Props = {
  readonly label: string;
  readonly className?: string | undefined;
  /**
   * `one`: Tab passes it in one step and comes back to where it was left. `each`: Tab goes through its controls too, where
   * they are a small form that is filled in.
   */
  readonly stops?: 'one' | 'each';
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
};

const controlsOf = (line: HTMLElement): readonly HTMLElement[] => [
  ...line.querySelectorAll<HTMLElement>('button:not(:disabled), input:not(:disabled, [aria-hidden]), [role="switch"]'),
];

/** In a line of text the arrow keys move the caret until it stands at that end, and Home and End stay there. */
const movesCaret = (target: EventTarget, key: string): boolean => {
  if (!(target instanceof HTMLInputElement) || target.type !== 'text') return false;
  if (key === 'Home' || key === 'End') return true;
  const { selectionStart, selectionEnd, value } = target;
  return selectionStart !== selectionEnd || selectionStart !== (key === 'ArrowRight' ? value.length : 0);
};

/** Which control a key leads to from the one with the focus; undefined for every other key. */
const ledTo = (controls: readonly HTMLElement[], key: string): HTMLElement | undefined => {
  const at = controls.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return undefined;
  if (key === 'Home') return controls[0];
  if (key === 'End') return controls.at(-1);
  if (key === 'ArrowRight') return controls[(at + 1) % controls.length];
  return key === 'ArrowLeft' ? controls.at(at - 1) : undefined;
};

/** A line of controls that the arrow keys, Home and End walk (ARIA APG, "Toolbar Pattern"). */
export const Toolbar = ({ label, className, stops = 'one', onKeyDown, children }: Props) => {
  const line = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLElement | null>(null);

  // The controls belong to whoever draws them and know nothing of each other; this is all that one of them may not decide.
  const keepOneStop = (): void => {
    const controls = line.current === null || stops === 'each' ? [] : controlsOf(line.current);
    const stop = controls.find((it) => it === last.current) ?? controls[0];
    for (const control of controls) control.tabIndex = control === stop ? 0 : -1;
  };
  useLayoutEffect(keepOneStop);

  const onFocus = ({ currentTarget, target }: FocusEvent): void => {
    // React also tells of the focus in a menu that belongs to one of the buttons and lies elsewhere on the page.
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
    last.current = target;
    keepOneStop();
  };
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const next = movesCaret(event.target, event.key) ? undefined : ledTo(controlsOf(event.currentTarget), event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div ref={line} role="toolbar" aria-label={label} className={className} onFocus={onFocus} onKeyDown={walk}>
      {children}
    </div>
  );
};
