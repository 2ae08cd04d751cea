import { Minimize2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { keysOf } from '../ui/shortcut.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import { runCommand } from './commands.ts';
import styles from './leave-focus-mode.module.css';

/** The way back in focus mode, in the toolbar's place: shown while the pointer or the focus is there. */
export const LeaveFocusMode = () => {
  const { t } = useTranslation();
  return (
    <div className={styles.place}>
      <Tooltip text={t('view.leaveFocusMode')} shortcut={keysOf('view.focus-mode')}>
        <Button kind="plain" icon={Minimize2} onClick={() => runCommand('view.focus-mode')}>
          {t('view.leaveFocusMode')}
        </Button>
      </Tooltip>
    </div>
  );
};
