import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import styles from './checks.module.css';

type Props = {
  /** What is left as it is. */
  readonly title: string;
  readonly onSave: (reason: string) => void;
  readonly onCancel: () => void;
};

/** Asks for the one reason that a post goes out with something that a check found. Escape leaves it open. */
export const ReasonForm = ({ title, onSave, onCancel }: Props) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (given !== '') onSave(given);
  };
  return (
    <form
      className={styles.reason}
      aria-label={t('checks.leave', { what: title })}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextField
        label={t('checks.reason')}
        hint={t('checks.reasonHint')}
        value={reason}
        maxLength={500}
        autoFocus
        onChange={setReason}
      />
      <div className={styles.actions}>
        <Button type="submit" disabled={given === ''}>
          {t('checks.keepReason')}
        </Button>
        <Button kind="plain" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
};
