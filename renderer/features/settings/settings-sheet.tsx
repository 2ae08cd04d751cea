import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Blog } from '../../../core/publishing/blog.ts';
import type { Trouble } from '../../../core/trouble.ts';
import { bridge } from '../../bridge/client.ts';
import { blogsQuery, changeSettings, infoQuery, useSettings } from '../../bridge/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { showNotice, showTrouble } from '../../ui/notices.ts';
import { Segments } from '../../ui/segments.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import { PictureLimitsSetting } from './picture-limits.tsx';
import styles from './settings-sheet.module.css';
import { SourceSettings } from './source-settings.tsx';
import { SpellingSetting } from './spelling-setting.tsx';

type Props = {
  readonly onClose: () => void;
  readonly onConnect: () => void;
  /** Opens the sheet in which shortcuts are changed. */
  readonly onShortcuts: () => void;
  /** Opens the sheet in which templates are managed. */
  readonly onTemplates: () => void;
};

const themes = ['system', 'light', 'dark'] as const;
const fonts = ['serif', 'sans', 'mono'] as const;
/** Pixels; the same limits as in `core/settings.ts`. */
const sizes = { min: 14, max: 28 } as const;

const Appearance = () => {
  const { t } = useTranslation();
  const { theme, postFont, postSize } = useSettings();
  const resize = (by: number): void => void changeSettings({ postSize: postSize + by });
  return (
    <section className={styles.section}>
      <h3>{t('settings.appearance')}</h3>
      <div className={styles.line}>
        <span>{t('settings.theme')}</span>
        <Segments
          label={t('settings.theme')}
          selected={theme}
          onSelect={(it) => void changeSettings({ theme: it })}
          options={themes.map((id) => ({ id, label: t(`settings.themes.${id}`) }))}
        />
      </div>
      <div className={styles.line}>
        <span>{t('settings.font')}</span>
        <Segments
          label={t('settings.font')}
          selected={postFont}
          onSelect={(it) => void changeSettings({ postFont: it })}
          options={fonts.map((id) => ({
            id,
            label: <span className={styles[id]}>{t(`settings.fonts.${id}`)}</span>,
          }))}
        />
      </div>
      <div className={styles.line}>
        <span>{t('settings.size')}</span>
        <fieldset className={styles.stepper} aria-label={t('settings.size')}>
          <Button disabled={postSize <= sizes.min} aria-label={t('settings.smaller')} onClick={() => resize(-1)}>
            −
          </Button>
          <output>{t('settings.pixels', { size: postSize })}</output>
          <Button disabled={postSize >= sizes.max} aria-label={t('settings.larger')} onClick={() => resize(1)}>
            +
          </Button>
        </fieldset>
      </div>
    </section>
  );
};

const Writing = () => {
  const { t } = useTranslation();
  const { smartTyping, typewriter } = useSettings();
  return (
    <section className={styles.section}>
      <h3>{t('settings.writing')}</h3>
      <Switch
        label={t('settings.smartTyping')}
        checked={smartTyping}
        onChange={(it) => void changeSettings({ smartTyping: it })}
      />
      <Switch
        label={t('settings.typewriter')}
        checked={typewriter}
        onChange={(it) => void changeSettings({ typewriter: it })}
      />
      <SpellingSetting />
    </section>
  );
};

