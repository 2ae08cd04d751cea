import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Changes, Run } from '../../../core/sources/changes.ts';
import { labelOf } from '../../../core/sources/label.ts';
import type { PageReading } from '../../../core/sources/page-reading.ts';
import type { Source } from '../../../core/sources/source.ts';
import { type Trouble, trouble } from '../../../core/trouble.ts';
import { fullDate } from '../../i18n/dates.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import styles from './changes-sheet.module.css';
import { type Comparison, compareSource } from './comparison.ts';

type Props = {
  readonly source: Source;
  /** What is known already; without it the page is read. */
  readonly known?: Comparison;
  readonly onClose: () => void;
  /** Takes the page as it is now in the place of what was saved. */
  readonly onKeep: (reading: PageReading) => void;
};

const Runs = ({ runs }: { readonly runs: readonly Run[] }) =>
  runs.map(({ kind, text }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: what was compared does not change.
    if (kind === 'gone') return <del key={index}>{text}</del>;
    // biome-ignore lint/suspicious/noArrayIndexKey: what was compared does not change.
    return kind === 'new' ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>;
  });

const Differences = ({ changes, language }: { readonly changes: Changes; readonly language: string }) => {
  const { t } = useTranslation();
  const lang = language || undefined;
  return (
    <div className={styles.changes}>
      {changes.headline === null ? null : (
        <section aria-label={t('changes.headline')}>
          <h3>{t('changes.headline')}</h3>
          <p className={styles.headline} lang={lang} dir="auto">
            <Runs runs={changes.headline} />
          </p>
        </section>
      )}
      {changes.paragraphs.length === 0 ? null : (
        <section aria-label={t('changes.text')}>
          <h3>{t('changes.text')}</h3>
          {changes.paragraphs.map((runs, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was compared does not change.
            <p key={index} lang={lang} dir="auto">
              <Runs runs={runs} />
            </p>
          ))}
        </section>
      )}
    </div>
  );
};

/** What is different on a source's page since its article was saved, by word; or that nothing is. */
export const ChangesSheet = ({ source, known, onClose, onKeep }: Props) => {
  const { t } = useTranslation();
  const [asked] = useState(source);
  const [compared, setCompared] = useState<Comparison | null>(known ?? null);
  const [problem, setProblem] = useState<Trouble | null>(null);

  useEffect(() => {
    if (known !== undefined) return;
    const controller = new AbortController();
    void compareSource(asked, controller.signal).then((result) => {
      if (controller.signal.aborted) return;
      if (!result.ok) {
        setProblem(result.error);
        return;
      }
      setCompared(result.value);
      announce(t(result.value.changes === null ? 'changes.none' : 'changes.some'));
    });
    return () => controller.abort();
  }, [asked, known, t]);

  const date = asked.readAt === null ? '' : fullDate(asked.readAt);
  return (
    <Sheet
      title={t('changes.title')}
      subtitle={t('changes.since', { name: labelOf(asked), date })}
      width="wide"
      readable
      onClose={onClose}
      actions={
        <>
          <ActionsGap />
          <Button onClick={onClose}>{t(compared === null && problem === null ? 'ui.cancel' : 'ui.close')}</Button>
          {compared?.changes ? (
            <Button kind="primary" onClick={() => onKeep(compared.reading)}>
              {t('changes.keep')}
            </Button>
          ) : null}
        </>
      }
    >
      {compared === null && problem === null ? <p role="status">{t('sources.reading')}</p> : null}
      {problem === null ? null : <TroubleNotice trouble={trouble(problem.code, problem)} />}
      {compared?.changes === null ? <p>{t('changes.none')}</p> : null}
      {compared?.reading.trouble ? <TroubleNotice trouble={trouble(compared.reading.trouble)} /> : null}
      {compared?.changes ? <Differences changes={compared.changes} language={asked.language} /> : null}
    </Sheet>
  );
};
