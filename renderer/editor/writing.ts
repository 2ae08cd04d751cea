import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Editor } from '@tiptap/react';
import type { Arrangement } from '../../core/document/editing/pictures.ts';
import { sourceAtCaret } from '../../core/document/editing/source-at-caret.ts';
import type { Sha256 } from '../../core/document/media.ts';
import { toStored } from '../../core/document/schema.ts';
import { headlineOf } from '../../core/document/text.ts';
import { embedOf } from '../../core/embeds/embed-address.ts';
import { mayBeRecording } from '../../core/recordings/recording-types.ts';
import { ok } from '../../core/trouble.ts';
import { isAssistive } from '../bridge/assistive.ts';
import { bridge, pictureAddress, playerAddress } from '../bridge/client.ts';
import { languageOf } from '../bridge/languages.ts';
import { saveNow } from '../bridge/pending-saves.ts';
import { changeSettings, currentSettings } from '../bridge/queries.ts';
import { saveInTurn } from '../bridge/revisions.ts';
import { createAutosave } from './autosave.ts';
import { checkedPlaces } from './checked-places.ts';
import { copiedMarks, copiedWords } from './copying/copied-marks.ts';
import { createCopyChecker } from './copying/copy-checker.ts';
import { createEditor } from './create-editor.ts';
import type { EditorApi, EditorState, PostEditorProps } from './editor-api.ts';
import { createEditorUi, type EditorContext, type SelectedBlock } from './editor-context.ts';
import { pastedAddresses } from './embeds/pasted-address.ts';
import { readingEmbeds } from './embeds/reading-embeds.ts';
import { writeBelow } from './keys.ts';
import { missingCreditMarks } from './missing-credits.ts';
import { pictureWords } from './offers/picture-words.ts';
import { outlinePlaces, selectedWordsOf } from './outline-place.ts';
import { checkPicture, figureOf, insertPictures, takeIn, tellPlacesRemoved } from './pictures.ts';
import { factsOf, type PostFacts } from './post-facts.ts';
import { afterRest, windowClock } from './rest.ts';
import { cite, mergeSource, quote } from './source-commands.ts';
import { kindOf, startUndoStep } from './undo/undo-history.ts';

/** How long typing rests before headline and counts are read anew, in milliseconds. */
const restBeforeFacts = 500;

/** How long the caret rests before the window is told where it is, in milliseconds. */
const restBeforePlace = 150;

/** A post that is open for writing: the editor, its api for the window, and what React draws around it. */
export type Writing = {
  readonly editor: Editor;
  readonly context: EditorContext;
  readonly api: EditorApi;
  /** Opens the system's file dialog and inserts what was chosen. */
  readonly choosePictures: (arrangement: Arrangement) => Promise<void>;
  readonly replacePicture: (block: SelectedBlock) => Promise<void>;
  /** The same for a video or audio file. */
  readonly chooseRecording: () => Promise<void>;
  readonly replaceRecording: (block: SelectedBlock) => Promise<void>;
  /** Puts the caret below the last block. */
  readonly writeBelow: () => void;
  /** Reads what the window shows of the whole text: once behind the first paint, later whenever typing rests. */
  readonly readFacts: () => void;
  /** Compares the summary with its sources again: they, or the settings, are other ones. */
  readonly checkCopying: () => void;
  /** Looks for missing credits again: settings or reasons are other ones. */
  readonly lookForCredits: () => void;
  /** Writes what is not on disk yet and takes the editor down. */
  readonly close: () => void;
};

type Callbacks = Pick<PostEditorProps, 'post' | 'onTrouble' | 'onAddSource' | 'onReload'>;

