import { useQuery } from '@tanstack/react-query';
import { lazy, type MouseEvent, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DocumentJson } from '../../core/document/post.ts';
import { parseDocument } from '../../core/document/schema.ts';
import type { Trouble } from '../../core/trouble.ts';
import { bridge } from '../bridge/client.ts';
import { languageOf } from '../bridge/languages.ts';
import { settingsQuery, spellingQuery } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { usePainted } from '../ui/use-painted.ts';
import { BlockCommands } from './block-commands.tsx';
import { CitationCard } from './citation-card.tsx';
import { CopyCommands } from './copy-commands.tsx';
import type { PostEditorProps } from './editor-api.ts';
import { EditorCommands, ReadOnlyCommands, TabModeCommand } from './editor-commands.tsx';
import { featurePicture } from './feature-picture.ts';
import { FindCommands } from './find/find-commands.tsx';
import { loadCleaning } from './paste.ts';
import styles from './post-editor.module.css';
import './blocks.css';
import './post-text.css';
import './figures.css';
import './sections.css';
import { GalleryCommands } from './gallery-commands.tsx';
import { TableCommands } from './table-commands.tsx';
import './galleries.css';
import './tables.css';
import { words } from './words.ts';
import { openWriting, type Writing } from './writing.ts';

// Needed at the first selected block or the first panel, and ready before that: loaded behind the first paint.
const MediaCommands = lazy(() => import('./media-commands.tsx').then((module) => ({ default: module.MediaCommands })));
const BlockTools = lazy(() => import('./block-tools.tsx').then((module) => ({ default: module.BlockTools })));
const FindBar = lazy(() => import('./find/find-bar.tsx').then((module) => ({ default: module.FindBar })));
const OfferList = lazy(() => import('./offers/offer-list.tsx').then((module) => ({ default: module.OfferList })));
const RecordingCommands = lazy(() =>
  import('./recording-commands.tsx').then((module) => ({ default: module.RecordingCommands })),
);
const SlashMenu = lazy(() => import('./slash/slash-menu.tsx').then((module) => ({ default: module.SlashMenu })));
const TakingIn = lazy(() => import('./taking-in.tsx').then((module) => ({ default: module.TakingIn })));
const Panels = lazy(() => import('./panels.tsx').then((module) => ({ default: module.Panels })));

type DocumentNode = Extract<ReturnType<typeof parseDocument>, { ok: true }>['value'];

/** Everything that a document says, in its order, whatever its shape: for one that the schema refuses. */
const rawText = (node: DocumentJson): string => {
  const inner = Array.isArray(node.content) ? node.content.map(rawText) : [];
  const isLine = inner.length > 0 && node.content?.every(({ type }) => type === 'text');
  return typeof node.text === 'string' ? node.text : inner.join(isLine ? '' : '\n\n');
};

/** A post whose document cannot be read: its words as they are stored, never repaired and never written back. */
const UnreadablePost = ({ document, trouble }: { readonly document: DocumentJson; readonly trouble: Trouble }) => {
  const text = rawText(document);
  return (
    <div className={styles.page}>
      <TroubleNotice trouble={trouble}>
        <Button onClick={() => void bridge().app.copyText({ text })}>{words('unreadable.copy')}</Button>
      </TroubleNotice>
      <pre className={`${styles.raw} selectable`}>{text}</pre>
    </div>
  );
};

/** Focus comes into the text when nothing else has it, and into the headline of a post that has none yet. */
const focusFirst = ({ editor }: Writing): void => {
  const { activeElement } = document;
  const nothingFocused = activeElement === null || activeElement === document.body;
  if (editor.isEditable && (nothingFocused || editor.state.doc.firstChild?.content.size === 0)) editor.view.focus();
};

/**
 * Whether words are checked now. The engine looks at what is written already when an element begins to be checked, and takes
 * its marks away when it ends.
 */
const useSpelled = (): boolean => {
  const { status } = useQuery(spellingQuery).data;
  return status === 'ready' || status === 'system';
};

