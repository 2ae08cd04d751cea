import type { Delete, Emphasis, PhrasingContent, Strong } from 'mdast';

type Attention = (Strong | Emphasis | Delete)['type'];

/** Words in signs like `**`, which must touch a word on both sides: white space at the ends goes outside of them. */
export const attention = (type: Attention, words: readonly PhrasingContent[]): PhrasingContent[] => {
  const children = words.map((word) => ({ ...word }));
  const [first, last] = [children[0], children.at(-1)];
  let [before, after] = ['', ''];
  if (first?.type === 'text') {
    before = /^\s*/.exec(first.value)?.[0] ?? '';
    first.value = first.value.slice(before.length);
  }
  if (last?.type === 'text') {
    after = /\s*$/.exec(last.value)?.[0] ?? '';
    last.value = last.value.slice(0, last.value.length - after.length);
  }
  const inner = children.filter((child) => child.type !== 'text' || child.value !== '');
  const space = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);
  return [...space(before), ...(inner.length > 0 ? [{ type, children: inner }] : []), ...space(after)];
};
