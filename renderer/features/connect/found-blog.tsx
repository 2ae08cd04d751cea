import { type FormEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Discovery } from '../../../core/ipc.ts';
import type { Blog } from '../../../core/publishing/blog.ts';
import type { Result, Trouble } from '../../../core/trouble.ts';
import { bridge } from '../../bridge/client.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ActionsGap } from '../../ui/sheet.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import styles from './connect-sheet.module.css';

type Props = {
  readonly discovery: Discovery;
  readonly failure: Trouble | null;
  readonly onFailure: (failure: Trouble | null) => void;
  readonly onEnd: (result: Result<Blog>) => void;
  readonly onBack: () => void;
};

const foundKey = (ways: Discovery['site']['signIn']): string => {
  if (ways.includes('hand-off')) return 'connect.foundHandOff';
  if (ways.includes('password')) return 'connect.foundPassword';
  return ways.includes('none') ? 'connect.foundNone' : 'connect.foundNothing';
};

type PasswordProps = Pick<Props, 'discovery' | 'onEnd' | 'onFailure'> & {
  /** The button that sends the form stands outside it. */
  readonly formId: string;
  readonly allowInsecure: boolean;
  readonly onChecking: (checking: boolean) => void;
};

const PasswordForm = ({ discovery, formId, allowInsecure, onEnd, onFailure, onChecking }: PasswordProps) => {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');

  const signIn = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    onChecking(true);
    onFailure(null);
    const result = await bridge().blogs.signInWithPassword({
      discovery: discovery.id,
      username: username.trim(),
      password: password.trim(),
      allowInsecure,
    });
    onChecking(false);
    onEnd(result);
  };
  return (
    <form id={formId} className={styles.form} onSubmit={(event) => void signIn(event)}>
      <TextField
        label={t('connect.username')}
        value={username}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        required
        onChange={setUsername}
      />
      <TextField
        label={t('connect.password')}
        hint={t('connect.passwordHint')}
        type="password"
        value={password}
        maxLength={500}
        autoComplete="off"
        required
        onChange={setPassword}
      />
    </form>
  );
};

/** What was found at the address, and the ways to sign in there. */
export const FoundBlog = ({ discovery, failure, onFailure, onEnd, onBack }: Props) => {
  const { t } = useTranslation();
  const { site, insecure } = discovery;
  const canHandOff = site.signIn.includes('hand-off');
  const canPaste = site.signIn.includes('password');
  const [pasting, setPasting] = useState(!canHandOff && canPaste);
  const [waiting, setWaiting] = useState(false);
  const [checking, setChecking] = useState(false);
  const formId = useId();
  const [allowInsecure, setAllowInsecure] = useState(false);

  useEffect(
    () =>
      bridge().on('signInEnded', (result) => {
        setWaiting(false);
        onEnd(result);
      }),
    [onEnd],
  );

  const handOff = async (): Promise<void> => {
    onFailure(null);
    const started = await bridge().blogs.startHandOff({ discovery: discovery.id, allowInsecure });
    if (started.ok) setWaiting(true);
    else onFailure(started.error);
  };
  const cancel = (): void => {
    setWaiting(false);
    void bridge().blogs.cancelHandOff();
  };
  const blocked = insecure && !allowInsecure;

  return (
    <div className={styles.stage}>
      <Notice level={canHandOff || canPaste ? 'good' : 'should'} title={site.name}>
        <span className={styles.address}>{site.address}</span>
        {t(foundKey(site.signIn), { platform: site.platform })}
      </Notice>
      {insecure ? (
        <div className={styles.insecure}>
          <Notice level="should" title={t('connect.insecureTitle')}>
            {t('connect.insecureText')}
          </Notice>
          <label className={styles.allow}>
            <input
              type="checkbox"
              checked={allowInsecure}
              onChange={(event) => setAllowInsecure(event.target.checked)}
            />
            {t('connect.insecureAllow')}
          </label>
        </div>
      ) : null}
      {failure === null ? null : <TroubleNotice trouble={failure} />}
      {waiting ? (
        <div className={styles.waiting} role="status">
          <b>{t('connect.waiting')}</b>
          <span>{t('connect.waitingText')}</span>
        </div>
      ) : null}
      {pasting ? (
        <PasswordForm
          discovery={discovery}
          formId={formId}
          allowInsecure={allowInsecure}
          onEnd={onEnd}
          onFailure={onFailure}
          onChecking={setChecking}
        />
      ) : null}
      <div className={styles.buttons}>
        {canPaste && canHandOff ? (
          <Button
            kind="link"
            onClick={() => {
              cancel();
              setPasting(!pasting);
            }}
          >
            {t(pasting ? 'connect.browserInstead' : 'connect.pasteInstead')}
          </Button>
        ) : null}
        <ActionsGap />
        {waiting ? (
          <Button kind="plain" onClick={cancel}>
            {t('ui.cancel')}
          </Button>
        ) : (
          <Button kind="plain" onClick={onBack}>
            {t('connect.otherAddress')}
          </Button>
        )}
        {pasting ? (
          <Button type="submit" form={formId} kind="primary" disabled={checking || blocked} aria-busy={checking}>
            {t(checking ? 'connect.checking' : 'connect.passwordAction')}
          </Button>
        ) : null}
        {canHandOff && !pasting ? (
          <Button kind="primary" disabled={blocked} onClick={() => void handOff()}>
            {t(waiting ? 'connect.again' : 'connect.signIn')}
          </Button>
        ) : null}
      </div>
    </div>
  );
};
