import { type Editor, Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { addFigures } from '../../core/document/editing/pictures.ts';
import { type Embed, parseEmbedAddress } from '../../core/embeds/embed-address.ts';
import { isLinkAddress } from '../../core/sources/address.ts';
import type { Source } from '../../core/sources/source.ts';
import { placeOfFiles } from './gallery-drop.ts';
import { onlyOwnHtmlBlocks, rememberHtmlBlocks } from './pasted/html-blocks.ts';
import { sliceOfText } from './pasted/plain-text.ts';
import { startUndoStep } from './undo/undo-history.ts';

type Options = {
  /** Called with files that were pasted, or dropped at a document position. */
  readonly onFiles: (files: readonly File[], at?: number) => void;
  /** Called with the embed whose address was pasted on an empty line; answers whether it was put there. */
  readonly onEmbed: (embed: Embed) => boolean;
  /** Told of any other web address that is pasted on an empty line, before it stands there. */
  readonly onAddress: (address: string) => void;
  /** The post's sources: a pasted quotation of one of them is tied to it. */
  readonly sources: () => readonly Source[];
  /** The post's language (BCP 47): passages in other ones are marked as such. */
  readonly language: () => string;
  /** Told how many pictures of other sites were not taken in with what was pasted. */
  readonly onPicturesLeftOut: (count: number) => void;
};

const load = async () => ({ ...(await import('./pasted-html.ts')), ...(await import('./pasted/markdown.ts')) });

type Cleaning = Awaited<ReturnType<typeof load>>;

let cleaning: Cleaning | null = null;

/** Loads what reads pasted HTML and Markdown: two whole parsers, which no first paint waits for. */
export const loadCleaning = async (): Promise<void> => {
  cleaning ??= await load();
};

const loaded = (): Cleaning => {
  if (cleaning === null) throw new Error('HTML came in before it could be cleaned.');
  return cleaning;
};

const copyOf = (data: DataTransfer): DataTransfer => {
  const copy = new DataTransfer();
  for (const type of data.types) if (type !== 'Files') copy.setData(type, data.getData(type));
  for (const file of data.files) copy.items.add(file);
  return copy;
};

const sameAgain = (event: ClipboardEvent | DragEvent): Event => {
  const shared = { bubbles: true, cancelable: true };
  if (event instanceof DragEvent) {
    const { dataTransfer, clientX, clientY } = event;
    return new DragEvent('drop', { ...shared, clientX, clientY, dataTransfer: dataTransfer && copyOf(dataTransfer) });
  }
  const { clipboardData } = event;
  return new ClipboardEvent('paste', { ...shared, clipboardData: clipboardData && copyOf(clipboardData) });
};

/** Holds back what comes in before it can be cleaned, and lets the same come in again as soon as it can. */
const holdBack = (view: EditorView, event: ClipboardEvent | DragEvent): boolean => {
  // What is dragged inside the post is no HTML.
  if (cleaning !== null || view.dragging) return false;
  event.preventDefault();
  const again = sameAgain(event);
  void loadCleaning().then(() => view.isDestroyed || view.dom.dispatchEvent(again));
  return true;
};

const oneLine = (text: string): string | null => {
  const trimmed = text.trim();
  return trimmed !== '' && !/\s/.test(trimmed) ? trimmed : null;
};

const onEmptyLine = ({ selection }: EditorState): boolean => {
  const { $from, empty } = selection;
  return empty && $from.depth === 2 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
};

/** Words of one line are selected and may be linked. */
const takesLink = ({ selection, schema }: EditorState): boolean => {
  const { $from, $to, empty } = selection;
  const link = schema.marks.link;
  return !empty && $from.sameParent($to) && link !== undefined && $from.parent.type.allowsMarkType(link);
};

const filesOf = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])];

/** How long after its announcement a plain paste may come, in milliseconds. */
const plainWithin = 1000;

let plainAnnounced = Number.NEGATIVE_INFINITY;

/**
 * Says that the paste which comes now is to stay as it is. Its event holds the text alone, and so does that of any copied
 * text: only who asked can tell them apart.
 */
export const announcePlainPaste = (): void => {
  plainAnnounced = performance.now();
};

const takePlainAnnouncement = (): boolean => {
  const announced = performance.now() - plainAnnounced < plainWithin;
  plainAnnounced = Number.NEGATIVE_INFINITY;
  return announced;
};

/** Text without HTML, or with an editor's colours for it. */
const isBareText = (data: DataTransfer): boolean =>
  data.getData('text/html') === '' || data.types.includes('vscode-editor-data');

