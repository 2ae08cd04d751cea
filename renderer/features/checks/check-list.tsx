import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckPlace } from '../../../core/checks/check.ts';
import { type Finding, openMusts, overrideOf } from '../../../core/checks/findings.ts';
import type { Post } from '../../../core/document/post.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { carryOut, setReason } from './carry-out.ts';
import { CheckItem } from './check-item.tsx';
import styles from './checks.module.css';
import { CompareSheet } from './compare-sheet.tsx';

type Props = {
  readonly post: Post;
  readonly editor: EditorApi;
  readonly findings: readonly Finding[];
  /** Leads to the place of a finding. */
  readonly onGo: (place: CheckPlace) => void;
};

/** Keeps the focus in the list when what had it is gone: a finding that was dealt with. */
const useKeptFocus = (findings: readonly unknown[], overrides: readonly unknown[]) => {
  const list = useRef<HTMLDivElement>(null);
  const acted = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks after each change of what is listed.
  useEffect(() => {
    if (!acted.current) return;
    const { activeElement } = document;
    if (activeElement === document.body || activeElement === null) list.current?.focus();
    acted.current = false;
  }, [findings, overrides]);
  const act = (): void => {
    acted.current = true;
  };
  return { list, act };
};

/** What checks found, musts before shoulds, then what the writer left as it is. How many there are is said when it changes. */
export const CheckList = ({ post, editor, findings, onGo }: Props) => {
  const { t } = useTranslation();
  const { overrides } = post.fields;
  const { list, act } = useKeptFocus(findings, overrides);
  const [comparing, setComparing] = useState<Finding | null>(null);
  const open = findings.filter((finding) => !overrideOf(finding, overrides));
  const musts = openMusts(findings, overrides);
  const groups = {
    must: musts,
    should: open.filter(({ level }) => level === 'should'),
    left: findings.filter((finding) => overrideOf(finding, overrides)),
  };
  return (
    <div ref={list} className={styles.list} tabIndex={-1}>
      <p className="visually-hidden" role="status">
        {open.length === 0
          ? t('checks.clean')
          : `${t('checks.musts', { count: groups.must.length })}, ${t('checks.shoulds', { count: groups.should.length })}`}
      </p>
      {(['must', 'should', 'left'] as const).map((group) =>
        groups[group].length === 0 ? null : (
          <section key={group} aria-label={t(`checks.levels.${group}`)}>
            <h3 className={styles.level}>{t(`checks.levels.${group}`)}</h3>
            <ul className={styles.items}>
              {groups[group].map((finding, at) => (
                <CheckItem
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same thing can be found at several places.
                  key={`${finding.check} ${finding.about} ${at}`}
                  finding={finding}
                  reason={overrideOf(finding, overrides)?.reason ?? null}
                  readOnly={post.trashed}
                  onGo={() => onGo(finding.place)}
                  onFix={() => {
                    act();
                    carryOut(post, editor, finding, t);
                  }}
                  onCompare={finding.check === 'copied-words' ? () => setComparing(finding) : null}
                  onReason={(reason) => {
                    act();
                    void setReason(post, finding, reason);
                  }}
                />
              ))}
            </ul>
          </section>
        ),
      )}
      {comparing === null ? null : (
        <CompareSheet
          post={post}
          editor={editor}
          finding={comparing}
          onQuote={() => {
            act();
            setComparing(null);
            carryOut(post, editor, comparing, t);
          }}
          onClose={() => setComparing(null)}
        />
      )}
    </div>
  );
};
