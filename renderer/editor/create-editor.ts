import type { MarkViewRenderer } from '@tiptap/core';
import { Selection } from '@tiptap/extensions';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { type AnyExtension, Editor, type Mark as MarkExtension } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import type { Edit, PostId } from '../../core/document/post.ts';
import { extensions } from '../../core/document/schema.ts';
import type { Embed } from '../../core/embeds/embed-address.ts';
import type { Result } from '../../core/trouble.ts';
import { typesText } from '../ui/key-press-of.ts';
import { dismissNotice, showNotice } from '../ui/notices.ts';
import { blockHandle } from './block-handle.ts';
import { caretBlockExtension } from './caret-block.ts';
import { caretInSight } from './caret-in-sight.ts';
import { citationHints } from './citation-hints.ts';
import { clickBack } from './click-back.ts';
import type { EditorContext } from './editor-context.ts';
import { farBlocks } from './far-blocks.ts';
import { findMarks } from './find/find-marks.ts';
import { footnoteKeys } from './footnotes/footnote-keys.ts';
import { footnoteView } from './footnotes/footnote-view.ts';
import { galleryDrop } from './gallery-drop.ts';
import { editorKeys, leaveFocusMode } from './keys.ts';
import { offerTrigger } from './offers/offer-trigger.ts';
import { paste } from './paste.ts';
import { sectionFolding } from './section-folding.ts';
import { slashTrigger } from './slash/slash-trigger.ts';
import { type SmartTypingOptions, smartTyping } from './smart-typing.ts';
import { stillParagraph } from './still-paragraph.ts';
import { typing } from './typing.ts';
import { undoRedo } from './undo/undo-redo.ts';
import { asideView } from './views/aside-view.ts';
import { codeBlockView, rawHtmlView, readMoreView } from './views/code-view.ts';
import { embedView } from './views/embed-view.ts';
import { figureView } from './views/figure-view.ts';
import { galleryView } from './views/gallery-view.ts';
import { codeMarkView, passageView } from './views/mark-views.ts';
import { type MakeNodeView, nodeViews } from './views/node-views.ts';
import { attributionView, quotationView } from './views/quotation-view.ts';
import { recordingView } from './views/recording-view.ts';
import { sectionView } from './views/section-view.ts';
import { tableView } from './views/table-view.ts';
import { textView } from './views/text-view.ts';
import { words } from './words.ts';

/** How the editor draws the nodes that are more than their HTML. All others are drawn as the schema says. */
const viewsFor = (context: EditorContext): Readonly<Record<string, MakeNodeView>> => ({
  headline: textView({ tag: 'h1', className: 'headline', placeholder: words('headline') }),
  sectionHeading: textView({ tag: 'h2', className: 'section-heading', placeholder: words('sectionHeading') }),
  caption: textView({ tag: 'span', className: 'caption', placeholder: words('caption'), label: words('caption') }),
  credit: textView({ tag: 'span', className: 'credit', placeholder: words('credit'), label: words('creditName') }),
  section: sectionView(context),
  figure: figureView(context),
  gallery: galleryView(context),
  embed: embedView(context),
  recording: recordingView(context),
  table: tableView(context),
  quotation: quotationView,
  attribution: attributionView(context),
  aside: asideView,
  codeBlock: codeBlockView,
  rawHtml: rawHtmlView,
  readMore: readMoreView,
  footnote: footnoteView(context),
});

/** Marks that the editor draws otherwise than the clipboard does. */
const markViews: Readonly<Record<string, MarkViewRenderer>> = { language: passageView, code: codeMarkView };

/** The document's extensions with the views of their marks. */
const drawn: readonly AnyExtension[] = extensions.map((extension) => {
  const view = extension.type === 'mark' && markViews[extension.name];
  return view ? (extension as MarkExtension).extend({ addMarkView: () => view }) : extension;
});

/**
 * The starter kit's behaviour: keys of lists, gap and drop cursor. What a document can hold is settled by
 * `core/document/schema.ts` alone, so every node and mark of the kit is off.
 */