/** Opens a readable post. Until something is written nothing outside of it changes. */
export const openWriting = (
  doc: ProseMirrorNode,
  { post, sources, readOnly }: Pick<PostEditorProps, 'post' | 'sources' | 'readOnly'>,
  callbacks: () => Callbacks,
): Writing => {
  const main = bridge();
  const context: EditorContext = {
    ui: createEditorUi({ sources, language: languageOf(post.fields) }),
    pictureAddress,
    playerAddress,
    mediaFacts: async (sha256) => {
      const found = await main.media.get({ sha256: sha256 as Sha256 });
      return found.ok ? found.value : null;
    },
    pictureWords: pictureWords({
      media: main.media,
      posts: main.posts,
      onTrouble: (trouble) => callbacks().onTrouble(trouble),
    }),
    onTrouble: (trouble) => callbacks().onTrouble(trouble),
    onAddSource: () => callbacks().onAddSource(),
    typewriter: () => currentSettings().typewriter,
    assistive: isAssistive,
    openLink: (url) => void main.app.openLink({ url }),
    embeds: { again: (at) => embeds.again(at), cancel: (at) => embeds.cancel(at) },
  };
  const pictures = { ...context, media: main.media };
  const embeds = readingEmbeds({ editor: () => editor, embeds: main.embeds, onTrouble: context.onTrouble });
  const pastedAddress = pastedAddresses({ editor: () => editor, listed: main.embeds.listed, read: embeds.read });
  const copied = copiedMarks({
    checker: createCopyChecker(main.sources.article),
    enabled: () => currentSettings().copyCheck,
    minimum: () => currentSettings().copyMinimum,
    sources: () => context.ui.getState().sources,
    onFound: (runs) => {
      if (state.document === editor.state.doc) change({ copied: runs });
    },
  });
  const credits = missingCreditMarks({
    enabled: () => currentSettings().creditMarks,
    overrides: () => callbacks().post.fields.overrides,
  });
  const editor = createEditor({
    post: post.id,
    doc,
    editable: !readOnly,
    context,
    smartSigns: { enabled: () => currentSettings().smartTyping, language: () => context.ui.getState().language },
    onFiles: (files, at) => {
      const recorded = files.filter(mayBeRecording);
      const taken = files.filter((file) => !recorded.includes(file)).map((file) => takeIn(file, main.media));
      if (taken.length > 0) void insertPictures(editor, taken, pictures, 'gallery', at);
      if (recorded.length > 0) void takeRecordings(recorded, at);
    },
    onEmbed: (embed) => embeds.insert(embed, false),
    onAddress: (address) => void pastedAddress.look(address),
    thinkingMarks: [copied.extension, credits.extension],
    journal: readOnly || post.sequence === 0 ? null : () => main.posts.journal({ id: post.id, before: post.sequence }),
  });

  const recordings = () => import('./recordings.ts');
  /** One after the other: a large file takes its time. */
  const takeRecordings = async (files: readonly (File | null)[], at?: number): Promise<void> => {
    const { insertRecording } = await recordings();
    for (const file of files) await insertRecording(file, { editor, context, main }, at);
  };

  const listeners = new Set<() => void>();
  let state: EditorState = {
    headline: headlineOf(doc),
    document: null,
    words: null,
    length: null,
    outline: [],
    copied: [],
    usedSources: [],
    sourceAtCaret: null,
    outlinePlace: 0,
    selectedWords: null,
    saving: 'saved',
    trouble: null,
  };
  const change = (next: Partial<EditorState>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  const autosave = createAutosave({
    sequence: post.sequence,
    store: {
      append: (sequence, edits) => main.posts.append({ id: post.id, sequence, edits: [...edits] }),
      save: (sequence, document) =>
        saveInTurn(post.id, (revision) => main.posts.save({ id: post.id, revision, sequence, document })),
    },
    document: () => toStored(editor.state.doc),
    clock: windowClock,
    onTrouble: (trouble) => {
      change({ trouble, saving: trouble === null ? 'saving' : 'trouble' });
      if (trouble !== null) callbacks().onTrouble(trouble);
    },
    onStale: (trouble) => {
      callbacks().onTrouble(trouble);
      callbacks().onReload();
    },
  });

  // Undefined until the text was read.
  let commentHeading: PostFacts['commentHeading'] | undefined;
  const rememberCommentLabel = (facts: PostFacts): void => {
    const before = commentHeading;
    commentHeading = facts.commentHeading;
    if (before === undefined || before === commentHeading) return;
    const label = commentHeading?.trim();
    if (label) void changeSettings({ commentLabel: label.slice(0, 200) });
  };
  const readFacts = (): void => {
    const facts = factsOf(editor.state.doc);
    // Behind the first paint: what the writer put there offline is asked about now.
    if (commentHeading === undefined) embeds.readWaiting();
    rememberCommentLabel(facts);
    const { commentHeading: __, ...shown } = facts;
    places.begin();
    const outlinePlace = places.current(facts.outline);
    change({
      ...shown,
      copied: copiedWords(editor.state),
      outlinePlace,
      ...(state.trouble === null ? { saving: autosave.pending() ? 'saving' : 'saved' } : {}),
    });
  };

  window.addEventListener('online', embeds.readWaiting);

  const factsRest = afterRest(windowClock, restBeforeFacts, readFacts);

  const places = outlinePlaces(editor);
  const readPlace = (): void => {
    const outlinePlace = places.current(state.outline);
    const selectedWords = selectedWordsOf(editor.state);
    const source = sourceAtCaret(editor.state);
    const isSame = selectedWords === state.selectedWords && source === state.sourceAtCaret;
    if (outlinePlace !== state.outlinePlace || !isSame) change({ outlinePlace, selectedWords, sourceAtCaret: source });
  };
  const checked = checkedPlaces(editor, places);
  const placeRest = afterRest(windowClock, restBeforePlace, readPlace);

  // One key press runs all of this: it may cost a few microseconds and must not render anything.
  editor.on('transaction', ({ transaction, appendedTransactions }) => {
    for (const tr of [transaction, ...(appendedTransactions ?? [])]) {
      autosave.record({ steps: tr.steps, docs: tr.docs, kind: kindOf(tr) });
      if (tr.docChanged) places.follow(tr.mapping);
    }
    if (transaction.docChanged || appendedTransactions?.length) factsRest.disturb();
    if (transaction.docChanged || transaction.selectionSet) placeRest.disturb();
  });

  const insertEmbed = (address: string) => {
    const embed = embedOf(address);
    if (!embed.ok) return embed;
    editor.view.focus();
    embeds.insert(embed.value, true);
    return ok(undefined);
  };
  const sourceOf = (id: string) => context.ui.getState().sources.find((source) => source.id === id);

  const api: EditorApi = {
    postId: post.id,
    flush: async () => {
      const written = await autosave.flush();
      if (factsRest.awaited() || state.document === null) {
        factsRest.cancel();
        readFacts();
      }
      return written;
    },
    insertQuotation: (sourceId, quoted) => quote(editor, sourceId, quoted),
    cite: (sourceId) => {
      const source = sourceOf(sourceId);
      if (source) cite(editor, source);
    },
    mergeSource: (from, into) => mergeSource(editor, from, into),
    insertPictures: (chosen) => insertPictures(editor, chosen, pictures, 'figures'),
    insertEmbed,
    focus: () => editor.view.focus(),
    goTo: places.goTo,
    goToPlace: checked.goTo,
    writeTranscript: (place) => checked.writeTranscript(place, context.ui.getState().language),
    fix: (place, fix) => {
      checked.fix(place, fix);
      factsRest.cancel();
      readFacts();
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return {
    editor,
    context,
    api,
    choosePictures: async (arrangement) => {
      const chosen = await main.media.choose();
      if (chosen.ok) await insertPictures(editor, chosen.value, pictures, arrangement);
      else context.onTrouble(chosen.error);
    },
    replacePicture: async (block) => {
      const chosen = await main.media.choose();
      const [picked] = chosen.ok ? chosen.value : [chosen];
      if (picked === undefined) return;
      const picture = picked.ok ? await checkPicture(picked.value, pictures) : picked;
      const at = block.at();
      if (!picture.ok) context.onTrouble(picture.error);
      else if (at !== undefined && !editor.isDestroyed) {
        const { tr } = editor.state;
        for (const [name, value] of Object.entries(figureOf(picture.value))) tr.setNodeAttribute(at, name, value);
        editor.view.dispatch(startUndoStep(tr));
        if (picture.value.placeRemoved) tellPlacesRemoved(1);
      }
    },
    chooseRecording: () => takeRecordings([null]),
    replaceRecording: async (block) => (await recordings()).replaceRecording(block, { editor, context, main }),
    writeBelow: () => {
      if (editor.isEditable) writeBelow(editor.view);
    },
    readFacts,
    checkCopying: copied.again,
    lookForCredits: credits.again,
    close: () => {
      factsRest.cancel();
      placeRest.cancel();
      // The editor's state outlives its view, so the last words are written although nothing shows them any more. As
      // long as that fails they are tried again, and nobody closes the window over them unasked.
      void saveNow(`text of ${post.id}`, autosave.flush).then((written) => {
        if (written.ok || written.error.code === 'post/not-found') autosave.stop();
      });
      window.removeEventListener('online', embeds.readWaiting);
      embeds.stop();
      pastedAddress.stop();
      editor.destroy();
    },
  };
};
