import type { Editor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { scrollerOf } from './caret-in-sight.ts';

/** Width of a list and the room it wants below the line, in pixels; with less it stands above. */
export type ListSize = { readonly width: number; readonly room: number };

type Place = { readonly left: number; readonly top?: number; readonly bottom?: number };

const gap = 6;

const placeOf = (editor: Editor, from: number, { width, room }: ListSize): Place => {
  const at = editor.view.coordsAtPos(from);
  const left = Math.max(8, Math.min(at.left, window.innerWidth - width - 8));
  const below = at.bottom + room <= window.innerHeight || at.top < room;
  return below ? { left, top: at.bottom + gap } : { left, bottom: window.innerHeight - at.top + gap };
};

/** Where a list stands that belongs to a document position: beside it, also while the text scrolls. */
export const useListPlace = (editor: Editor, from: number, { width, room }: ListSize): Place => {
  const [place, setPlace] = useState(() => placeOf(editor, from, { width, room }));
  useEffect(() => {
    const move = (): void => setPlace(placeOf(editor, from, { width, room }));
    const scroller = scrollerOf(editor.view);
    move();
    scroller?.addEventListener('scroll', move, { passive: true });
    window.addEventListener('resize', move);
    return () => {
      scroller?.removeEventListener('scroll', move);
      window.removeEventListener('resize', move);
    };
  }, [editor, from, width, room]);
  return place;
};

type Keys = {
  /** What keys without modifiers do to the list, by their names; all others stay the text's. */
  readonly keys: Readonly<Record<string, () => void>>;
  /** The text lost the focus. */
  readonly onBlur: () => void;
};

/** Takes the keys of a list while the text keeps the focus. */
export const useListKeys = (editor: Editor, { keys, onBlur }: Keys): void => {
  const latest = useRef({ keys, onBlur });
  latest.current = { keys, onBlur };
  useEffect(() => {
    const { dom } = editor.view;
    const onKeyDown = (event: KeyboardEvent): void => {
      const run = latest.current.keys[event.key];
      const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (run === undefined || modified || event.isComposing) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      run();
    };
    const onLeave = (): void => {
      if (!editor.isDestroyed) latest.current.onBlur();
    };
    // Before the editor's own keys.
    dom.addEventListener('keydown', onKeyDown, { capture: true });
    dom.addEventListener('blur', onLeave);
    return () => {
      dom.removeEventListener('keydown', onKeyDown, { capture: true });
      dom.removeEventListener('blur', onLeave);
    };
  }, [editor]);
};

/** The text keeps the focus, so it is the text that says where in a list one is. `current` is the active option's id. */
export const useListNamed = (editor: Editor, list: string, current: string | null): void => {
  useLayoutEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', list);
    dom.setAttribute('aria-autocomplete', 'list');
    if (current === null) dom.removeAttribute('aria-activedescendant');
    else dom.setAttribute('aria-activedescendant', current);
    return () => {
      for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant']) dom.removeAttribute(name);
    };
  }, [editor, list, current]);
};
