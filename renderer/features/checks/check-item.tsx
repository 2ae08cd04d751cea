import { Check, CircleAlert, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../core/checks/findings.ts';
import { Button } from '../../ui/button.tsx';
import styles from './checks.module.css';
import { ReasonForm } from './reason-form.tsx';

const signs = { must: CircleAlert, should: TriangleAlert, left: Check } as const;

type Props = {
  readonly finding: Finding;
  /** The writer's reason to leave it; null where none was given. */
  readonly reason: string | null;
  readonly readOnly: boolean;
  readonly onGo: () => void;
  readonly onFix: () => void;
  /** Shows what was found beside what it was compared with; null where there is nothing to compare. */
  readonly onCompare: (() => void) | null;
  /** Null takes the reason back. */
  readonly onReason: (reason: string | null) => void;
};

/** One finding: its name leads to the place; below what can be done about it here. */
export const CheckItem = ({ finding, reason, readOnly, onGo, onFix, onCompare, onReason }: Props) => {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const leave = useRef<HTMLButtonElement>(null);
  const { check, level, params, fix } = finding;
  const title = t(`checks.rules.${check}.title`, { ...params });
  const Sign = signs[reason === null ? level : 'left'];
  const cancel = (): void => {
    setAsking(false);
    queueMicrotask(() => leave.current?.focus());
  };
  return (
    <li className={`${styles.item} ${reason === null ? styles[level] : styles.left}`}>
      <Sign size={16} strokeWidth={1.75} aria-hidden />
      <div className={styles.about}>
        <button type="button" className={styles.title} onClick={onGo}>
          {title}
        </button>
        <span className={styles.text}>
          {reason === null ? t(`checks.rules.${check}.text`, { ...params }) : t('checks.overridden', { reason })}
        </span>
        {readOnly ? null : asking ? (
          <ReasonForm
            title={title}
            onCancel={cancel}
            onSave={(given) => {
              setAsking(false);
              onReason(given);
            }}
          />
        ) : (
          <div className={styles.actions}>
            {reason === null && fix !== undefined ? (
              <Button kind="link" onClick={onFix}>
                {t(`checks.fixes.${fix.name}`, fix)}
              </Button>
            ) : null}
            {onCompare === null ? null : (
              <Button kind="link" aria-label={t('checks.compare.openOf', { what: title })} onClick={onCompare}>
                {t('checks.compare.open')}
              </Button>
            )}
            {reason === null ? (
              <Button
                ref={leave}
                kind="link"
                aria-label={t('checks.leave', { what: title })}
                onClick={() => setAsking(true)}
              >
                {t('checks.leaveIt')}
              </Button>
            ) : (
              <Button kind="link" aria-label={t('checks.takeBack', { what: title })} onClick={() => onReason(null)}>
                {t('checks.takeItBack')}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
};
