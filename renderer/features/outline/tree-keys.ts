/** An entry of a tree that is drawn as a list: how deep it stands, from 1. */
type Branch = { readonly level: number };

/**
 * Where a key leads from one entry of a tree: arrows, Home and End as in the tree pattern of the ARIA practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/). Null for keys that lead nowhere.
 */
export const stepInTree = (tree: readonly Branch[], at: number, key: string): number | null => {
  const level = tree[at]?.level ?? 1;
  const last = tree.length - 1;
  const within = (index: number): number | null => (index >= 0 && index <= last ? index : null);
  if (key === 'ArrowDown') return within(at + 1);
  if (key === 'ArrowUp') return within(at - 1);
  if (key === 'Home') return within(0);
  if (key === 'End') return within(last);
  if (key === 'ArrowRight') return (tree[at + 1]?.level ?? 0) > level ? at + 1 : null;
  if (key === 'ArrowLeft') return within(tree.slice(0, at).findLastIndex((other) => other.level < level));
  return null;
};
