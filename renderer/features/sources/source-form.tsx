import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { publishedDate } from '../../../core/sources/page/published-date.ts';
import type { Source } from '../../../core/sources/source.ts';
import { publishersQuery } from '../../bridge/queries.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { sourceAddress } from './source-address.ts';
import styles from './sources.module.css';
import { worded } from './worded.ts';

type Props = {
  readonly label: string;
  readonly action: string;
  readonly source: Source;
  readonly onSave: (source: Source) => void;
  readonly onCancel: () => void;
};

/** What is known of an article, to be worded by hand. Escape leaves it as it was. */
export const SourceForm = ({ label, action, source, onSave, onCancel }: Props) => {
  const { t } = useTranslation();
  const [id] = useState(source.id);
  const [url, setUrl] = useState(source.url);
  const [title, setTitle] = useState(source.title);
  const [publisher, setPublisher] = useState(source.publisher);
  const [authors, setAuthors] = useState(source.authors.join(', '));
  const [published, setPublished] = useState(source.published.slice(0, 10));
  const publishers = useId();
  const { data: everUsed = [] } = useQuery(publishersQuery(''));
  const { data: usedBefore = [] } = useQuery(publishersQuery(publisher.slice(0, 200)));
  const [wrong, setWrong] = useState<'url' | 'published' | null>(null);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const address = sourceAddress(url);
    if (address === null) {
      setWrong('url');
      return;
    }
    const day = published.trim() === '' ? '' : publishedDate(published).slice(0, 10);
    if (published.trim() !== '' && day === '') {
      setWrong('published');
      return;
    }
    onSave(
      worded(
        { ...source, id },
        {
          url: address,
          title: title.trim(),
          publisher: publisher.trim(),
          authors: authors
            .split(',')
            .map((name) => name.trim().slice(0, 200))
            .filter(Boolean)
            .slice(0, 50),
          // The hour that the page gave is kept with its day.
          published: day === source.published.slice(0, 10) ? source.published : day,
        },
      ),
    );
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
        error={wrong === 'url' ? t('sources.badAddress') : undefined}
        value={url}
        maxLength={2048}
        inputMode="url"
        autoFocus
        onChange={(text) => {
          setUrl(text);
          setWrong(null);
        }}
      />
      <TextField label={t('sources.title')} value={title} maxLength={500} onChange={setTitle} />
      <TextField
        label={t('sources.publisher')}
        hint={t('sources.publisherHint')}
        value={publisher}
        maxLength={200}
        list={everUsed.length > 0 ? publishers : undefined}
        autoComplete="off"
        onChange={setPublisher}
      />
      <datalist id={publishers}>
        {usedBefore.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextField
        label={t('sources.authors')}
        hint={t('sources.authorsHint')}
        value={authors}
        maxLength={2000}
        onChange={setAuthors}
      />
      <TextField
        label={t('sources.published')}
        hint={t('sources.publishedHint')}
        error={wrong === 'published' ? t('sources.badDate') : undefined}
        value={published}
        maxLength={40}
        onChange={(text) => {
          setPublished(text);
          setWrong(null);
        }}
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
