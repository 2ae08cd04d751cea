import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Discovery } from '../../../core/ipc.ts';
import type { Blog } from '../../../core/publishing/blog.ts';
import { type Result, type Trouble, trouble } from '../../../core/trouble.ts';
import { bridge } from '../../bridge/client.ts';
import { blogsQuery, infoQuery, queryClient } from '../../bridge/queries.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import styles from './connect-sheet.module.css';
import { FoundBlog } from './found-blog.tsx';

type Stage =
  | { readonly name: 'address' }
  | { readonly name: 'found'; readonly discovery: Discovery }
  | { readonly name: 'done'; readonly blog: Blog };

type Props = { readonly onClose: () => void };

const Connected = ({ blog }: { readonly blog: Blog }) => {
  const { t } = useTranslation();
  const { data: info } = useQuery(infoQuery);
  const { name } = blog.site;
  return (
    <div className={styles.stage} role="status">
      <Notice level="good" title={t('connect.doneTitle')}>
        {blog.account === null
          ? t('connect.donePlain', { name })
          : t('connect.doneText', { user: blog.account.displayName, name, role: blog.account.role })}
      </Notice>
      {blog.capabilities?.publish === false ? <TroubleNotice trouble={trouble('blog/role-cannot-publish')} /> : null}
      {info?.vault === 'until-quit' ? <Notice level="should">{t('connect.vault')}</Notice> : null}
    </div>
  );
};

/** From a blog's address to a signed-in account: found, signed in, done. */
export const ConnectSheet = ({ onClose }: Props) => {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const [looking, setLooking] = useState(false);
  const [stage, setStage] = useState<Stage>({ name: 'address' });
  const [failure, setFailure] = useState<Trouble | null>(null);

  const end = (result: Result<Blog>): void => {
    if (!result.ok) {
      setFailure(result.error);
      return;
    }
    setFailure(null);
    setStage({ name: 'done', blog: result.value });
    void queryClient.invalidateQueries({ queryKey: blogsQuery.queryKey });
  };

  // Nobody waits for the browser once the sheet is closed.
  useEffect(() => () => void bridge().blogs.cancelHandOff(), []);

  const find = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setLooking(true);
    setFailure(null);
    const found = await bridge().blogs.discover({ address: address.trim() });
    setLooking(false);
    if (found.ok) setStage({ name: 'found', discovery: found.value });
    else setFailure(found.error);
  };

  return (
    <Sheet
      title={t('connect.title')}
      subtitle={stage.name === 'address' ? t('connect.subtitle') : undefined}
      onClose={onClose}
      actions={
        stage.name === 'done' ? (
          <>
            <Button kind="plain" onClick={() => void bridge().blogs.visit({ id: stage.blog.id })}>
              {t('connect.visit')}
            </Button>
            <ActionsGap />
            <Button kind="primary" onClick={onClose}>
              {t('ui.done')}
            </Button>
          </>
        ) : null
      }
    >
      {stage.name === 'address' ? (
        <form className={styles.stage} onSubmit={(event) => void find(event)}>
          <TextField
            label={t('connect.address')}
            hint={t('connect.addressHint')}
            value={address}
            maxLength={2048}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            autoFocus
            onChange={setAddress}
          />
          {failure === null ? null : <TroubleNotice trouble={failure} />}
          <div className={styles.buttons}>
            <ActionsGap />
            <Button kind="plain" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button
              type="submit"
              kind="primary"
              disabled={looking || address.trim() === ''}
              aria-busy={looking}
              aria-live="polite"
            >
              {t(looking ? 'connect.finding' : 'connect.find')}
            </Button>
          </div>
        </form>
      ) : null}
      {stage.name === 'found' ? (
        <FoundBlog
          discovery={stage.discovery}
          failure={failure}
          onFailure={setFailure}
          onEnd={end}
          onBack={() => {
            setFailure(null);
            setStage({ name: 'address' });
          }}
        />
      ) : null}
      {stage.name === 'done' ? <Connected blog={stage.blog} /> : null}
    </Sheet>
  );
};
