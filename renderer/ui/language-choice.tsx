import { Popover } from '@base-ui/react/popover';
import { ChevronsUpDown } from 'lucide-react';
import { useId, useState } from 'react';
import { languageName } from '../../core/document/languages.ts';
import field from './field.module.css';
import styles from './language-choice.module.css';
import { LanguageList } from './language-list.tsx';
import popover from './popover.module.css';

type Props = {
  readonly label: string;
  /** One quiet line under it. */
  readonly hint?: string;
  /** BCP 47. */
  readonly selected: string;
  readonly recent: readonly string[];
  readonly onSelect: (tag: string) => void;
};

/** A labelled language and, behind it, the list of all. */
export const LanguageChoice = ({ label, hint, selected, recent, onSelect }: Props) => {
  const id = useId();
  const [open, setOpen] = useState(false);
  const { english, own } = languageName(selected);
  return (
    <div className={field.field}>
      <span id={`${id}-label`} className={field.label}>
        {label}
      </span>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          id={id}
          className={`${field.control} ${styles.trigger}`}
          aria-labelledby={`${id}-label ${id}`}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        >
          <span className={styles.name}>{own === english ? english : `${english} · ${own}`}</span>
          <ChevronsUpDown size={14} strokeWidth={1.75} aria-hidden />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className={popover.positioner} align="start" sideOffset={4} collisionPadding={12}>
            <Popover.Popup className={`${popover.popup} ${styles.popup}`} aria-label={label}>
              <LanguageList
                label={label}
                selected={selected}
                recent={recent}
                onSelect={(tag) => {
                  setOpen(false);
                  onSelect(tag);
                }}
              />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className={field.hint}>
          {hint}
        </span>
      )}
    </div>
  );
};
