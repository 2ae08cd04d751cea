import { useTranslation } from 'react-i18next';
import type { CheckPlace } from '../../../core/checks/check.ts';
import { type Finding, overrideOf } from '../../../core/checks/findings.ts';
import type { Post } from '../../../core/document/post.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Skeleton } from '../../ui/empty.tsx';
import { CheckLinks } from './check-links.tsx';
import { CheckList } from './check-list.tsx';
import styles from './checks.module.css';

type Props = {
  readonly post: Post;
  readonly editor: EditorApi | null;
  /** Null while the text was not read yet. */
  readonly findings: readonly Finding[] | null;
  readonly onGo: (place: CheckPlace) => void;
  readonly onPublish: () => void;
};

/** What the post lacks before it goes out, each with one click to the place. */
export const Checks = ({ post, editor, findings, onGo, onPublish }: Props) => {
  const { t } = useTranslation();
  if (editor === null || findings === null) return <Skeleton rows={3} />;
  const isClean = findings.every((finding) => overrideOf(finding, post.fields.overrides));
  return (
    <div className={styles.panel}>
      {isClean ? (
        <Empty text={t('checks.clean')}>
          {post.trashed ? null : <Button onClick={onPublish}>{t('checks.publish')}</Button>}
        </Empty>
      ) : null}
      <CheckList post={post} editor={editor} findings={findings} onGo={onGo} />
      <CheckLinks post={post} editor={editor} />
    </div>
  );
};
