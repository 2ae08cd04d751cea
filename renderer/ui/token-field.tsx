import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import field from './field.module.css';
import styles from './token-field.module.css';

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly tokens: readonly string[];
  readonly onChange: (tokens: readonly string[]) => void;
  readonly suggestions: readonly string[];
  /** The longest token, in characters. */
  readonly maxLength: number;
};

const same = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase();

/** Words that become tokens on Enter or a comma; Backspace in the empty field takes the last one back. */
export const TokenField = ({ label, hint, tokens, onChange, suggestions, maxLength }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');

  const add = (raw: string): void => {
    const fresh = raw
      .split(',')
      .map((word) => word.trim().slice(0, maxLength))
      .filter((word, at, all) => word !== '' && all.findIndex((other) => same(other, word)) === at)
      .filter((word) => !tokens.some((token) => same(token, word)));
    setText('');
    if (fresh.length > 0) onChange([...tokens, ...fresh]);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if ((event.key === 'Enter' || event.key === ',') && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && tokens.length > 0) {
      onChange(tokens.slice(0, -1));
    }
  };

  return (
    <div className={field.field}>
      <label className={field.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.box}>
        {tokens.map((token) => (
          <span key={token} className={styles.token}>
            {token}
            <button
              type="button"
              aria-label={t('ui.removeToken', { name: token })}
              onClick={() => onChange(tokens.filter((other) => other !== token))}
            >
              <X size={12} aria-hidden />
            </button>
          </span>
        ))}
        <input
          id={id}
          list={`${id}-suggestions`}
          value={text}
          maxLength={maxLength}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => add(text)}
        />
        <datalist id={`${id}-suggestions`}>
          {suggestions
            .filter((name) => !tokens.some((token) => same(token, name)))
            .map((name) => (
              <option key={name} value={name} />
            ))}
        </datalist>
      </div>
      {hint ? <span className={field.hint}>{hint}</span> : null}
    </div>
  );
};
