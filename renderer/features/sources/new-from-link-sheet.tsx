import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CopiedPage, isSamePage } from '../../../core/sources/copied-page.ts';
import { newSource, type Source } from '../../../core/sources/source.ts';
import { bridge } from '../../bridge/client.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { readCopied } from './reading.ts';
import { sourceAddress } from './source-address.ts';
import styles from './sources.module.css';

type Props = {
  /** The address that was copied, dropped or handed over; empty when there was none. */
  readonly address: string;
  readonly onClose: () => void;
  /** Makes the post. Its source waits to be read; `quoted` are words of it that the post begins with, or none. */
  readonly onCreate: (source: Source, quoted: string) => void;
};

const form = 'new-from-link';

type Copied = Omit<CopiedPage, 'page'>;

/** The page that the bookmarklet left on the clipboard, once it was looked for. */
const useCopied = (): Copied | null => {
  const [copied, setCopied] = useState<Copied | null>(null);
  useEffect(() => {
    let isOpen = true;
    void bridge()
      .sources.copied()
      .then((found) => isOpen && setCopied(found.ok ? found.value : null));
    return () => {
      isOpen = false;
    };
  }, []);
  return copied;
};

/** A new post that answers the article at an address. Nothing is fetched before the writer says so here. */
export const NewFromLinkSheet = ({ address, onClose, onCreate }: Props) => {
  const { t } = useTranslation();
  const [url, setUrl] = useState(address);
  const [wrong, setWrong] = useState(false);
  const [takesPage, setTakesPage] = useState(true);
  const [quotes, setQuotes] = useState(true);
  const found = useCopied();
  const copied = found !== null && isSamePage(found.address, sourceAddress(url) ?? '') ? found : null;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const chosen = sourceAddress(url);
    if (chosen === null || chosen === '') {
      setWrong(true);
      return;
    }
    const typed: Source['typed'] = url === address ? [] : ['url'];
    const source = newSource({ id: crypto.randomUUID(), url: chosen, waiting: true, typed });
    if (copied !== null && takesPage) readCopied(source.id);
    onCreate(source, copied !== null && quotes ? copied.selection : '');
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
        {copied === null ? null : (
          <fieldset className={styles.offers} aria-label={t('newFromLink.copied')}>
            <label>
              <input type="checkbox" checked={takesPage} onChange={() => setTakesPage(!takesPage)} />
              <span>
                <b>{t('newFromLink.takePage')}</b>
                <em>{t('newFromLink.takePageHint', { address: copied.address })}</em>
              </span>
            </label>
            {copied.selection === '' ? null : (
              <label>
                <input type="checkbox" checked={quotes} onChange={() => setQuotes(!quotes)} />
                <span>
                  <b>{t('newFromLink.quote')}</b>
                  <em>{t('newFromLink.quoteHint')}</em>
                  <em className={styles.selected}>{copied.selection}</em>
                </span>
              </label>
            )}
          </fieldset>
        )}
      </form>
    </Sheet>
  );
};
