import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostId } from '../../core/document/post.ts';
import { bridge } from '../bridge/client.ts';
import { followMain, infoQuery, queryClient, useSettings } from '../bridge/queries.ts';
import { Library } from '../features/library/library.tsx';
import { showNotice, showTrouble } from '../ui/notices.ts';
import { TooltipProvider } from '../ui/tooltip.tsx';
import styles from './app.module.css';
import { Columns } from './columns.tsx';
import { onRefused, startCommands } from './commands.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Notices } from './notices.tsx';
import { OpenPost } from './open-post.tsx';
import { createPost, flushAll, openNewest, openPost, reopenPost, showExample } from './opening.ts';
import { SidePanel } from './side-panel.tsx';
import { useTheme } from './theme.ts';
import { Toolbar } from './toolbar.tsx';
import { duplicatePost, useTrash, useWindowCommands } from './window-commands.ts';
import { openSheet, useWindow } from './window-state.ts';

const Sheets = lazy(() => import('./sheets.tsx').then((module) => ({ default: module.Sheets })));

/** Keys, menu, and what the main process tells the window, for as long as it is there. */
const useMain = (): void => {
  const { t } = useTranslation();
  const { data: info } = useQuery(infoQuery);
  const platform = info?.platform;

  useEffect(() => (platform === undefined ? undefined : startCommands(platform)), [platform]);
  useEffect(() => {
    for (const trouble of info?.troubles ?? []) showTrouble(trouble);
  }, [info]);
  useEffect(() => onRefused((_, reason) => void showNotice({ text: t(`reasons.${reason}`) })), [t]);
  useEffect(() => {
    const main = bridge();
    const stops = [
      followMain(),
      main.on('troubled', showTrouble),
      main.on('flush', () => void flushAll()),
      main.on('willClose', async () => {
        const flushed = await flushAll();
        if (!flushed.ok) showTrouble(flushed.error);
        else await main.app.readyToClose();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
};

const Shell = () => {
  const { openPost: open } = useSettings();
  const { sheet, searchAsked } = useWindow();
  const trash = useTrash();
  const id = open as PostId | null;
  useTheme();
  useMain();
  useWindowCommands();

  return (
    <div className={styles.window}>
      <ErrorBoundary>
        <Toolbar />
      </ErrorBoundary>
      <Columns
        library={
          <ErrorBoundary>
            <Library
              open={id}
              searchAsked={searchAsked}
              onOpen={(post, focus) => void openPost(post, { focus })}
              onTrash={(post) => void trash(post)}
              onDuplicate={(post) => void duplicatePost(post)}
              onRestored={(post) => void (post === id && reopenPost(post))}
              onDeleted={(post) => void (post === id && openNewest(post))}
              onNew={(template) => void createPost(template)}
              onShowExample={() => void showExample()}
              onSettings={() => openSheet('settings')}
            />
          </ErrorBoundary>
        }
        editor={
          <ErrorBoundary>
            <OpenPost id={id} />
          </ErrorBoundary>
        }
        side={
          <ErrorBoundary>
            <SidePanel id={id} />
          </ErrorBoundary>
        }
      />
      {sheet === null ? null : (
        <ErrorBoundary key={sheet}>
          <Suspense fallback={null}>
            <Sheets postId={id} />
          </Suspense>
        </ErrorBoundary>
      )}
      <Notices />
    </div>
  );
};

/** The whole window. */
export const App = () => (
  <QueryClientProvider client={queryClient}>
    <TooltipProvider delay={500}>
      <Shell />
    </TooltipProvider>
  </QueryClientProvider>
);
