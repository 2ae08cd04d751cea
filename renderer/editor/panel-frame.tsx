import { Popover } from '@base-ui/react/popover';
import type { Editor } from '@tiptap/react';
import type { ReactNode } from 'react';
import popover from '../ui/popover.module.css';
import type { EditorContext } from './editor-context.ts';
import styles from './panels.module.css';

/** What every panel of the editor is given. */
export type PanelProps = { readonly editor: Editor; readonly context: EditorContext; readonly onClose: () => void };

/** The selection as something to stand beside, wherever it is scrolled to. */
const selectionAnchor = (editor: Editor) => ({
  contextElement: editor.view.dom,
  getBoundingClientRect: (): DOMRect => {
    const { from, to } = editor.state.selection;
    const start = editor.view.coordsAtPos(from);
    const end = editor.view.coordsAtPos(to);
    const left = Math.min(start.left, end.left);
    return new DOMRect(left, start.top, Math.max(start.right, end.right) - left, end.bottom - start.top);
  },
});

type FrameProps = Omit<PanelProps, 'context'> & {
  readonly title: string;
  readonly anchor?: Element | undefined;
  readonly children: ReactNode;
};

/** A small sheet beside the selection or `anchor`. Escape or a click elsewhere puts it away and gives the caret back. */
export const Frame = ({ editor, onClose, title, anchor, children }: FrameProps) => (
  <Popover.Root open onOpenChange={(open) => open || onClose()}>
    <Popover.Portal>
      <Popover.Positioner
        className={popover.positioner}
        anchor={anchor ?? selectionAnchor(editor)}
        side="bottom"
        align="start"
        sideOffset={8}
        collisionPadding={12}
      >
        <Popover.Popup
          className={`${popover.popup} ${styles.popup}`}
          finalFocus={() => {
            // It is called when the panel has faded; the writer may be typing again by then.
            if (!editor.isDestroyed && !editor.view.hasFocus()) editor.view.focus();
            return false;
          }}
        >
          <Popover.Title className={styles.title}>{title}</Popover.Title>
          {children}
        </Popover.Popup>
      </Popover.Positioner>
    </Popover.Portal>
  </Popover.Root>
);
