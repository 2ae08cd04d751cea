import { Switch as Primitive } from '@base-ui/react/switch';
import styles from './switch.module.css';

type Props = { readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void };

/** Something that is on or off at once, with its label beside it. */
export const Switch = ({ label, checked, onChange }: Props) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is the primitive's button inside, which a label names.
  <label className={styles.label}>
    <Primitive.Root className={styles.track} checked={checked} onCheckedChange={onChange}>
      <Primitive.Thumb className={styles.thumb} />
    </Primitive.Root>
    {label}
  </label>
);