/** Lines of plain text, each the only one of its kind: several pasted lines become one. */
const plainLines = new Set(['headline', 'sectionHeading', 'attribution', 'credit']);

const pastedIntoLine = (editor: Editor, text: string): boolean => {
  const { $from, $to } = editor.state.selection;
  if (!plainLines.has($from.parent.type.name) || !$from.sameParent($to) || text === '') return false;
  editor.view.dispatch(editor.state.tr.insertText(text.replace(/\s+/g, ' ')).scrollIntoView());
  return true;
};

const pasted = (editor: Editor, event: ClipboardEvent, plain: boolean, options: Options): boolean => {
  const data = event.clipboardData;
  if (!data || !editor.isEditable) return false;
  const { state } = editor;
  const files = filesOf(data);
  // Office programs put a picture of copied text on the clipboard too: then the text is meant.
  if (files.length > 0 && !plain && !loaded().hasText(data.getData('text/html'))) {
    options.onFiles(files);
    return true;
  }
  const text = data.getData('text/plain');
  if (/\n/.test(text.trim()) && pastedIntoLine(editor, text.trim())) return true;
  const line = oneLine(text);
  if (plain) return false;
  const { isMarkdown, htmlOfMarkdown } = loaded();
  if (isBareText(data) && !state.selection.$from.parent.type.spec.code && isMarkdown(text)) {
    return editor.view.pasteHTML(htmlOfMarkdown(text));
  }
  if (line === null) return false;
  if (onEmptyLine(state)) {
    const embed = parseEmbedAddress(line);
    if (embed.ok) return options.onEmbed(embed.value);
    options.onAddress(line);
  }
  if (takesLink(state) && isLinkAddress(line)) return editor.commands.setLink({ href: line });
  return false;
};

/** Copied figures that are pasted at a caret in a gallery become part of it. */
const figuresPasted = ({ state, view, isEditable }: Editor, { content, openStart }: Slice): boolean => {
  const figures = content.content;
  const whole = openStart === 0 && figures.length > 0 && figures.every(({ type }) => type.name === 'figure');
  if (!whole || !isEditable || !(state.selection instanceof TextSelection)) return false;
  return addFigures(figures)(state, (tr) => view.dispatch(startUndoStep(tr)));
};

/**
 * What comes in from outside: HTML is cut down before any DOM sees it, text that is clearly Markdown becomes what it says, picture files become figures or a gallery, the address of a video, audio or post
 * on an empty line becomes an embed, and an address pasted over words links them.
 */
export const paste = (options: Options): Extension =>
  Extension.create({
    name: 'rejoinderPaste',
    // Before the schema's own rules, which know nothing of files and videos.
    priority: 1000,
    addProseMirrorPlugins() {
      const { editor } = this;
      // As ProseMirror does for the keys of the browser itself.
      let plain = false;
      let leftOut = 0;
      const clean = (html: string): string => {
        const cleaned = loaded().cleanHtml(html, options.sources(), options.language());
        leftOut = cleaned.picturesLeftOut;
        return cleaned.html;
      };
      const tellLeftOut = (): void => {
        if (leftOut > 0) options.onPicturesLeftOut(leftOut);
        leftOut = 0;
      };
      const noteShift = (_view: unknown, event: KeyboardEvent): boolean => {
        plain = event.shiftKey;
        return false;
      };
      return [
        new Plugin({
          props: {
            transformPastedHTML: clean,
            transformCopied: rememberHtmlBlocks,
            transformPasted: onlyOwnHtmlBlocks,
            clipboardTextParser: (text, $context, _plain, view) =>
              sliceOfText(text, view.state.schema, $context.marks()),
            handleDOMEvents: { keydown: noteShift, keyup: noteShift, paste: holdBack, drop: holdBack },
            handlePaste: (_view, event, slice) => {
              const taken =
                pasted(editor, event, takePlainAnnouncement() || plain, options) || figuresPasted(editor, slice);
              // What was taken another way came as a file or as an address, with its picture.
              if (taken) leftOut = 0;
              else tellLeftOut();
              return taken;
            },
            handleDrop: (view, event) => {
              const files = filesOf(event.dataTransfer);
              if (files.length === 0 || !view.editable) {
                tellLeftOut();
                return false;
              }
              leftOut = 0;
              event.preventDefault();
              options.onFiles(files, placeOfFiles(view, event));
              return true;
            },
          },
        }),
      ];
    },
  });
