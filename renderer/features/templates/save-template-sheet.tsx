import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostId } from '../../../core/document/post.ts';
import type { Result, Trouble } from '../../../core/trouble.ts';
import { bridge } from '../../bridge/client.ts';
import { changeSettings, templatesQuery } from '../../bridge/queries.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { showNotice } from '../../ui/notices.ts';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import styles from './templates.module.css';

type Props = {
  readonly postId: PostId;
  readonly headline: string;
  /** Puts the post on disk first: the template is made of what is there. */
  readonly flush: () => Promise<Result<void>>;
  readonly onClose: () => void;
};

/** Saves the open post as a template: its frame, and its words where they are wanted. */
export const SaveTemplateSheet = ({ postId, headline, flush, onClose }: Props) => {
  const { t } = useTranslation();
  const { data } = useQuery(templatesQuery);
  // The headline is known when typing rests; until the writer types a name it is the template's.
  const [typed, setName] = useState<string | null>(null);
  const name = typed ?? headline.slice(0, 100);
  const [description, setDescription] = useState('');
  const [keepText, setKeepText] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const wanted = name.trim();
  const taken = data?.items.some((item) => item.name.toLocaleLowerCase() === wanted.toLocaleLowerCase()) === true;
  const wrong = wanted === '' ? t('templates.nameMissing') : taken ? t('templates.nameTaken') : null;

  const save = async (): Promise<void> => {
    setTried(true);
    if (wrong !== null || busy) return;
    setBusy(true);
    const flushed = await flush();
    const saved = flushed.ok
      ? await bridge().templates.saveFromPost({ post: postId, name: wanted, description, keepText })
      : flushed;
    setBusy(false);
    if (!saved.ok) {
      setTrouble(saved.error);
      return;
    }
    onClose();
    const { id } = saved.value;
    showNotice({
      text: t('templates.saved', { name: wanted }),
      action: { label: t('templates.useAlways'), onAction: () => void changeSettings({ defaultTemplate: id }) },
    });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <Sheet
      title={t('templates.saveTitle')}
      subtitle={t('templates.saveHint')}
      onClose={onClose}
      actions={
        <>
          <ActionsGap />
          <Button kind="plain" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" disabled={busy} aria-busy={busy} onClick={() => void save()}>
            {t('templates.saveAction')}
          </Button>
        </>
      }
    >
      <form className={styles.form} onSubmit={onSubmit}>
        <TextField
          label={t('templates.name')}
          value={name}
          maxLength={100}
          error={tried || (taken && wanted !== '') ? wrong : null}
          onChange={setName}
        />
        <TextArea
          label={t('templates.description')}
          hint={t('templates.descriptionHint')}
          value={description}
          maxLength={300}
          rows={2}
          onChange={setDescription}
        />
        <Switch label={t('templates.keepText')} checked={keepText} onChange={setKeepText} />
        <p className={styles.quiet}>{t(keepText ? 'templates.keepTextOn' : 'templates.keepTextOff')}</p>
        {trouble === null ? null : <TroubleNotice trouble={trouble} />}
        {/* Enter in a form of several fields presses its button. */}
        <button type="submit" hidden />
      </form>
    </Sheet>
  );
};
