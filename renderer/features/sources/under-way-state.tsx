import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../core/sources/label.ts';
import type { Source } from '../../../core/sources/source.ts';
import { Button } from '../../ui/button.tsx';
import styles from './sources.module.css';
import { useUnderWay } from './under-way.ts';

/** Says what is asked for a source besides its page, while it is. */
export const UnderWayState = ({ source }: { readonly source: Source }) => {
  const { t } = useTranslation();
  const work = useUnderWay((all) => all[source.id]);
  if (work === undefined) return null;
  const name = labelOf(source) || t('sources.untitled');
  return (
    <div className={styles.state}>
      <span className={styles.progress} aria-hidden />
      <span role="status">{t(`underWay.${work.what}`)}</span>
      <Button kind="link" aria-label={t(`underWay.cancel.${work.what}`, { name })} onClick={work.cancel}>
        {t('ui.cancel')}
      </Button>
    </div>
  );
};
