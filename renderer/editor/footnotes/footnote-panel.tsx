import { TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/button.tsx';
import { Frame, type PanelProps } from '../panel-frame.tsx';
import styles from '../panels.module.css';
import { startUndoStep } from '../undo/undo-history.ts';
import { words } from '../words.ts';
import { shownReferences } from './footnote-view.ts';
import { type NoteEditor, openNoteEditor } from './note-editor.ts';

type Props = PanelProps & {
  /** Where the note begins when the panel opens. */
  readonly start: number;
};

type FieldProps = {
  readonly editor: Editor;
  readonly start: number;
  readonly language: string;
  readonly note: RefObject<NoteEditor | null>;
  readonly onLeave: () => void;
  readonly onGone: () => void;
};

/** The number that readers will know the note by; null while it is empty. */
const numberOf = (text: HTMLElement, reference: HTMLElement | null): number | null => {
  const index = reference === null ? -1 : shownReferences(text).indexOf(reference);
  return index < 0 ? null : index + 1;
};

/** Goes on writing after the note that begins at this position. */
const goOnAfter = ({ state, view }: Editor, at: number): void => {
  const after = at + (state.doc.nodeAt(at)?.nodeSize ?? 0);
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, after)).scrollIntoView());
  view.focus();
};

/** The note itself. It opens with its place, which a panel gets after it was first drawn. */
const NoteField = ({ editor, start, language, note, onLeave, onGone }: FieldProps) => {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef({ onLeave, onGone });
  latest.current = { onLeave, onGone };

  useEffect(() => {
    if (place.current === null) return undefined;
    const opened = openNoteEditor(editor, start, place.current, {
      language,
      onLeave: () => latest.current.onLeave(),
      onGone: () => latest.current.onGone(),
    });
    note.current = opened;
    if (opened === null) latest.current.onGone();
    else opened.view.focus();
    return () => {
      note.current = null;
      opened?.close();
    };
  }, [editor, start, language, note]);

  return <div ref={place} className={styles.note} />;
};

/** A small sheet at a reference in which its note is written. */
export const FootnotePanel = ({ editor, context, onClose, start }: Props) => {
  const note = useRef<NoteEditor | null>(null);
  const [anchor] = useState(() => {
    const reference = editor.view.nodeDOM(start);
    return reference instanceof HTMLElement ? reference : null;
  });
  const language = useStore(context.ui, (state) => state.language);
  const number = numberOf(editor.view.dom, anchor);

  const remove = (): void => {
    const at = note.current?.at() ?? start;
    const { tr, doc } = editor.state;
    editor.view.dispatch(startUndoStep(tr.delete(at, at + (doc.nodeAt(at)?.nodeSize ?? 0))));
  };
  const leave = (): void => {
    goOnAfter(editor, note.current?.at() ?? start);
    onClose();
  };
  const gone = (): void => {
    editor.view.focus();
    onClose();
  };
  return (
    <Frame
      editor={editor}
      onClose={onClose}
      title={number === null ? words('footnote.title') : words('footnote.numbered', { number })}
      anchor={anchor ?? undefined}
    >
      <div className={styles.form}>
        <NoteField editor={editor} start={start} language={language} note={note} onLeave={leave} onGone={gone} />
        <div className={styles.actions}>
          <Button kind="plain" onClick={remove}>
            {words('footnote.remove')}
          </Button>
          <span className={styles.gap} />
          <Button kind="primary" onClick={leave}>
            {words('footnote.done')}
          </Button>
        </div>
      </div>
    </Frame>
  );
};
