import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newSource, type Source } from '../../../core/sources/source.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { sourceAddress } from './source-address.ts';
import styles from './sources.module.css';

type Props = {
  /** The address that was copied, dropped or handed over; empty when there was none. */
  readonly address: string;
  readonly onClose: () => void;
  /** Makes the post. Its source waits to be read. */
  readonly onCreate: (source: Source) => void;
};

const form = 'new-from-link';

/** A new post that answers the article at an address. Nothing is fetched before the writer says so here. */
export const NewFromLinkSheet = ({ address, onClose, onCreate }: Props) => {
  const { t } = useTranslation();
  const [url, setUrl] = useState(address);
  const [wrong, setWrong] = useState(false);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const chosen = sourceAddress(url);
    if (chosen === null || chosen === '') {
      setWrong(true);
      return;
    }
    const typed: Source['typed'] = url === address ? [] : ['url'];
    onCreate(newSource({ id: crypto.randomUUID(), url: chosen, waiting: true, typed }));
  };

  return (
    <Sheet
      title={t('newFromLink.title')}
      subtitle={t('newFromLink.hint')}
      onClose={onClose}
      actions={
        <>
          <ActionsGap />
          <Button kind="plain" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" type="submit" form={form}>
            {t('newFromLink.create')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.sheetForm} onSubmit={submit}>
        <TextField
          label={t('sources.address')}
          error={wrong ? t('newFromLink.badAddress') : undefined}
          value={url}
          maxLength={2048}
          inputMode="url"
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(text) => {
            setUrl(text);
            setWrong(false);
          }}
        />
      </form>
    </Sheet>
  );
};
