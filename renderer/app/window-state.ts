import { create } from 'zustand';
import type { EditorApi } from '../editor/editor-api.ts';

/** The sheets that can lie over the window, one at a time. */
export type SheetName =
  | 'publish'
  | 'preview'
  | 'outbox'
  | 'connect'
  | 'settings'
  | 'shortcuts'
  | 'palette'
  | 'new-post'
  | 'new-from-link'
  | 'save-template'
  | 'templates';

/** Up to this width, in pixels, the side columns are drawers. */
export const narrowQuery = '(max-width: 900px)';

/** What is open in the window and is not worth keeping on disk; what is worth it, is in the settings. */
export type WindowState = {
  readonly sheet: SheetName | null;
  /** The sheet to go back to when this one is closed. */
  readonly sheetBefore: SheetName | null;
  /** How the publish sheet begins: whether the post is to be read on the blog, or to wait there as a draft. */
  readonly publishAs: 'published' | 'draft';
  /** True while the shortcuts sheet changes keys instead of showing them. */
  readonly changingShortcuts: boolean;
  /** The column that lies over a narrow window. */
  readonly drawer: 'library' | 'side' | null;
  /** True while everything but the text steps back. Another start begins with the whole window. */
  readonly focusMode: boolean;
  /** The open post's editor, once it is ready. */
  readonly editor: EditorApi | null;
  /** Whether the caret goes into the post as soon as its editor is ready: at the start, for a new post, after Enter. */
  readonly focusWhenReady: boolean;
  /** True while the form for a new source is open. */
  readonly addingSource: boolean;
  /** The source that a check leads to, until its form is open. */
  readonly askedSource: string | null;
  /** The field of the post that a check leads to, until it has the focus. */
  readonly askedField: 'excerpt' | 'featuredImage' | null;
  /** The source whose saved article is read beside the post. */
  readonly readingSource: string | null;
  /** The address that the sheet for a new post begins with. */
  readonly linkOffered: string;
  /** Grows by one whenever the search field is asked to take the focus. */
  readonly searchAsked: number;
  /** When Ctrl+S kept a version the last time; milliseconds UTC, null once that was shown long enough. */
  readonly versionKeptAt: number | null;
};

export const useWindow = create<WindowState>(() => ({
  sheet: null,
  sheetBefore: null,
  publishAs: 'published',
  changingShortcuts: false,
  drawer: null,
  focusMode: false,
  editor: null,
  focusWhenReady: true,
  addingSource: false,
  askedSource: null,
  askedField: null,
  readingSource: null,
  linkOffered: '',
  searchAsked: 0,
  versionKeptAt: null,
}));

/** Opens a sheet. With `back`, closing it shows the one that is open now. */
export const openSheet = (sheet: SheetName, { back = false } = {}): void =>
  useWindow.setState((now) => ({ sheet, sheetBefore: back ? now.sheet : null, drawer: null }));

export const closeSheet = (): void => useWindow.setState((now) => ({ sheet: now.sheetBefore, sheetBefore: null }));

/** Opens the sheet for a new post with this address filled in, anew when it is open already. Nothing is fetched. */
export const offerLink = (address: string): void => {
  useWindow.setState({ sheet: null, linkOffered: address });
  queueMicrotask(() => openSheet('new-from-link'));
};
