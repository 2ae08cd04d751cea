import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { TextPlace } from '../../core/checks/check.ts';
import type { Copied } from '../../core/checks/copying/copy-check.ts';
import type { TextFix } from '../../core/checks/fix.ts';
import type { AddedPicture } from '../../core/document/media.ts';
import type { OutlineEntry } from '../../core/document/outline.ts';
import type { Post, PostId } from '../../core/document/post.ts';
import type { TextLength } from '../../core/document/text.ts';
import type { Source } from '../../core/sources/source.ts';
import type { Result, Trouble } from '../../core/trouble.ts';

/**
 * What the rest of the window may know of the open post. It is brought up to date when typing rests; what takes a look at
 * the whole text is known behind its first paint.
 */
export type EditorState = {
  readonly headline: string;
  /** The text as it was read; null until then. Places of checks are places of it. */
  readonly document: ProseMirrorNode | null;
  /** Null until the text was read. */
  readonly words: { readonly summary: number; readonly comment: number; readonly quoted: number } | null;
  /** Of all sections together, without their headings, captions and credits: what `words` counts. Null until then. */
  readonly length: TextLength | null;
  /** Empty until then. */
  readonly outline: readonly OutlineEntry[];
  /** The entry of the outline that the caret is in, by its index; -1 where there is none. */
  readonly outlinePlace: number;
  /** How many words are selected; null while nothing is. */
  readonly selectedWords: number | null;
  /** `saving`: something typed is not yet in a snapshot. `trouble`: it could not be written and is being tried again. */
  readonly saving: 'saved' | 'saving' | 'trouble';
  /** Why writing failed the last time; null once it works again. */
  readonly trouble: Trouble | null;
  /** What the summary repeats of its sources, at places of `document`. */
  readonly copied: readonly Copied[];
  /** Ids of the sources that citations and quotations refer to. */
  readonly usedSources: readonly string[];
  /** The source whose citation or quotation has the caret, by its id; null elsewhere. */
  readonly sourceAtCaret: string | null;
};

/**
 * The open post, as panels and sheets reach it. Formatting has no method here: it is run by command
 * (`runCommand('format.bold')`), which the editor registers while it is open.
 */
export type EditorApi = {
  readonly postId: PostId;
  /** Puts everything typed so far on disk as a snapshot. Call it before publishing, previewing or duplicating. */
  readonly flush: () => Promise<Result<void>>;
  /** A quotation of that source after the block with the caret; the caret goes into it. */
  readonly insertQuotation: (sourceId: string, words?: string) => void;
  /** Marks the selected words as a citation of that source, or inserts its publisher as one. */
  readonly cite: (sourceId: string) => void;
  /**
   * Lets citations and quotations of one source refer to another, as one undo step. Answers the way to take it back at once;
   * it does nothing when the text was changed since.
   */
  readonly mergeSource: (from: string, into: string) => () => void;
  /** Figures after the block with the caret, one for each picture that came in; the others are told as troubles. */
  readonly insertPictures: (pictures: readonly Result<AddedPicture>[]) => Promise<void>;
  /** A video, audio or post after the block with the caret; `embed/not-an-address` when the address is none. */
  readonly insertEmbed: (address: string) => Result<void>;
  readonly focus: () => void;
  /** Puts the caret into a place of the outline, and the place into sight. */
  readonly goTo: (entry: OutlineEntry) => void;
  /** Puts the caret to what a check found in `state().document`, and it into sight; nothing when it is gone. */
  readonly goToPlace: (place: TextPlace) => void;
  /** Makes the change that a check offers, as one undo step, and reads the text anew. */
  readonly fix: (place: TextPlace, fix: TextFix) => void;
  /** Puts the caret into the transcript of the recording that a check found, which is made where there is none. */
  readonly writeTranscript: (place: TextPlace) => void;
  readonly state: () => EditorState;
  /** Calls back after every change of `state()`; answers the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** What the editor is given. Another post is another editor: give the component `key={post.id}`. */
export type PostEditorProps = {
  /** As `posts.open` answered it; its fields as they are now. */
  readonly post: Post;
  /** The post's sources as they are now; citations and quotations are drawn from them. */
  readonly sources: readonly Source[];
  /** True for posts in the trash. A document that cannot be read is shown read-only whatever this says. */
  readonly readOnly: boolean;
  readonly onReady: (api: EditorApi) => void;
  /** A trouble that the writer must hear about: the window shows its sentence and next step. */
  readonly onTrouble: (trouble: Trouble) => void;
  /** The writer wants to cite or quote and there is no source yet: open the form that adds one. */
  readonly onAddSource: () => void;
  /** The stored post moved on under the editor (`post/stale`): open it anew. What was typed here is kept as a version. */
  readonly onReload: () => void;
};