const WritingPost = ({ doc, ...props }: PostEditorProps & { readonly doc: DocumentNode }) => {
  const latest = useRef(props);
  latest.current = props;
  // The document is only the start: what is written after that lives in the editor.
  const [writing] = useState(() => openWriting(doc, props, () => latest.current));
  const { sources, readOnly } = props;
  const language = languageOf(props.post.fields);
  const spelled = useSpelled();
  const place = useRef<HTMLDivElement>(null);
  const painted = usePainted();

  useLayoutEffect(() => {
    place.current?.append(writing.editor.view.dom);
    focusFirst(writing);
    latest.current.onReady(writing.api);
    return writing.close;
  }, [writing]);
  // Other settings change whenever a post is opened, and draw nothing here.
  const { data: copied } = useQuery({
    ...settingsQuery,
    select: (settings) => settings.copyCheck && settings.copyMinimum,
  });
  useEffect(() => writing.context.ui.setState({ sources }), [writing, sources]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads both when it runs.
  useEffect(writing.checkCopying, [writing, sources, copied]);
  const { data: creditMarks } = useQuery({ ...settingsQuery, select: (settings) => settings.creditMarks });
  const { overrides } = props.post.fields;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads both when it runs.
  useEffect(writing.lookForCredits, [writing, creditMarks, overrides]);
  useEffect(() => writing.context.ui.setState({ language }), [writing, language]);

  useEffect(() => void (painted && loadCleaning()), [painted]);
  useEffect(() => {
    if (!painted) return undefined;
    const idle = requestIdleCallback(() => {
      writing.readFacts();
      writing.editor.commands.readUndoSteps();
    });
    return () => cancelIdleCallback(idle);
  }, [writing, painted]);

  const onClickBelow = (event: MouseEvent): void => {
    if (event.target === event.currentTarget) writing.writeBelow();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only the paper around the text; keys reach the text itself.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
    <div className={styles.page} onClick={onClickBelow}>
      {painted ? (
        <Suspense fallback={null}>
          <FindBar editor={writing.editor} context={writing.context} />
        </Suspense>
      ) : null}
      <div ref={place} className={styles.place} lang={language} spellCheck={spelled} />
      {readOnly ? (
        <ReadOnlyCommands />
      ) : (
        <>
          <EditorCommands
            editor={writing.editor}
            context={writing.context}
            onChoosePictures={() => void writing.choosePictures('figures')}
            onChooseRecording={() => void writing.chooseRecording()}
          />
          <BlockCommands editor={writing.editor} />
          <TableCommands editor={writing.editor} />
          <GalleryCommands editor={writing.editor} onChoosePictures={() => void writing.choosePictures('gallery')} />
          {painted ? (
            <Suspense fallback={null}>
              <BlockTools editor={writing.editor} context={writing.context} />
              <MediaCommands
                editor={writing.editor}
                context={writing.context}
                featured={props.post.fields.featuredImage}
                onFeature={(sha256) => void featurePicture(props.post, sha256)}
                onReplacePicture={(block) => void writing.replacePicture(block)}
                onReplaceRecording={(block) => void writing.replaceRecording(block)}
              />
              <RecordingCommands editor={writing.editor} context={writing.context} />
              <TakingIn context={writing.context} />
              <SlashMenu editor={writing.editor} context={writing.context} />
              <OfferList editor={writing.editor} context={writing.context} />
              <Panels
                editor={writing.editor}
                context={writing.context}
                insertEmbed={writing.api.insertEmbed}
                insertPictures={writing.api.insertPictures}
              />
            </Suspense>
          ) : null}
        </>
      )}
      <CitationCard context={writing.context} />
      <FindCommands context={writing.context} readOnly={readOnly} />
      <CopyCommands editor={writing.editor} context={writing.context} />
      <TabModeCommand />
    </div>
  );
};

/** The editor of one post. It fills its place's width and grows with the text; the place scrolls. */
export const PostEditor = (props: PostEditorProps) => {
  const { post } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document is only the start; see `WritingPost`.
  const document = useMemo(() => parseDocument(post.document), [post.id]);
  return document.ok ? (
    <WritingPost {...props} doc={document.value} />
  ) : (
    <UnreadablePost document={post.document.doc} trouble={document.error} />
  );
};
