import { Field as Primitive } from '@base-ui/react/field';
import type { ComponentProps, ReactNode } from 'react';
import styles from './field.module.css';

type FieldProps = {
  readonly label: string;
  /** One quiet line under the control. */
  readonly hint?: ReactNode;
  /** Takes the hint's place and marks the control as wrong. */
  readonly error?: ReactNode;
};

type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'className' | 'defaultValue' | 'style'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
  };

const Frame = ({ label, hint, error, children }: FieldProps & { readonly children: ReactNode }) => (
  <Primitive.Root className={styles.field} invalid={error !== undefined && error !== null}>
    <Primitive.Label className={styles.label}>{label}</Primitive.Label>
    {children}
    {error ? (
      <Primitive.Description className={styles.error} role="alert">
        {error}
      </Primitive.Description>
    ) : hint ? (
      <Primitive.Description className={styles.hint}>{hint}</Primitive.Description>
    ) : null}
  </Primitive.Root>
);

/** A labelled line of text. */
export const TextField = ({ label, hint, error, value, onChange, ...rest }: TextFieldProps) => (
  <Frame label={label} hint={hint} error={error}>
    <Primitive.Control className={styles.control} {...rest} value={value} onValueChange={onChange} />
  </Frame>
);

type TextAreaProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly name?: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
};

/** A labelled text of several lines, growing with what is written. */
export const TextArea = ({ label, hint, error, value, onChange, rows = 3, ...rest }: TextAreaProps) => (
  <Frame label={label} hint={hint} error={error}>
    <Primitive.Control
      className={`${styles.control} ${styles.area}`}
      render={<textarea rows={rows} style={{ minHeight: `${rows * 1.5 + 1.1}em` }} {...rest} />}
      value={value}
      onValueChange={onChange}
    />
  </Frame>
);