const BlogLine = ({ blog, onConnect }: { readonly blog: Blog; readonly onConnect: () => void }) => {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { name, platform, address, signIn } = blog.site;
  const local = signIn.every((way) => way === 'none');

  const refresh = async (): Promise<void> => {
    setBusy(true);
    const result = await bridge().blogs.refresh({ id: blog.id });
    setBusy(false);
    setTrouble(result.ok ? null : result.error);
    if (!result.ok) return;
    const user = result.value.account?.displayName;
    showNotice({ text: user ? t('settings.refreshed', { name, user }) : t('settings.refreshedPlain', { name }) });
  };
  const disconnect = async (): Promise<void> => {
    const result = await bridge().blogs.disconnect({ id: blog.id });
    if (result.ok) showNotice({ text: t('settings.disconnected') });
    else showTrouble(result.error);
  };
  const visit = async (): Promise<void> => {
    const result = await bridge().blogs.visit({ id: blog.id });
    if (!result.ok) showTrouble(result.error);
  };
  return (
    <li className={styles.blog}>
      <div className={styles.about}>
        <b>{name}</b>
        <span className="selectable">
          {[
            local ? t('publish.onThisComputer') : address.replace(/^https?:\/\/|\/$/g, ''),
            ...(local ? [] : [platform]),
            ...(blog.account && !local ? [`${blog.account.displayName}, ${blog.account.role}`] : []),
          ].join(' · ')}
        </span>
        {blog.signedIn ? null : <span className={styles.signedOut}>{t('settings.signedOut')}</span>}
      </div>
      <div className={styles.buttons}>
        {blog.signedIn ? null : <Button onClick={onConnect}>{t('settings.signInAgain')}</Button>}
        <Button onClick={() => void visit()}>{t('settings.visit')}</Button>
        {local ? null : (
          <>
            <Button disabled={busy} aria-busy={busy} onClick={() => void refresh()}>
              {t('settings.refresh')}
            </Button>
            <Button onClick={() => setAsking(true)}>{t('settings.disconnect')}</Button>
          </>
        )}
      </div>
      <PictureLimitsSetting blog={blog} />
      {trouble === null ? null : <TroubleNotice trouble={trouble} />}
      {asking ? (
        <Confirm
          title={t('settings.disconnectTitle', { name })}
          text={t('settings.disconnectText')}
          action={t('settings.disconnectAction')}
          onConfirm={() => void disconnect()}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </li>
  );
};

const Safety = () => {
  const { t } = useTranslation();
  const { data: info } = useQuery(infoQuery);
  if (info === undefined) return null;
  return (
    <section className={styles.section}>
      <h3>{t('settings.safety')}</h3>
      <div className={styles.line}>
        <div className={styles.about}>
          <b>{t('settings.dataFolder')}</b>
          <span className="selectable">{info.dataFolder}</span>
        </div>
        <Button onClick={() => void bridge().app.showDataFolder()}>{t('settings.showFolder')}</Button>
      </div>
      <div className={styles.about}>
        <b>{t('settings.passwords')}</b>
        <span>{t(`settings.vault.${info.vault}`)}</span>
      </div>
    </section>
  );
};

/** Appearance, writing, sources, blogs, templates, shortcuts and safety. Everything takes effect at once. */
export const SettingsSheet = ({ onClose, onConnect, onShortcuts, onTemplates }: Props) => {
  const { t } = useTranslation();
  const { data: blogs = [] } = useQuery(blogsQuery);
  const { data: info } = useQuery(infoQuery);
  return (
    <Sheet
      title={t('settings.title')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <span className={styles.version}>
            {info === undefined ? '' : t('settings.version', { version: info.version, electron: info.electron })}
          </span>
          <ActionsGap />
          <Button kind="primary" onClick={onClose}>
            {t('ui.done')}
          </Button>
        </>
      }
    >
      <Appearance />
      <Writing />
      <SourceSettings />
      <section className={styles.section}>
        <h3>{t('settings.blogs')}</h3>
        <ul className={styles.blogs}>
          {blogs.map((blog) => (
            <BlogLine key={blog.id} blog={blog} onConnect={onConnect} />
          ))}
        </ul>
        <Button kind="link" onClick={onConnect}>
          {t('settings.connect')}
        </Button>
      </section>
      <section className={styles.section}>
        <h3>{t('settings.templates')}</h3>
        <div className={styles.line}>
          <span>{t('settings.templatesText')}</span>
          <Button onClick={onTemplates}>{t('settings.manageTemplates')}</Button>
        </div>
      </section>
      <section className={styles.section}>
        <h3>{t('settings.shortcuts')}</h3>
        <div className={styles.line}>
          <span>{t('settings.shortcutsText')}</span>
          <Button onClick={onShortcuts}>{t('settings.changeShortcuts')}</Button>
        </div>
      </section>
      <Safety />
    </Sheet>
  );
};
