import { useTranslation } from 'react-i18next';
import type { CheckPlace } from '../../../core/checks/check.ts';
import { overrideOf } from '../../../core/checks/findings.ts';
import type { Post } from '../../../core/document/post.ts';
import type { Blog } from '../../../core/publishing/blog.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { Notice } from '../../ui/notice.tsx';
import { CheckLinks } from './check-links.tsx';
import { CheckList } from './check-list.tsx';
import { useFindings } from './use-findings.ts';

type Props = {
  readonly post: Post;
  readonly editor: EditorApi | null;
  /** The blogs that the post goes to. */
  readonly blogs: readonly Blog[];
  readonly onGo: (place: CheckPlace) => void;
};

/** What checks find in a post on its way to these blogs. */
export const SheetChecks = ({ post, editor, blogs, onGo }: Props) => {
  const { t } = useTranslation();
  const findings = useFindings(post, editor, blogs);
  if (editor === null || findings === null) return null;
  const isClean = findings.every((finding) => overrideOf(finding, post.fields.overrides));
  return (
    <>
      {isClean ? <Notice level="good">{t('checks.clean')}</Notice> : null}
      <CheckList post={post} editor={editor} findings={findings} onGo={onGo} />
      <CheckLinks post={post} editor={editor} />
    </>
  );
};
