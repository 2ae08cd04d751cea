import { useState } from 'react';
import { type Cut, moveTo, resize } from '../../../core/pictures/cut.ts';
import type { Size } from '../../../core/pictures/limits.ts';
import { TextField } from '../../ui/field.tsx';
import { words } from '../words.ts';
import styles from './cut-sheet.module.css';

type SideProps = { readonly label: string; readonly value: number; readonly onChange: (value: number) => void };

/** A number that counts when it is left or confirmed, not while its first digits are typed. */
const Side = ({ label, value, onChange }: SideProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (): void => {
    if (typed !== null && /^\d{1,5}$/.test(typed.trim())) onChange(Number(typed));
    setTyped(null);
  };
  return (
    <TextField
      label={label}
      value={typed ?? String(value)}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
      inputMode="numeric"
      autoComplete="off"
    />
  );
};

type Props = {
  readonly size: Size;
  readonly cut: Cut;
  readonly shape: number | null;
  readonly onChange: (cut: Cut) => void;
};

/** The rectangle in numbers, in pixels of the picture as it is turned. */
export const CutSides = ({ size, cut, shape, onChange }: Props) => {
  const toWidth = (width: number): void => {
    const right = width - cut.width;
    onChange(resize(cut, size, shape === null ? { right } : { right, bottom: right / shape }, shape));
  };
  const toHeight = (height: number): void => {
    const bottom = height - cut.height;
    onChange(resize(cut, size, shape === null ? { bottom } : { bottom, right: bottom * shape }, shape));
  };
  return (
    <div className={styles.sides}>
      <Side label={words('cut.width')} value={cut.width} onChange={toWidth} />
      <Side label={words('cut.height')} value={cut.height} onChange={toHeight} />
      <Side label={words('cut.left')} value={cut.x} onChange={(x) => onChange(moveTo(cut, size, x, cut.y))} />
      <Side label={words('cut.top')} value={cut.y} onChange={(y) => onChange(moveTo(cut, size, cut.x, y))} />
    </div>
  );
};
