import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Copied } from '../../../core/checks/copying/copy-check.ts';
import { type InContext, sideBySide } from '../../../core/checks/copying/side-by-side.ts';
import type { Finding } from '../../../core/checks/findings.ts';
import type { Sha256 } from '../../../core/document/media.ts';
import type { Post } from '../../../core/document/post.ts';
import { labelOf } from '../../../core/sources/label.ts';
import { articleQuery } from '../../bridge/queries.ts';
import type { EditorApi, EditorState } from '../../editor/editor-api.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/empty.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import styles from './compare-sheet.module.css';

type Props = {
  readonly post: Post;
  readonly editor: EditorApi;
  /** One of the copy check's. */
  readonly finding: Finding;
  readonly onQuote: () => void;
  readonly onClose: () => void;
};

/** The run that a finding speaks of. */
const runOf = ({ copied }: EditorState, { place }: Finding): Copied | undefined =>
  place.kind === 'words' ? copied.find(({ from, to }) => from === place.from && to === place.to) : undefined;

const Passage = ({ name, passage }: { readonly name: string; readonly passage: InContext }) => (
  <section className={styles.passage} aria-label={name}>
    <h3>{name}</h3>
    <p className="selectable">
      {passage.before}
      <mark>{passage.words}</mark>
      {passage.after}
    </p>
  </section>
);

/** Words of the summary beside the same words of the saved article. */
export const CompareSheet = ({ post, editor, finding, onQuote, onClose }: Props) => {
  const { t } = useTranslation();
  // As it is when the sheet opens: nothing is written behind it.
  const [{ document, run }] = useState(() => {
    const state = editor.state();
    return { document: state.document, run: runOf(state, finding) };
  });
  const source = post.sources.find(({ id }) => id === run?.source);
  const { data: article } = useQuery({
    ...articleQuery(source?.article ?? ('' as Sha256)),
    enabled: source !== undefined && source.article !== null,
  });
  if (document === null || run === undefined || source === undefined) return null;
  const compared = article?.ok ? sideBySide(document, run, article.value.text) : null;
  return (
    <Sheet
      title={t('checks.compare.title')}
      subtitle={t('checks.compare.words', { count: run.words })}
      width="wide"
      readable
      onClose={onClose}
      actions={
        <>
          <ActionsGap />
          <Button onClick={onClose}>{t('ui.close')}</Button>
          {post.trashed ? null : (
            <Button kind="primary" onClick={onQuote}>
              {t('checks.fixes.quote')}
            </Button>
          )}
        </>
      }
    >
      {article === undefined ? <Skeleton rows={4} /> : null}
      {article?.ok === false ? <TroubleNotice trouble={article.error} /> : null}
      {compared === null ? null : (
        <div className={styles.columns}>
          <Passage name={t('checks.compare.own')} passage={compared.own} />
          <Passage name={labelOf(source)} passage={compared.source} />
        </div>
      )}
    </Sheet>
  );
};
