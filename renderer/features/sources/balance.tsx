import { useTranslation } from 'react-i18next';
import type { EditorState } from '../../editor/editor-api.ts';
import styles from './sources.module.css';

const parts = [
  { name: 'quoted', key: 'sources.balanceQuoted', colour: 'var(--quoted)' },
  { name: 'summary', key: 'sources.balanceSummary', colour: 'var(--ink-3)' },
  { name: 'comment', key: 'sources.balanceComment', colour: 'var(--accent)' },
] as const;

/** How many words are quoted, summarised and the writer's own. Information, not advice. */
export const Balance = ({ words }: { readonly words: NonNullable<EditorState['words']> }) => {
  const { t } = useTranslation();
  if (parts.every(({ name }) => words[name] === 0)) return null;
  return (
    <section className={styles.balance} aria-label={t('sources.balance')}>
      <div className={styles.bar} aria-hidden>
        {parts.map(({ name, colour }) =>
          words[name] === 0 ? null : <span key={name} style={{ flexGrow: words[name], background: colour }} />,
        )}
      </div>
      {parts.map(({ name, key, colour }) => (
        <span key={name} className={styles.part}>
          <span className={styles.dot} style={{ background: colour }} aria-hidden />
          {t(key, { count: words[name] })}
        </span>
      ))}
    </section>
  );
};
