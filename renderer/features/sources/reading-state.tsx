import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../core/sources/label.ts';
import type { Source } from '../../../core/sources/source.ts';
import { trouble } from '../../../core/trouble.ts';
import { troubleText } from '../../i18n/trouble-text.ts';
import { Button } from '../../ui/button.tsx';
import { useIsReading } from './reading.ts';
import styles from './sources.module.css';

type Props = {
  readonly source: Source;
  readonly onRead: () => void;
  readonly onCancel: () => void;
};

/** How far reading the page of a source got: under way, waiting for a network, or why it gave nothing. */
export const ReadingState = ({ source, onRead, onCancel }: Props) => {
  const { t } = useTranslation();
  const isReading = useIsReading(source.id);
  const name = labelOf(source) || t('sources.untitled');
  const { waiting } = source;
  if (isReading || waiting) {
    return (
      <div className={styles.state}>
        {isReading ? <span className={styles.progress} aria-hidden /> : null}
        <span role="status">{t(isReading ? 'sources.reading' : 'sources.waits')}</span>
        {isReading ? null : (
          <Button kind="link" aria-label={t('sources.tryAgainFor', { name })} onClick={onRead}>
            {t('sources.tryAgain')}
          </Button>
        )}
        <Button kind="link" aria-label={t('sources.cancelReading', { name })} onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      </div>
    );
  }
  if (source.trouble === null) return null;
  const { sentence, next } = troubleText(trouble(source.trouble));
  return (
    <div className={styles.state}>
      <span role="status">
        {sentence} {next}
      </span>
      <Button kind="link" aria-label={t('sources.tryAgainFor', { name })} onClick={onRead}>
        {t('sources.tryAgain')}
      </Button>
    </div>
  );
};
