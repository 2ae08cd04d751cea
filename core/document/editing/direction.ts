import type { Command } from '@tiptap/pm/state';
import type { Direction } from '../direction.ts';

const isList = (name: string): boolean => name === 'bulletList' || name === 'orderedList';

/**
 * Gives the selected blocks a direction, or none of their own when they all have it already. The lists that directly hold the
 * selected lines take it too: bullets and numbers stand on that side.
 */
export const toggleDirection =
  (direction: Direction): Command =>
  (state, dispatch) => {
    const { from, to } = state.selection;
    const places = new Set<number>();
    let others = 0;
    state.doc.nodesBetween(from, to, (node, at) => {
      if (!node.isTextblock || node.type.spec.attrs?.dir === undefined) return;
      places.add(at);
      if (node.attrs.dir !== direction) others += 1;
      const $at = state.doc.resolve(at);
      for (let depth = $at.depth; depth > 0; depth -= 1) {
        if (!isList($at.node(depth).type.name)) continue;
        places.add($at.before(depth));
        break;
      }
    });
    if (places.size === 0) return false;
    const { tr } = state;
    for (const at of places) tr.setNodeAttribute(at, 'dir', others > 0 ? direction : null);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
