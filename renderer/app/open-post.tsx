import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostId } from '../../core/document/post.ts';
import { bridge } from '../bridge/client.ts';
import { postQuery } from '../bridge/queries.ts';
import { troubleOf } from '../bridge/trouble-error.ts';
import { PostEditor } from '../editor/post-editor.tsx';
import { Button } from '../ui/button.tsx';
import { Empty, Skeleton } from '../ui/empty.tsx';
import { showTrouble } from '../ui/notices.ts';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { runCommand } from './commands.ts';
import styles from './open-post.module.css';
import { reopenPost } from './opening.ts';
import { useWindow } from './window-state.ts';

/** The window's title is the headline, brought up to date when typing rests. */
const useTitle = (): void => {
  const editor = useWindow((state) => state.editor);
  const headline = useSyncExternalStore(
    (changed) => editor?.subscribe(changed) ?? (() => undefined),
    () => editor?.state().headline ?? '',
  );
  useEffect(() => {
    document.title = headline.trim() === '' ? 'Rejoinder' : headline;
  }, [headline]);
};

const TrashedBar = ({ id }: { readonly id: PostId }) => {
  const { t } = useTranslation();
  const restore = async (): Promise<void> => {
    const restored = await bridge().posts.restore({ id });
    if (restored.ok) await reopenPost(id);
    else showTrouble(restored.error);
  };
  return (
    <div className={styles.bar} role="status">
      {t('editor.trashed')}
      <Button onClick={() => void restore()}>{t('editor.restore')}</Button>
    </div>
  );
};

const Nothing = () => {
  const { t } = useTranslation();
  return (
    <div className={styles.nothing}>
      <Empty text={t('editor.nothingOpen')} heading>
        <Button kind="primary" onClick={() => runCommand('file.new')}>
          {t('editor.newPost')}
        </Button>
        <Button onClick={() => runCommand('file.new-from-link')}>{t('newFromLink.title')}</Button>
      </Empty>
    </div>
  );
};

const Open = ({ id }: { readonly id: PostId }) => {
  const { t } = useTranslation();
  const { data: post, error } = useQuery(postQuery(id));
  useTitle();

  if (error !== null) {
    const it = troubleOf(error);
    return (
      <div className={styles.trouble}>
        <h1 className="visually-hidden">{t('editor.unreadable')}</h1>
        <TroubleNotice trouble={it} />
        {it.code === 'post/unreadable' && it.detail ? (
          <pre className={`${styles.raw} selectable`}>{it.detail}</pre>
        ) : null}
      </div>
    );
  }
  if (post === undefined) return <Skeleton />;
  return (
    <>
      {post.trashed ? <TrashedBar id={id} /> : null}
      <div className={styles.page}>
        <div className={styles.scroller}>
          <PostEditor
            key={`${id}:${post.trashed}`}
            post={post}
            sources={post.sources}
            readOnly={post.trashed}
            onReady={(editor) => {
              if (useWindow.getState().focusWhenReady) editor.focus();
              useWindow.setState({ editor, focusWhenReady: false });
            }}
            onTrouble={showTrouble}
            onAddSource={() => void runCommand('insert.source')}
            onReload={() => void reopenPost(id)}
          />
        </div>
      </div>
    </>
  );
};

/** The middle column: the open post in its editor, or why it cannot be shown. */
export const OpenPost = ({ id }: { readonly id: PostId | null }) =>
  id === null ? <Nothing /> : <Open key={id} id={id} />;
