import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trouble } from '../../core/trouble.ts';
import { bridge } from '../bridge/client.ts';
import { troubleDetails, troubleText } from '../i18n/trouble-text.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { showNotice } from './notices.ts';
import styles from './trouble-notice.module.css';

type Props = {
  readonly trouble: Trouble;
  /** Buttons for the next step, before "Copy details". */
  readonly children?: ReactNode;
};

/** A trouble in place: what happened, what is safe, what to do next, and the details to copy. */
export const TroubleNotice = ({ trouble, children }: Props) => {
  const { t } = useTranslation();
  const { sentence, safe, next } = troubleText(trouble);
  const copy = async (): Promise<void> => {
    const result = await bridge().app.copyText({ text: troubleDetails(trouble) });
    if (result.ok) showNotice({ text: t('ui.copied') });
  };
  return (
    <div role="alert">
      <Notice level="must" title={sentence}>
        {safe === '' ? next : `${safe} ${next}`}
      </Notice>
      <div className={styles.actions}>
        {children}
        <Button kind="link" onClick={() => void copy()}>
          {t('ui.copyDetails')}
        </Button>
      </div>
    </div>
  );
};
