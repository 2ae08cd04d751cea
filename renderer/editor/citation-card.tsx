import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { labelOf } from '../../core/sources/label.ts';
import type { EditorContext } from './editor-context.ts';
import styles from './panels.module.css';
import { words } from './words.ts';

const gap = 6;

/** The source that the citation under the pointer or the caret refers to. */
export const CitationCard = ({ context }: { readonly context: EditorContext }) => {
  const citation = useStore(context.ui, (state) => state.citation);
  const sources = useStore(context.ui, (state) => state.sources);
  if (citation === null || !citation.element.isConnected) return null;
  const source = sources.find(({ id }) => id === citation.source);
  const [line] = citation.element.getClientRects();
  if (line === undefined) return null;
  const card = (
    <div
      className={styles.card}
      role="tooltip"
      style={{ left: Math.min(line.left, window.innerWidth - 340), top: line.bottom + gap }}
    >
      {source ? (
        <>
          <span className={styles.publisher}>{labelOf(source) || words('source.untitled')}</span>
          {source.title ? <b>{source.title}</b> : null}
          <span className={styles.address}>{source.url}</span>
        </>
      ) : (
        <span>{words('source.removed')}</span>
      )}
    </div>
  );
  // The page is contained, so what stands in the window's own coordinates stands outside of it, in the pane around it.
  return createPortal(card, citation.element.closest('main') ?? document.body);
};
