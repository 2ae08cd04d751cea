import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import type { Editor } from '@tiptap/react';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { startUndoStep } from '../undo/undo-history.ts';
import { words } from '../words.ts';
import { changeBody } from './body-changes.ts';
import styles from './html-source.module.css';
import { type PrintedSource, printSource } from './print-source.ts';
import { type Loss, lossesIn, readSource } from './read-source.ts';

type Props = { readonly editor: Editor; readonly onClose: () => void };

/** The innermost block that holds the caret, or the one that is selected. */
const caretBlock = ({ selection }: EditorState): ProseMirrorNode | null => {
  const { $from } = selection;
  return $from.depth > 1 ? $from.node($from.depth) : $from.nodeAfter;
};

/** Puts the caret of a field to a place and that place into the upper part of what is seen. */
const showPlace = (field: HTMLTextAreaElement, text: string, place: number): void => {
  // A field scrolls to its end only; the lines before the place are as high alone as with those behind them.
  field.value = text.slice(0, place);
  const above = field.scrollHeight - field.clientHeight / 3;
  field.value = text;
  field.scrollTop = Math.max(0, above);
  field.setSelectionRange(place, place);
};

type FieldProps = {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly source: PrintedSource;
  readonly onInput: () => void;
};

/** A part of its own, because a sheet puts its content into the page later than the sheet's owner is drawn. */
const SourceField = ({ ref, source, onInput }: FieldProps) => {
  useLayoutEffect(() => {
    if (ref.current) showPlace(ref.current, source.html, source.caret);
  }, [ref, source]);
  return (
    <textarea
      ref={ref}
      className={styles.field}
      aria-label={words('htmlSource.field')}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      onInput={onInput}
    />
  );
};

const named = (losses: readonly Loss[]): string =>
  losses.map(({ name, count }) => (count === 1 ? name : `${name} (${count})`)).join(', ');

/** What changed the document since the sheet was opened; pictures may still come in behind it. */
const useChangesSince = (editor: Editor) => {
  const since = useRef(new Mapping());
  useEffect(() => {
    type Applied = { readonly transaction: Transaction; readonly appendedTransactions?: readonly Transaction[] };
    const note = ({ transaction, appendedTransactions = [] }: Applied): void => {
      for (const { mapping } of [transaction, ...appendedTransactions]) since.current.appendMapping(mapping);
    };
    editor.on('transaction', note);
    return () => void editor.off('transaction', note);
  }, [editor]);
  return since;
};

/**
 * The post's body as HTML, to be read and edited. Applying it is one undo step that touches only the blocks that differ;
 * what the post cannot hold is told first.
 */
export const HtmlSource = ({ editor, onClose }: Props) => {
  const [opened] = useState(() => ({
    doc: editor.state.doc,
    ...printSource(editor.state.doc, caretBlock(editor.state)),
  }));
  const field = useRef<HTMLTextAreaElement>(null);
  const since = useChangesSince(editor);
  const [losses, setLosses] = useState<readonly Loss[]>([]);
  const [asking, setAsking] = useState(false);

  const written = (): string => field.current?.value ?? opened.html;
  const close = (): void => (written() === opened.html ? onClose() : setAsking(true));
  const changePost = (html: string): void => {
    const after = readSource(html, opened.doc, document.implementation.createHTMLDocument(''));
    const lost = lossesIn(html, printSource(after, null).html);
    if (lost.length > 0 && losses.length === 0) {
      setLosses(lost);
      return;
    }
    const { tr } = editor.state;
    editor.view.dispatch(changeBody(startUndoStep(tr), opened.doc, after, since.current).scrollIntoView());
    onClose();
  };
  const apply = (): void => (written() === opened.html ? onClose() : changePost(written()));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    apply();
  };

  const lossCount = losses.reduce((sum, { count }) => sum + count, 0);
  return (
    <Sheet
      title={words('htmlSource.title')}
      subtitle={words('htmlSource.hint')}
      width="whole"
      onClose={close}
      onKeyDown={onKeyDown}
      actions={
        <>
          <ActionsGap />
          <Button kind="plain" onClick={close}>
            {words('htmlSource.cancel')}
          </Button>
          <Button kind="primary" onClick={apply}>
            {words(losses.length > 0 ? 'htmlSource.applyAnyway' : 'htmlSource.apply')}
          </Button>
        </>
      }
    >
      <SourceField ref={field} source={opened} onInput={() => setLosses([])} />
      <div className={losses.length > 0 ? styles.losses : undefined} role="alert">
        {losses.length > 0 ? (
          <Notice level="should">{words('htmlSource.lost', { count: lossCount, names: named(losses) })}</Notice>
        ) : null}
      </div>
      {asking ? (
        <Confirm
          title={words('htmlSource.discard.title')}
          text={words('htmlSource.discard.text')}
          action={words('htmlSource.discard.action')}
          onConfirm={onClose}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Sheet>
  );
};
