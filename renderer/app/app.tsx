import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostId } from '../../core/document/post.ts';
import { bridge } from '../bridge/client.ts';
import { blogsQuery, followMain, infoQuery, queryClient, useSettings } from '../bridge/queries.ts';
import { showNotice, showTrouble } from '../ui/notices.ts';
import { usePainted } from '../ui/use-painted.ts';
import styles from './app.module.css';
import { Columns } from './columns.tsx';
import { onRefused, reportCommands, runCommand, startCommands } from './commands.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { useIncomingLinks } from './links-in.ts';
import { OpenPost } from './open-post.tsx';
import { openNewest, openPost, reopenPost } from './opening.ts';
import { usePrintCommands } from './print-commands.ts';
import { useTheme } from './theme.ts';
import { useViewCommands } from './view-commands.ts';
import { duplicatePost, useTrash, useWindowCommands } from './window-commands.ts';
import { useWindow } from './window-state.ts';

const surroundings = () => import('./surroundings.tsx');
const Toolbar = lazy(() => surroundings().then((module) => ({ default: module.Toolbar })));
const LeaveFocusMode = lazy(() => surroundings().then((module) => ({ default: module.LeaveFocusMode })));
const Library = lazy(() => surroundings().then((module) => ({ default: module.Library })));
const SidePanel = lazy(() => surroundings().then((module) => ({ default: module.SidePanel })));
const Notices = lazy(() => surroundings().then((module) => ({ default: module.Notices })));
const Spelling = lazy(() => surroundings().then((module) => ({ default: module.Spelling })));
const SourceCommands = lazy(() => surroundings().then((module) => ({ default: module.SourceCommands })));
const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })));
const Sheets = lazy(() => import('./sheets.tsx').then((module) => ({ default: module.Sheets })));

/** Keys, menu, and what the main process tells the window, for as long as it is there. */
const useMain = (painted: boolean): void => {
  const { t } = useTranslation();
  const { data: info } = useQuery({ ...infoQuery, enabled: painted });

  useEffect(startCommands, []);
  useEffect(() => {
    if (!painted) return;
    void queryClient.prefetchQuery(blogsQuery);
    return reportCommands();
  }, [painted]);
  useEffect(() => {
    for (const trouble of info?.troubles ?? []) showTrouble(trouble);
  }, [info]);
  useEffect(() => onRefused((_, reason) => void showNotice({ text: t(`reasons.${reason}`) })), [t]);
  useEffect(() => {
    const stops = [followMain(), bridge().on('troubled', showTrouble)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
};

/**
 * The open post comes first, with its caret; what stands around it fills its places in the next frames. Nothing moves, for
 * the places are there from the start.
 */
const Shell = () => {
  const { openPost: open, typewriter } = useSettings();
  const sheet = useWindow((state) => state.sheet);
  const focusMode = useWindow((state) => state.focusMode);
  const searchAsked = useWindow((state) => state.searchAsked);
  const trash = useTrash();
  const id = open as PostId | null;
  const painted = usePainted();
  useTheme();
  useMain(painted);
  useIncomingLinks(painted);
  useWindowCommands();
  useViewCommands();
  usePrintCommands();

  return (
    <div className={styles.window} data-focus-mode={focusMode || undefined} data-typewriter={typewriter || undefined}>
      <div className={styles.toolbarPlace}>
        <Suspense fallback={null}>{focusMode ? <LeaveFocusMode /> : painted ? <Toolbar /> : null}</Suspense>
      </div>
      <Columns
        library={
          <Suspense fallback={null}>
            {painted ? (
              <Library
                open={id}
                searchAsked={searchAsked}
                onOpen={(post, focus) => void openPost(post, { focus })}
                onTrash={(post) => void trash(post)}
                onDuplicate={(post) => void duplicatePost(post)}
                onRestored={(post) => void (post === id && reopenPost(post))}
                onDeleted={(post) => void (post === id && openNewest(post))}
                onNew={(template) => void runCommand(template === undefined ? 'file.new' : 'file.new-blank')}
                onShowExample={() => void runCommand('help.example')}
                onSettings={() => void runCommand('file.settings')}
              />
            ) : null}
          </Suspense>
        }
        editor={
          <ErrorBoundary>
            <OpenPost id={id} />
          </ErrorBoundary>
        }
        side={<Suspense fallback={null}>{painted ? <SidePanel id={id} /> : null}</Suspense>}
      />
      {sheet === null ? null : (
        <ErrorBoundary key={sheet}>
          <Suspense fallback={null}>{sheet === 'palette' ? <Palette /> : <Sheets postId={id} />}</Suspense>
        </ErrorBoundary>
      )}
      <Suspense fallback={null}>{painted ? <Notices /> : null}</Suspense>
      <Suspense fallback={null}>{painted ? <Spelling id={id} /> : null}</Suspense>
      <Suspense fallback={null}>{painted ? <SourceCommands id={id} /> : null}</Suspense>
    </div>
  );
};

/** The whole window. */
export const App = () => (
  <QueryClientProvider client={queryClient}>
    <Shell />
  </QueryClientProvider>
);
