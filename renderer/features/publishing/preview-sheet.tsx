import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostId } from '../../../core/document/post.ts';
import type { BlogId } from '../../../core/publishing/blog.ts';
import type { Result } from '../../../core/trouble.ts';
import { blogsQuery, previewQuery, useSettings } from '../../bridge/queries.ts';
import { troubleOf } from '../../bridge/trouble-error.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/empty.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import { PreflightNotes } from './preflight-notes.tsx';
import { PreviewFrame } from './preview-frame.tsx';
import styles from './preview-sheet.module.css';

type Props = {
  readonly postId: PostId;
  /** Puts everything that was written on disk. */
  readonly flush: () => Promise<Result<void>>;
  readonly onClose: () => void;
  readonly onPublish: () => void;
};

/** The very string that one blog gets, with the pictures of this computer. */
export const PreviewSheet = ({ postId, flush, onClose, onPublish }: Props) => {
  const { t } = useTranslation();
  const { publishTo } = useSettings();
  const { data: blogs } = useQuery(blogsQuery);
  const [picked, setPicked] = useState<BlogId | null>(null);
  const [flushed, setFlushed] = useState<Result<void> | null>(null);
  useEffect(() => {
    void flush().then(setFlushed);
  }, [flush]);

  const blog =
    blogs?.find((it) => it.id === picked) ?? blogs?.find((it) => publishTo.includes(it.id)) ?? blogs?.[0] ?? null;
  const { data: preview, error } = useQuery({
    ...previewQuery(postId, blog?.id ?? null),
    enabled: flushed?.ok === true && blogs !== undefined,
  });

  return (
    <Sheet
      title={t('preview.title')}
      width="whole"
      onClose={onClose}
      aside={
        <>
          {blogs === undefined || blogs.length < 2 ? (
            <span className={styles.only}>{blog?.site.name ?? t('preview.noBlog')}</span>
          ) : (
            <Segments
              label={t('preview.as')}
              selected={blog?.id ?? ''}
              onSelect={(id) => setPicked(id as BlogId)}
              options={blogs.map((it) => ({ id: it.id as string, label: it.site.name }))}
            />
          )}
          <Button kind="plain" onClick={onClose}>
            {t('ui.close')}
          </Button>
          <Button kind="primary" onClick={onPublish}>
            {t('preview.publish')}
          </Button>
        </>
      }
    >
      {flushed?.ok === false ? <TroubleNotice trouble={flushed.error} /> : null}
      {error === null ? null : (
        <div className={styles.trouble}>
          <TroubleNotice trouble={troubleOf(error)} />
        </div>
      )}
      {preview !== undefined && preview.notes.length > 0 ? (
        <details className={styles.notes} open={preview.notes.some((note) => note.level !== 'info')}>
          <summary>{t('preview.notes', { count: preview.notes.length })}</summary>
          <PreflightNotes blog={blog?.site.name ?? ''} notes={preview.notes} />
        </details>
      ) : null}
      {preview === undefined ? (
        error === null && flushed?.ok !== false ? (
          <Skeleton />
        ) : null
      ) : (
        <PreviewFrame title={preview.title} language={preview.language} html={preview.html} onEscape={onClose} />
      )}
    </Sheet>
  );
};
