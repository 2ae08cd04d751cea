import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import styles from './options.module.css';

type RowProps = {
  readonly id: string;
  /** Where the keys are; brought into sight. */
  readonly active: boolean;
  /** What is chosen, where that is another one than the active. */
  readonly selected?: boolean;
  readonly disabled?: boolean;
  readonly className: string | undefined;
  readonly onPoint?: () => void;
  readonly onChoose: () => void;
  readonly children: ReactNode;
};

/** A line of a list that is walked by keys while the focus stays in a field or a text. */
export const OptionRow = ({
  id,
  active,
  selected = active,
  disabled = false,
  className = '',
  onPoint,
  onChoose,
  children,
}: RowProps) => {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: whoever has the focus takes the keys.
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-disabled={disabled || undefined}
      className={`${styles.option} ${className}`}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
};

type Walk = {
  readonly count: number;
  /** The option that is active at first. */
  readonly start?: number;
  /** How far PageUp and PageDown go. */
  readonly pageStep: number;
  /** Whether the arrows go on at the other end. */
  readonly wraps?: boolean;
  readonly onEnter: (at: number) => void;
};

/** Which of some options is active, -1 where there is none, and the keys that walk them. */
export const useOptionKeys = ({ count, start = 0, pageStep, wraps = false, onEnter }: Walk) => {
  const [wanted, setActive] = useState(start);
  const active = Math.min(wanted, count - 1);
  const move = (by: number): void => setActive(Math.max(0, Math.min(count - 1, active + by)));
  const step = (by: 1 | -1): void => (wraps ? setActive((active + by + count) % Math.max(1, count)) : move(by));
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      PageDown: () => move(pageStep),
      PageUp: () => move(-pageStep),
      Enter: () => onEnter(active),
    };
    const run = keys[event.key];
    if (run === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    run();
  };
  return { active, setActive, onKeyDown };
};

type SearchProps = {
  readonly label: string;
  readonly placeholder: string;
  /** The id of the list. */
  readonly list: string;
  /** The id of the active option. */
  readonly current: string | undefined;
  readonly className: string | undefined;
  readonly iconSize: number;
  readonly maxLength: number;
  readonly value: string;
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** The field over a list of options that has the focus and finds them by a few letters. */
export const OptionSearch = ({
  label,
  list,
  current,
  className = '',
  iconSize,
  field,
  onChange,
  ...input
}: SearchProps) => (
  <div className={`${styles.search} ${className}`}>
    <Search size={iconSize} strokeWidth={1.75} aria-hidden />
    <input
      ref={field}
      type="text"
      role="combobox"
      aria-label={label}
      aria-expanded
      aria-controls={list}
      aria-autocomplete="list"
      aria-activedescendant={current}
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      {...input}
    />
  </div>
);

type ListProps = {
  readonly id: string;
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
};

/** The list itself; nothing of it is seen while it is empty. */
export const OptionList = ({ id, label, className = '', children }: ListProps) => (
  <div id={id} role="listbox" aria-label={label} className={`${styles.list} ${className}`}>
    {children}
  </div>
);
