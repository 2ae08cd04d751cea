import { useTranslation } from 'react-i18next';
import { changeSettings, useSettings } from '../../bridge/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { BookmarkletSetting } from './bookmarklet-setting.tsx';
import styles from './settings-sheet.module.css';

/** Words; the same limits as in `core/settings.ts`. */
const limits = { min: 7, max: 20 } as const;

/** What the app does with the articles that posts answer. */
export const SourceSettings = () => {
  const { t } = useTranslation();
  const { copyCheck, copyMinimum, creditMarks, compareSources } = useSettings();
  const lengthen = (by: number): void => void changeSettings({ copyMinimum: copyMinimum + by });
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
      <div className={styles.line}>
        <span>{t('settings.copyMinimum')}</span>
        <fieldset className={styles.stepper} aria-label={t('settings.copyMinimum')} disabled={!copyCheck}>
          <Button
            disabled={copyMinimum <= limits.min}
            aria-label={t('settings.fewerWords')}
            onClick={() => lengthen(-1)}
          >
            −
          </Button>
          <output>{t('settings.copyMinimumWords', { count: copyMinimum })}</output>
          <Button disabled={copyMinimum >= limits.max} aria-label={t('settings.moreWords')} onClick={() => lengthen(1)}>
            +
          </Button>
        </fieldset>
      </div>
      <Switch
        label={t('settings.creditMarks')}
        checked={creditMarks}
        onChange={(it) => void changeSettings({ creditMarks: it })}
      />
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
