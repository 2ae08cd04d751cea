import { useQueries } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../../core/document/post.ts';
import { labelOf } from '../../../core/sources/label.ts';
import { filledFrom } from '../../../core/sources/page-reading.ts';
import type { Source } from '../../../core/sources/source.ts';
import { ok, type Result } from '../../../core/trouble.ts';
import { queryClient, saveSources, useSettings } from '../../bridge/queries.ts';
import { troubleText } from '../../i18n/trouble-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showTrouble } from '../../ui/notices.ts';
import { type Comparison, comparisonQuery, standingOf } from './comparison.ts';
import styles from './sources.module.css';

const ChangesSheet = lazy(() => import('./changes-sheet.tsx').then((module) => ({ default: module.ChangesSheet })));

type StandingProps = {
  readonly source: Source;
  readonly compared: Result<Comparison>;
  readonly onSee: (known: Comparison) => void;
};

/** What one source's page says now; nothing where it says what it said. */
const StandingNotice = ({ source, compared, onSee }: StandingProps) => {
  const { t } = useTranslation();
  const name = labelOf(source) || t('sources.untitled');
  const standing = standingOf(source, compared);
  if (standing === 'same') return null;
  if (standing === 'missing' || standing === 'gone' || standing === 'closed') {
    return (
      <Notice level="should" title={t(`changes.before.${standing}`, { name })}>
        {t(`changes.before.${standing}Text`)}
      </Notice>
    );
  }
  if (!compared.ok) {
    return (
      <Notice level="info" title={t('changes.before.unknown', { name })}>
        {troubleText(compared.error).sentence}
      </Notice>
    );
  }
  const { changes } = compared.value;
  const what = changes?.headline == null ? 'text' : changes.paragraphs.length === 0 ? 'headline' : 'both';
  return (
    <Notice
      level="should"
      title={t('changes.before.changed', { name })}
      action={
        <Button aria-label={t('changes.before.seeOf', { name })} onClick={() => onSee(compared.value)}>
          {t('changes.before.see')}
        </Button>
      }
    >
      {t(`changes.before.${what}`)}
    </Notice>
  );
};

/**
 * The post's sources compared with their pages, which are asked when this is shown: all at once, none when offline or when the
 * writer switched it off. Nothing waits for it.
 */
export const SourcesNow = ({ post }: { readonly post: Post }) => {
  const { t } = useTranslation();
  const { compareSources } = useSettings();
  const [isOnline] = useState(navigator.onLine);
  const [seen, setSeen] = useState<{ readonly source: Source; readonly known: Comparison } | null>(null);
  const asked =
    compareSources && isOnline ? post.sources.filter(({ url, article }) => url !== '' && article !== null) : [];
  const comparisons = useQueries({ queries: asked.map(comparisonQuery) });
  if (asked.length === 0) return null;
  const open = comparisons.filter(({ data }) => data === undefined).length;
  const known = asked.flatMap((source, at) => {
    const compared = comparisons[at]?.data;
    const isSilent = compared?.ok === false && ['network/offline', 'page/cancelled'].includes(compared.error.code);
    return compared === undefined || isSilent ? [] : [{ source, compared }];
  });
  const same = known.filter(({ source, compared }) => standingOf(source, compared) === 'same').length;

  const keep = ({ id }: Source, { reading }: Comparison): void => {
    setSeen(null);
    const sources = post.sources.map((other) => (other.id === id ? filledFrom(other, reading) : other));
    const kept = sources.find((other) => other.id === id);
    if (kept) queryClient.setQueryData(comparisonQuery(kept).queryKey, ok({ reading, changes: null }));
    void saveSources(post.id, sources).then((saved) => saved.ok || showTrouble(saved.error));
  };
  const outcome =
    same === asked.length
      ? t('changes.before.same', { count: same })
      : known.length > same
        ? t('changes.before.some', { count: known.length - same })
        : '';
  return (
    <section className={styles.now} aria-label={t('changes.before.label')}>
      <p className={open > 0 ? styles.facts : 'visually-hidden'} role="status">
        {open > 0 ? t('changes.before.reading', { count: open }) : outcome}
      </p>
      {same === asked.length ? <Notice level="good">{t('changes.before.same', { count: same })}</Notice> : null}
      {known.map(({ source, compared }) => (
        <StandingNotice
          key={source.id}
          source={source}
          compared={compared}
          onSee={(found) => setSeen({ source, known: found })}
        />
      ))}
      {seen === null ? null : (
        <Suspense fallback={null}>
          <ChangesSheet
            source={seen.source}
            known={seen.known}
            onClose={() => setSeen(null)}
            onKeep={() => keep(seen.source, seen.known)}
          />
        </Suspense>
      )}
    </section>
  );
};
