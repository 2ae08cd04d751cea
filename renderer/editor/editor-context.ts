import type { Editor } from '@tiptap/react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Media } from '../../core/document/media.ts';
import type { SuggestionOrigin } from '../../core/pictures/suggestions.ts';
import type { Source } from '../../core/sources/source.ts';
import type { Trouble } from '../../core/trouble.ts';
import type { PictureWords } from './offers/picture-words.ts';

/** What asks the writer something beside the text, one at a time. */
export type Panel =
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'embed' }
  | { readonly kind: 'picture-address' }
  /** Says the language of the selection or of the passage at the caret. */
  | { readonly kind: 'language' }
  | { readonly kind: 'html-source' }
  | { readonly kind: 'source'; readonly purpose: 'cite' | 'quote' }
  /** Ties the quotation that contains the document position to another source. */
  | {
      readonly kind: 'source';
      readonly purpose: 'tie';
      readonly anchor: Element;
      readonly at: () => number | undefined;
    }
  /** The menu of the section that begins at the document position. */
  | { readonly kind: 'section'; readonly anchor: HTMLElement; readonly at: () => number | undefined }
  /** The note of the footnote that begins at this document position. */
  | { readonly kind: 'footnote'; readonly at: number }
  /** Crops and turns the picture of the figure at the document position. */
  | { readonly kind: 'cut'; readonly at: () => number | undefined }
  /** The menu of the table that holds the caret. */
  | { readonly kind: 'table'; readonly anchor: HTMLElement };

/** A figure, gallery, embed or recording that is selected as a whole; `slot` is the element that holds its tools. */
export type SelectedBlock = {
  readonly kind: 'figure' | 'gallery' | 'embed' | 'recording';
  readonly slot: HTMLElement;
  readonly at: () => number | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
};

/** The find bar: whether it replaces too, and how often it was asked for since it opened. */
export type Finding = { readonly replacing: boolean; readonly times: number };

/** A slash that asks for the slash menu: its place, the caret's, and the text between. Document positions. */
export type SlashQuery = { readonly from: number; readonly to: number; readonly text: string };

/** Words for a field: of the picture's own metadata, of the card of an embed, or of a post before. */
export type Offer = { readonly text: string; readonly from: SuggestionOrigin | 'card' | 'before' };

/** What can be put into the caption or credit that has the caret, in place of the `text` that begins at `from`. */
export type Offers = {
  readonly field: 'caption' | 'credit';
  readonly from: number;
  readonly text: string;
  readonly options: readonly Offer[];
  readonly isOpen: boolean;
  /** The option that Enter takes; -1 while Enter is still the text's. */
  readonly active: number;
};

/** A file that is copied into the library. */
export type Taking = {
  readonly name: string;
  readonly done: number;
  readonly bytes: number;
  readonly cancel: () => void;
};

/** What of the open post is drawn by React. It changes with commands and selections, never with plain typing. */
export type EditorUi = {
  readonly sources: readonly Source[];
  /** The language of the post (BCP 47). */
  readonly language: string;
  readonly panel: Panel | null;
  readonly finding: Finding | null;
  readonly slash: SlashQuery | null;
  readonly offers: Offers | null;
  /** Where the field begins whose offers were put away; null when there is none. */
  readonly offersClosedAt: number | null;
  readonly selected: SelectedBlock | null;
  /** The field of the selected block's tools that a command asks for, until it has the focus. */
  readonly asked: 'alt' | 'title' | 'start' | null;
  /** A video or audio file on its way into the library: how many of its bytes are there. */
  readonly taking: Taking | null;
  /** The citation under the pointer or the caret. */
  readonly citation: { readonly element: Element; readonly source: string } | null;
};

/** What the parts of one editor share: node views, paste, commands and panels. */
export type EditorContext = {
  readonly ui: StoreApi<EditorUi>;
  /** The address under which this window shows a picture of the library. */
  readonly pictureAddress: (sha256: string) => string;
  /** The address under which this window plays a video or audio file of the library. */
  readonly playerAddress: (sha256: string) => string;
  /** The name and size of a file of the library; null when it is not there. */
  readonly mediaFacts: (sha256: string) => Promise<Pick<Media, 'name' | 'bytes'> | null>;
  readonly pictureWords: PictureWords;
  readonly onTrouble: (trouble: Trouble) => void;
  readonly onAddSource: () => void;
  /** Whether the line that is written stays at one height of the window. */
  readonly typewriter: () => boolean;
  /** Whether a screen reader or the like reads the window: then the whole post stays where it can be read. */
  readonly assistive: () => boolean;
  /** Asks the site of the embed at a place again, or no more. */
  readonly embeds: { readonly again: (at: number) => void; readonly cancel: (at: number) => void };
  /** Opens a web page in the system's browser. */
  readonly openLink: (url: string) => void;
};

export const createEditorUi = (start: Pick<EditorUi, 'sources' | 'language'>): StoreApi<EditorUi> =>
  createStore<EditorUi>(() => ({
    ...start,
    panel: null,
    finding: null,
    slash: null,
    offers: null,
    offersClosedAt: null,
    selected: null,
    asked: null,
    taking: null,
    citation: null,
  }));

/** Puts the caret back into the post where it was. */
export const refocus = (editor: Editor): void => {
  if (!editor.isDestroyed) editor.view.focus();
};
