import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../../core/document/languages.ts';
import { bridge } from '../../bridge/client.ts';
import { changeSettings, spellingQuery, useSettings } from '../../bridge/queries.ts';
import { Button } from '../../ui/button.tsx';
import { showTrouble } from '../../ui/notices.ts';
import { Switch } from '../../ui/switch.tsx';
import styles from './settings-sheet.module.css';

/** Whether spelling is checked, where dictionaries come from, and the one that the open post needs. */
export const SpellingSetting = () => {
  const { t } = useTranslation();
  const { checkSpelling } = useSettings();
  const { language, dictionary, status } = useQuery(spellingQuery).data;
  const shown = !checkSpelling ? 'off' : status === 'declined' ? 'ask' : status;

  const download = async (): Promise<void> => {
    if (dictionary === null) return;
    const asked =
      shown === 'failed'
        ? await bridge().spelling.retry()
        : await bridge().spelling.answer({ dictionary, allow: true });
    if (!asked.ok) showTrouble(asked.error);
  };
  return (
    <>
      <Switch
        label={t('settings.checkSpelling')}
        checked={checkSpelling}
        onChange={(it) => void changeSettings({ checkSpelling: it })}
      />
      <div className={styles.line}>
        <div className={styles.about} role="status">
          <span>
            {t(`settings.spelling.${shown}`, { language: language === '' ? '' : languageName(language).english })}
          </span>
        </div>
        {shown === 'ask' || shown === 'failed' ? (
          <Button onClick={() => void download()}>
            {t(shown === 'failed' ? 'ui.retry' : 'settings.downloadDictionary')}
          </Button>
        ) : null}
      </div>
    </>
  );
};
