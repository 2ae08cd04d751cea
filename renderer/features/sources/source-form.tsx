import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../../core/sources/source.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { sourceAddress } from './source-address.ts';
import styles from './sources.module.css';

type Props = {
  readonly label: string;
  readonly action: string;
  readonly source: Source;
  readonly onSave: (source: Source) => void;
  readonly onCancel: () => void;
};

/** Address, title and publisher of an article. Escape leaves it as it was. */
export const SourceForm = ({ label, action, source, onSave, onCancel }: Props) => {
  const { t } = useTranslation();
  const [id] = useState(source.id);
  const [url, setUrl] = useState(source.url);
  const [title, setTitle] = useState(source.title);
  const [publisher, setPublisher] = useState(source.publisher);
  const [wrong, setWrong] = useState(false);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const address = sourceAddress(url);
    if (address === null) {
      setWrong(true);
      return;
    }
    onSave({ ...source, id, url: address, title: title.trim(), publisher: publisher.trim() });
  };

  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextField
        label={t('sources.address')}
        hint={t('sources.addressHint')}
        error={wrong ? t('sources.badAddress') : undefined}
        value={url}
        maxLength={2048}
        inputMode="url"
        autoFocus
        onChange={(text) => {
          setUrl(text);
          setWrong(false);
        }}
      />
      <TextField label={t('sources.title')} value={title} maxLength={500} onChange={setTitle} />
      <TextField
        label={t('sources.publisher')}
        hint={t('sources.publisherHint')}
        value={publisher}
        maxLength={200}
        onChange={setPublisher}
      />
      <div className={styles.actions}>
        <Button type="submit" kind="primary">
          {action}
        </Button>
        <Button kind="plain" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
};
