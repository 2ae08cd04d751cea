import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PostId } from '../../core/document/post.ts';
import { bridge } from '../bridge/client.ts';
import { changeSettings, postQuery, useSettings } from '../bridge/queries.ts';
import { announcePlainPaste } from '../editor/paste.ts';
import { showNotice, showTrouble } from '../ui/notices.ts';
import { useMedia } from '../ui/use-media.ts';
import { showSideTab } from './check-places.ts';
import { useCommand } from './commands.ts';
import { offerCopiedLink } from './links-in.ts';
import { createPost, flushAll, openNewest, openPost, showExample } from './opening.ts';
import { walkPanes } from './panes.ts';
import { closeSheet, narrowQuery, openSheet, type SheetName, useWindow, type WindowState } from './window-state.ts';

/** The message of "Saved" stays for this long, in milliseconds. */
const savedFor = 2500;

const keepVersion = async (id: PostId): Promise<void> => {
  const flushed = await flushAll();
  const kept = flushed.ok ? await bridge().posts.keepVersion({ id }) : flushed;
  if (!kept.ok) {
    showTrouble(kept.error);
    return;
  }
  const versionKeptAt = Date.now();
  useWindow.setState({ versionKeptAt });
  window.setTimeout(() => {
    if (useWindow.getState().versionKeptAt === versionKeptAt) useWindow.setState({ versionKeptAt: null });
  }, savedFor);
};

/** Puts a post into the trash, says so with a way back, and opens the next one if it was the open one. */
export const useTrash = (): ((id: PostId) => Promise<void>) => {
  const { t } = useTranslation();
  const { openPost: open } = useSettings();
  return async (id) => {
    if (id === open) {
      const flushed = await flushAll();
      if (!flushed.ok) {
        showTrouble(flushed.error);
        return;
      }
    }
    const trashed = await bridge().posts.trash({ id });
    if (!trashed.ok) {
      showTrouble(trashed.error);
      return;
    }
    if (id === open) await openNewest(id);
    const restore = async (): Promise<void> => {
      const restored = await bridge().posts.restore({ id });
      if (!restored.ok) showTrouble(restored.error);
      else if (id === open) await openPost(id);
    };
    showNotice({ text: t('library.trashed'), action: { label: t('ui.undo'), onAction: () => void restore() } });
  };
};

/** Makes a copy of a post and opens it. */
export const duplicatePost = async (id: PostId): Promise<void> => {
  const flushed = await flushAll();
  const copy = flushed.ok ? await bridge().posts.duplicate({ id }) : flushed;
  if (copy.ok) await openPost(copy.value.id);
  else showTrouble(copy.error);
};

/** The commands that belong to the window as a whole; the editor registers its own. */
export const useWindowCommands = (): void => {
  const settings = useSettings();
  const narrow = useMedia(narrowQuery);
  const sheet = useWindow((state) => state.sheet);
  const drawer = useWindow((state) => state.drawer);
  const focusMode = useWindow((state) => state.focusMode);
  const trash = useTrash();
  const open = settings.openPost as PostId | null;
  const { data: post } = useQuery({ ...postQuery(open ?? ('' as PostId)), enabled: open !== null });
  const withPost = { enabled: open !== null };
  const withDraft = {
    enabled: post !== undefined && !post.trashed,
    reason: post === undefined ? 'post' : 'read-only',
  } as const;

  const toggleColumn = (column: 'library' | 'side'): void => {
    if (focusMode) showColumn(column);
    else if (narrow) useWindow.setState({ drawer: drawer === column ? null : column });
    else
      void changeSettings(
        column === 'library' ? { libraryOpen: !settings.libraryOpen } : { sideOpen: !settings.sideOpen },
      );
  };
  const showColumn = (column: 'library' | 'side'): void => {
    useWindow.setState({ focusMode: false });
    if (narrow) useWindow.setState({ drawer: column });
    else void changeSettings(column === 'library' ? { libraryOpen: true } : { sideOpen: true });
  };
  const search = (): void => {
    showColumn('library');
    useWindow.setState((now) => ({ searchAsked: now.searchAsked + 1 }));
  };
  const publishAs = (as: WindowState['publishAs']): void => {
    useWindow.setState({ publishAs: as });
    openSheet('publish');
  };
  const toggleSheet = (name: SheetName): void => {
    if (sheet === name) useWindow.setState({ sheet: null, sheetBefore: null });
    else openSheet(name);
  };

  useCommand('file.new', () => void createPost());
  useCommand('edit.paste-plain', () => {
    announcePlainPaste();
    void bridge().app.runRole({ role: 'pasteAndMatchStyle' });
  });
  useCommand('file.new-from-link', () => void offerCopiedLink());
  useCommand('file.new-blank', () => void createPost({ template: 'blank' }));
  useCommand('file.new-from-template', () => openSheet('new-post'));
  useCommand('file.open', search);
  useCommand('file.save-version', () => open && void keepVersion(open), withPost);
  useCommand('file.duplicate', () => open && void duplicatePost(open), withPost);
  useCommand('file.save-template', () => openSheet('save-template'), withPost);
  useCommand('file.trash', () => open && void trash(open), withDraft);
  useCommand('file.templates', () => openSheet('templates'));
  useCommand('file.settings', () => openSheet('settings'));
  useCommand('edit.find-in-posts', search);
  useCommand('view.library', () => toggleColumn('library'), {
    ticked: narrow ? drawer === 'library' : settings.libraryOpen && !focusMode,
  });
  useCommand('view.side', () => toggleColumn('side'), {
    ticked: narrow ? drawer === 'side' : settings.sideOpen && !focusMode,
  });
  useCommand('view.next-pane', () => walkPanes(1));
  useCommand('view.previous-pane', () => walkPanes(-1));
  useCommand(
    'insert.source',
    () => {
      showSideTab('sources');
      useWindow.setState({ addingSource: true });
    },
    withDraft,
  );
  useCommand('post.publish', () => publishAs('published'), withDraft);
  useCommand('post.send-draft', () => publishAs('draft'), withDraft);
  useCommand('post.checks', () => showSideTab('checks'), withPost);
  useCommand(
    'post.featured-image',
    () => {
      showSideTab('post');
      useWindow.setState({ askedField: 'featuredImage' });
    },
    withDraft,
  );
  useCommand('post.preview', () => toggleSheet('preview'), { ...withDraft, ticked: sheet === 'preview' });
  useCommand('blog.connect', () => openSheet('connect'));
  useCommand('blog.outbox', () => openSheet('outbox'));
  useCommand('help.palette', () => (sheet === 'palette' ? closeSheet() : openSheet('palette', { back: true })));
  useCommand('help.shortcuts', () => {
    useWindow.setState({ changingShortcuts: false });
    openSheet('shortcuts');
  });
  useCommand('help.example', () => void showExample());
  useCommand('help.data-folder', () => void bridge().app.showDataFolder());
};