const behaviour = StarterKit.configure({
  dropcursor: { color: false, class: 'drop-cursor', width: 2 },
  blockquote: false,
  bold: false,
  bulletList: false,
  code: false,
  codeBlock: false,
  document: false,
  hardBreak: false,
  heading: false,
  horizontalRule: false,
  italic: false,
  link: false,
  listItem: false,
  orderedList: false,
  paragraph: false,
  strike: false,
  text: false,
  trailingNode: false,
  underline: false,
  undoRedo: false,
});

/** Says how many pictures of other sites did not come in with what was pasted last. */
const tellPicturesLeftOut = (): ((count: number) => void) => {
  let told: number | null = null;
  return (count) => {
    if (told !== null) dismissNotice(told);
    told = showNotice({ text: words('paste.picturesLeftOut', { count }) });
  };
};

/** React listens above the editor and would look for handlers as each letter's key goes down; there are none. */
const keepFromReact = (view: EditorView, event: KeyboardEvent): boolean => {
  if (typesText(event) && event.target === view.dom) event.stopPropagation();
  return false;
};

type EditorSetup = {
  readonly post: PostId;
  readonly doc: ProseMirrorNode;
  readonly editable: boolean;
  readonly context: EditorContext;
  readonly smartSigns: SmartTypingOptions;
  /** Marks what the summary copies from its sources, and credits that are missing. */
  readonly thinkingMarks: readonly AnyExtension[];
  readonly onFiles: (files: readonly File[], at?: number) => void;
  readonly onEmbed: (embed: Embed) => boolean;
  readonly onAddress: (address: string) => void;
  /** What was written in earlier sessions and can be undone; null when that is nothing. */
  readonly journal: (() => Promise<Result<readonly Edit[]>>) | null;
};

/**
 * The editor of one post: the document's own schema, with the views, keys and ways in that a window needs. Whoever shows
 * it puts `view.dom` into the page.
 */
export const createEditor = ({
  post,
  doc,
  editable,
  context,
  smartSigns,
  thinkingMarks,
  onFiles,
  onEmbed,
  onAddress,
  journal,
}: EditorSetup): Editor =>
  new Editor({
    content: doc.toJSON(),
    editable,
    // Styles come from files: the content security policy allows no others.
    injectCSS: false,
    // They look for Markdown in what is pasted plainly too; `paste` does that where it is asked for.
    enablePasteRules: false,
    // Ours are always whole documents; walking every change for deletions would cost time at each key press.
    enableCoreExtensions: { delete: false },
    extensions: [
      ...drawn,
      nodeViews(viewsFor(context)),
      editorKeys,
      footnoteKeys(context),
      leaveFocusMode,
      paste({
        onFiles,
        onEmbed,
        onAddress,
        sources: () => context.ui.getState().sources,
        language: smartSigns.language,
        onPicturesLeftOut: tellPicturesLeftOut(),
      }),
      citationHints(context),
      caretBlockExtension,
      stillParagraph,
      farBlocks.configure({ assistive: context.assistive }),
      blockHandle,
      galleryDrop,
      sectionFolding(post),
      caretInSight.configure({ typewriter: context.typewriter }),
      clickBack,
      findMarks,
      ...thinkingMarks,
      slashTrigger(context),
      offerTrigger(context),
      typing,
      undoRedo({ journal, onTrouble: context.onTrouble }),
      smartTyping(smartSigns),
      behaviour,
      Selection.configure({ className: 'kept-selection' }),
    ],
    editorProps: {
      attributes: {
        class: 'prose post-text',
        'aria-label': words('post'),
        'aria-multiline': 'true',
        translate: 'no',
      },
      handleDOMEvents: {
        keydown: keepFromReact,
        click: (_view, event) => {
          const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
          if (!link || !(event.ctrlKey || event.metaKey)) return false;
          context.openLink(link.getAttribute('href') ?? '');
          return true;
        },
      },
    },
  });
