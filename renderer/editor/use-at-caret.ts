import type { EditorState } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import { shallow } from 'zustand/shallow';

/**
 * What `read` says of the editor's state, for components that render again only when it says something else. It runs at
 * every transaction: it must cost the same in every post. TipTap's `useEditorState` adds a deep comparison per use.
 */
export const useAtCaret = <T>(
  editor: Editor,
  read: (state: EditorState) => T,
  same: (a: T, b: T) => boolean = shallow,
): T => {
  const last = useRef<{ readonly state: EditorState; readonly value: T } | null>(null);
  const subscribe = useCallback(
    (changed: () => void) => {
      editor.on('transaction', changed);
      return () => void editor.off('transaction', changed);
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, () => {
    const { state } = editor;
    const known = last.current;
    if (known?.state === state) return known.value;
    const value = read(state);
    last.current = { state, value: known !== null && same(known.value, value) ? known.value : value };
    return last.current.value;
  });
};
