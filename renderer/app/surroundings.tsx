import '../styles/fonts-italic.css';
import { type ComponentProps, memo } from 'react';
import { Library as LibraryList } from '../features/library/library.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { Announcer } from './announcer.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { LeaveFocusMode as WayBack } from './leave-focus-mode.tsx';
import { Notices as NoticeList } from './notices.tsx';
import { SidePanel as Panel } from './side-panel.tsx';
import { SourceCommands as Sourcing } from './source-commands.tsx';
import { Spelling as Checking } from './spelling.tsx';
import { Toolbar as Line } from './toolbar.tsx';

/*
 * What stands around the open post, each part safe from the bugs of the others. It is one file, loaded behind the post's
 * first paint: most of what a window needs beside its text (menus, tooltips, icons, lists) is needed only here.
 */

/** How long the pointer rests before the first tooltip, in milliseconds. */
const delay = 500;

// What asks for nothing of the window is not drawn again when another post is opened.
export const Toolbar = memo(() => (
  <ErrorBoundary>
    <TooltipProvider delay={delay}>
      <Line />
    </TooltipProvider>
  </ErrorBoundary>
));

export const LeaveFocusMode = () => (
  <TooltipProvider delay={delay}>
    <WayBack />
  </TooltipProvider>
);

export const Library = (props: ComponentProps<typeof LibraryList>) => (
  <ErrorBoundary>
    <TooltipProvider delay={delay}>
      <LibraryList {...props} />
    </TooltipProvider>
  </ErrorBoundary>
);

export const SidePanel = (props: ComponentProps<typeof Panel>) => (
  <ErrorBoundary>
    <TooltipProvider delay={delay}>
      <Panel {...props} />
    </TooltipProvider>
  </ErrorBoundary>
);

export const Spelling = (props: ComponentProps<typeof Checking>) => (
  <ErrorBoundary>
    <Checking {...props} />
  </ErrorBoundary>
);

export const SourceCommands = (props: ComponentProps<typeof Sourcing>) => (
  <ErrorBoundary>
    <Sourcing {...props} />
  </ErrorBoundary>
);

export const Notices = memo(() => (
  <ErrorBoundary>
    <TooltipProvider delay={delay}>
      <NoticeList />
      <Announcer />
    </TooltipProvider>
  </ErrorBoundary>
));
