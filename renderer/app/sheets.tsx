import { useSyncExternalStore } from 'react';
import type { PostId } from '../../core/document/post.ts';
import { ConnectSheet } from '../features/connect/connect-sheet.tsx';
import { OutboxSheet } from '../features/publishing/outbox-sheet.tsx';
import { PreviewSheet } from '../features/publishing/preview-sheet.tsx';
import { SettingsSheet } from '../features/settings/settings-sheet.tsx';
import { ShortcutsSheet } from '../features/shortcuts/shortcuts-sheet.tsx';
import { NewFromLinkSheet } from '../features/sources/new-from-link-sheet.tsx';
import { NewPostSheet } from '../features/templates/new-post-sheet.tsx';
import { SaveTemplateSheet } from '../features/templates/save-template-sheet.tsx';
import { TemplatesSheet } from '../features/templates/templates-sheet.tsx';
import { runCommand } from './commands.ts';
import { createPost, flushAll } from './opening.ts';
import { Publish } from './publish.tsx';
import { closeSheet, openSheet, useWindow } from './window-state.ts';

/** The sheet that lies over the window. Loaded when the first one is opened. */
export const Sheets = ({ postId }: { readonly postId: PostId | null }) => {
  const { sheet, editor, changingShortcuts, linkOffered } = useWindow();
  const headline = useSyncExternalStore(editor?.subscribe ?? (() => () => undefined), () => editor?.state().headline);
  const connect = (): void => openSheet('connect', { back: true });
  const manageTemplates = (): void => openSheet('templates', { back: true });
  const changeShortcuts = (): void => {
    useWindow.setState({ changingShortcuts: true });
    openSheet('shortcuts', { back: true });
  };

  switch (sheet) {
    case 'publish':
      return postId === null ? null : <Publish postId={postId} headline={headline ?? ''} />;
    case 'preview':
      return postId === null ? null : (
        <PreviewSheet
          postId={postId}
          flush={flushAll}
          onClose={closeSheet}
          onPublish={() => void runCommand('post.publish')}
        />
      );
    case 'outbox':
      return <OutboxSheet onClose={closeSheet} />;
    case 'connect':
      return <ConnectSheet onClose={closeSheet} />;
    case 'settings':
      return (
        <SettingsSheet
          onClose={closeSheet}
          onConnect={connect}
          onShortcuts={changeShortcuts}
          onTemplates={manageTemplates}
        />
      );
    case 'shortcuts':
      return (
        <ShortcutsSheet
          onClose={closeSheet}
          change={changingShortcuts}
          onChange={(change) => useWindow.setState({ changingShortcuts: change })}
        />
      );
    case 'new-post':
      return (
        <NewPostSheet
          onClose={closeSheet}
          onManage={() => openSheet('templates', { back: true })}
          onCreate={(template, blog) => {
            closeSheet();
            void createPost({ template, blog });
          }}
        />
      );
    case 'new-from-link':
      return (
        <NewFromLinkSheet
          address={linkOffered}
          onClose={closeSheet}
          onCreate={(source, quoted) => {
            closeSheet();
            void createPost({ sources: [source], quoted });
          }}
        />
      );
    case 'save-template':
      return postId === null ? null : (
        <SaveTemplateSheet postId={postId} headline={headline ?? ''} flush={flushAll} onClose={closeSheet} />
      );
    case 'templates':
      return <TemplatesSheet onClose={closeSheet} />;
    case 'palette':
    case null:
      return null;
  }
};
