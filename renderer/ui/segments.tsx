import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { ReactNode } from 'react';
import styles from './segments.module.css';

type Props<Id extends string> = {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: ReactNode }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
};

/** A choice among a few, all in sight; arrow keys move it. */
export const Segments = <Id extends string>({ label, options, selected, onSelect }: Props<Id>) => (
  <RadioGroup className={styles.group} aria-label={label} value={selected} onValueChange={(id) => onSelect(id as Id)}>
    {options.map((option) => (
      <Radio.Root
        key={option.id}
        value={option.id}
        className={styles.segment}
        render={<button type="button" />}
        nativeButton
      >
        {option.label}
      </Radio.Root>
    ))}
  </RadioGroup>
);
