import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../core/sources/label.ts';
import type { Source } from '../../../core/sources/source.ts';
import { Button } from '../../ui/button.tsx';
import { cancelArchived, useIsAsking } from './archiving.ts';
import styles from './sources.module.css';

/** Says that the archive is asked for a copy, while it is. */
export const ArchivingState = ({ source }: { readonly source: Source }) => {
  const { t } = useTranslation();
  if (!useIsAsking(source.id)) return null;
  return (
    <div className={styles.state}>
      <span className={styles.progress} aria-hidden />
      <span role="status">{t('archive.asking')}</span>
      <Button
        kind="link"
        aria-label={t('archive.cancelFor', { name: labelOf(source) || t('sources.untitled') })}
        onClick={() => cancelArchived(source.id)}
      >
        {t('ui.cancel')}
      </Button>
    </div>
  );
};
