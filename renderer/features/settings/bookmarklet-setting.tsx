import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/client.ts';
import { Button } from '../../ui/button.tsx';
import { showNotice, showTrouble } from '../../ui/notices.ts';
import script from './bookmarklet.js?raw';
import styles from './settings-sheet.module.css';

/** The address of the bookmark: the script as it stands in its file. */
const bookmarklet = `javascript:${encodeURIComponent(script)}`;

const browsers = ['chrome', 'firefox', 'safari'] as const;

/** The bookmark by which a browser hands the page in it to a new post, and how it is made. */
export const BookmarkletSetting = () => {
  const { t } = useTranslation();
  const copy = async (): Promise<void> => {
    const copied = await bridge().app.copyText({ text: bookmarklet });
    if (copied.ok) showNotice({ text: t('settings.bookmarkletCopied') });
    else showTrouble(copied.error);
  };
  return (
    <>
      <div className={styles.line}>
        <div className={styles.about}>
          <b>{t('settings.bookmarklet')}</b>
        </div>
        <Button onClick={() => void copy()}>{t('settings.copyBookmarklet')}</Button>
      </div>
      <div className={styles.about}>
        <span>{t('settings.bookmarkletText')}</span>
        <ul className={styles.steps}>
          {browsers.map((browser) => (
            <li key={browser}>{t(`settings.bookmarkletIn.${browser}`)}</li>
          ))}
        </ul>
        <span>{t('settings.bookmarkletClick')}</span>
      </div>
    </>
  );
};
