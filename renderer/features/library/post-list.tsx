import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostSummary } from '../../../core/document/post.ts';
import type { PostFilter } from '../../../core/ipc.ts';
import { bridge } from '../../bridge/client.ts';
import { pageSize, postsQuery } from '../../bridge/queries.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { ContextMenu, type MenuEntry } from '../../ui/menu.tsx';
import { showNotice, showTrouble } from '../../ui/notices.ts';
import styles from './library.module.css';
import type { LibraryActions } from './library.tsx';
import { PostRow } from './post-row.tsx';

type Props = LibraryActions & {
  readonly ref: Ref<HTMLDivElement>;
  readonly filter: PostFilter;
  readonly query: string;
  readonly total: number;
  readonly open: string | null;
};

/** The height of a row with a headline of one line, in pixels; real rows are measured. */
const rowHeight = 87;

/** The rows in sight and a few around them. Their pages are read as they come into sight. */
export const PostList = ({ ref, filter, query, total, open, ...actions }: Props) => {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => scroller.current as HTMLDivElement, []);
  const [active, setActive] = useState(0);
  const [deleting, setDeleting] = useState<PostSummary | null>(null);

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const pages = [...new Set([active, ...rows.map((row) => row.index)].map((index) => Math.floor(index / pageSize)))];
  const loaded = useQueries({ queries: pages.map((page) => postsQuery(filter, query, page)) });
  const at = (index: number): PostSummary | undefined =>
    loaded[pages.indexOf(Math.floor(index / pageSize))]?.data?.items[index % pageSize];

  // The open post is the row that the arrow keys start from.
  const openIndex = rows.find((row) => at(row.index)?.id === open)?.index;
  const follow = useRef(open);
  useEffect(() => {
    if (openIndex !== undefined && follow.current !== null) setActive(openIndex);
    follow.current = null;
  }, [openIndex]);
  useEffect(() => {
    if (active >= total) setActive(Math.max(0, total - 1));
  }, [active, total]);

  const restore = async (post: PostSummary): Promise<void> => {
    const restored = await bridge().posts.restore({ id: post.id });
    if (restored.ok) {
      showNotice({ text: t('library.restored') });
      actions.onRestored(post.id);
    } else showTrouble(restored.error);
  };
  const deleteForever = async (post: PostSummary): Promise<void> => {
    const deleted = await bridge().posts.deleteForever({ id: post.id });
    if (deleted.ok) {
      showNotice({ text: t('library.deleted') });
      actions.onDeleted(post.id);
    } else showTrouble(deleted.error);
  };

  const entriesFor = (post: PostSummary | undefined): readonly MenuEntry[] => {
    if (post === undefined) return [];
    const first = { label: t('library.open'), onSelect: () => actions.onOpen(post.id, true) };
    return post.trashed
      ? [
          first,
          { label: t('library.restore'), onSelect: () => void restore(post) },
          { label: t('library.deleteForever'), separator: true, onSelect: () => setDeleting(post) },
        ]
      : [
          first,
          { label: t('library.duplicate'), onSelect: () => actions.onDuplicate(post.id) },
          { label: t('library.trash'), separator: true, onSelect: () => actions.onTrash(post.id) },
        ];
  };

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(total - 1, to));
    setActive(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const post = at(active);
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      PageDown: () => move(active + page),
      PageUp: () => move(active - page),
      Home: () => move(0),
      End: () => move(total - 1),
      Enter: () => post && actions.onOpen(post.id, true),
      Delete: () => post && (post.trashed ? setDeleting(post) : actions.onTrash(post.id)),
    };
    const run = keys[event.key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };

  const rowId = (index: number): string => `post-row-${index}`;

  return (
    <>
      <ContextMenu entries={() => entriesFor(at(active))}>
        <div
          ref={scroller}
          className={styles.list}
          role="listbox"
          aria-label={t('library.list')}
          aria-activedescendant={at(active) === undefined ? undefined : rowId(active)}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <div className={styles.sizer} style={{ height: virtualizer.getTotalSize() }} role="presentation">
            {rows.map((row) => (
              <div
                key={row.key}
                ref={virtualizer.measureElement}
                data-index={row.index}
                className={styles.placed}
                style={{ transform: `translateY(${row.start}px)` }}
                role="presentation"
              >
                <PostRow
                  id={rowId(row.index)}
                  post={at(row.index)}
                  position={row.index + 1}
                  total={total}
                  open={at(row.index)?.id === open}
                  active={row.index === active}
                  onPress={() => setActive(row.index)}
                  onOpen={() => {
                    const post = at(row.index);
                    if (post) actions.onOpen(post.id, false);
                  }}
                />
              </div>
            ))}
          </div>
        </div>
      </ContextMenu>
      {deleting === null ? null : (
        <Confirm
          title={t('library.deleteTitle')}
          text={t('library.deleteText', { headline: deleting.headline || t('library.untitled') })}
          action={t('library.deleteAction')}
          onConfirm={() => void deleteForever(deleting)}
          onClose={() => setDeleting(null)}
        />
      )}
    </>
  );
};
