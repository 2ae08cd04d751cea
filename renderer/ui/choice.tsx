import styles from './choice.module.css';

type Props<Id extends string> = {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
};

/** A choice among many, in the system's own list, with its label beside it. */
export const Choice = <Id extends string>({ label, options, selected, onSelect }: Props<Id>) => (
  <label className={styles.choice}>
    <span>{label}</span>
    <select value={selected} onChange={(event) => onSelect(event.target.value as Id)}>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
);
