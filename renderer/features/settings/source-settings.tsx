import { useTranslation } from 'react-i18next';
import { changeSettings, useSettings } from '../../bridge/queries.ts';
import { Switch } from '../../ui/switch.tsx';
import { BookmarkletSetting } from './bookmarklet-setting.tsx';
import styles from './settings-sheet.module.css';

/** What the app does with the articles that posts answer. */
export const SourceSettings = () => {
  const { t } = useTranslation();
  const { copyCheck, compareSources } = useSettings();
  return (
    <section className={styles.section}>
      <h3>{t('settings.sources')}</h3>
      <Switch
        label={t('settings.copyCheck')}
        checked={copyCheck}
        onChange={(it) => void changeSettings({ copyCheck: it })}
      />
      <div className={styles.about}>
        <span>{t('settings.copyCheckRule')}</span>
      </div>
      <Switch
        label={t('settings.compareSources')}
        checked={compareSources}
        onChange={(it) => void changeSettings({ compareSources: it })}
      />
      <div className={styles.about}>
        <span>{t('settings.compareSourcesText')}</span>
      </div>
      <BookmarkletSetting />
    </section>
  );
};
