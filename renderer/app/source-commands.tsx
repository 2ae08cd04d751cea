import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import type { Post, PostId } from '../../core/document/post.ts';
import { filledFrom } from '../../core/sources/page-reading.ts';
import type { Source } from '../../core/sources/source.ts';
import { bridge } from '../bridge/client.ts';
import { postQuery } from '../bridge/queries.ts';
import { findArchived, removeArchived } from '../features/sources/archiving.ts';
import { insertLeadPicture } from '../features/sources/lead-picture.ts';
import { changeSource, readSource } from '../features/sources/reading.ts';
import { showTrouble } from '../ui/notices.ts';
import { showSideTab } from './check-places.ts';
import { type CommandOptions, type CommandReason, useCommand } from './commands.ts';
import { useWindow } from './window-state.ts';

const ChangesSheet = lazy(() =>
  import('../features/sources/changes-sheet.tsx').then((module) => ({ default: module.ChangesSheet })),
);

/** The source that commands mean: the one at the caret, else the one whose article is read, else the only one. */
const useMeantSource = (post: Post | undefined): Source | null => {
  const editor = useWindow((state) => state.editor);
  const reading = useWindow((state) => state.readingSource);
  const atCaret = useSyncExternalStore(
    (changed) => editor?.subscribe(changed) ?? (() => undefined),
    () => editor?.state().sourceAtCaret ?? null,
  );
  const sources = post?.sources ?? [];
  const named = sources.find(({ id }) => id === atCaret) ?? sources.find(({ id }) => id === reading);
  return named ?? (sources.length === 1 ? (sources[0] ?? null) : null);
};

/** Shows the cards of the sources, which say what is under way. */
const showCards = (): void => {
  useWindow.setState({ readingSource: null });
  showSideTab('sources');
};

const openPage = async ({ url }: Source): Promise<void> => {
  const opened = await bridge().app.openLink({ url });
  if (!opened.ok) showTrouble(opened.error);
};

/** Says what the commands for one source do: everything that the menu of its card offers besides moving and removing it. */
export const SourceCommands = ({ id }: { readonly id: PostId | null }) => {
  const { data: post } = useQuery({ ...postQuery(id ?? ('' as PostId)), enabled: id !== null });
  const editor = useWindow((state) => state.editor);
  const source = useMeantSource(post);
  const [comparing, setComparing] = useState<{ readonly post: PostId; readonly source: Source } | null>(null);
  const missing: CommandReason = post === undefined ? 'post' : post.sources.length === 0 ? 'no-source' : 'which-source';
  const isOpen = post !== undefined && !post.trashed;

  const when = (can: (source: Source) => boolean, reason: CommandReason): CommandOptions =>
    source === null ? { enabled: false, reason: missing } : { enabled: can(source), reason };
  const change = (can: (source: Source) => boolean, reason: CommandReason): CommandOptions =>
    isOpen || post === undefined ? when(can, reason) : { enabled: false, reason: 'read-only' };
  const hasPage = ({ url }: Source): boolean => url !== '';

  useCommand(
    'source.read-article',
    () => {
      if (source === null) return;
      showSideTab('sources');
      useWindow.setState({ readingSource: source.id });
    },
    when(({ article }) => article !== null, 'no-saved-article'),
  );
  useCommand('source.open', () => source && void openPage(source), when(hasPage, 'not-here'));
  useCommand(
    'source.edit',
    () => {
      if (source === null) return;
      showCards();
      useWindow.setState({ askedSource: source.id });
    },
    change(() => true, 'not-here'),
  );
  useCommand(
    'source.read-again',
    () => {
      if (source === null || post === undefined) return;
      showCards();
      void readSource(post.id, source.id);
    },
    change(hasPage, 'not-here'),
  );
  useCommand(
    'source.compare',
    () => source && post && setComparing({ post: post.id, source }),
    change((it) => hasPage(it) && it.article !== null, 'no-saved-article'),
  );
  useCommand(
    'source.archived-copy',
    () => {
      if (source === null || post === undefined) return;
      showCards();
      if (source.archive === null) void findArchived(post.id, source);
      else removeArchived(post.id, source);
    },
    { ...change(hasPage, 'not-here'), ticked: source !== null && source.archive !== null },
  );
  useCommand(
    'insert.lead-picture',
    () => source && editor && void insertLeadPicture(source, editor),
    change(({ picture }) => editor !== null && picture !== null && picture.url !== '', 'no-lead-picture'),
  );

  if (comparing === null || comparing.post !== id) return null;
  return (
    <Suspense fallback={null}>
      <ChangesSheet
        source={comparing.source}
        onClose={() => setComparing(null)}
        onKeep={(read) => {
          setComparing(null);
          void changeSource(comparing.post, comparing.source.id, (now) => filledFrom(now, read));
        }}
      />
    </Suspense>
  );
};
