import type { FootnoteDefinition, FootnoteReference, PhrasingContent, Root, RootContent } from 'mdast';

/** Notes that have no number yet, by the reference that stands for them. */
const notes = new WeakMap<object, readonly PhrasingContent[]>();

/** A footnote where it stands in the text, until `withDefinitions` has seen how many come before it. */
export const footnoteInPlace = (words: readonly PhrasingContent[]): FootnoteReference => {
  const reference: FootnoteReference = { type: 'footnoteReference', identifier: '' };
  notes.set(reference, words);
  return reference;
};

/** Numbers the footnotes of a text by their order, and writes what they say below it. */
export const withDefinitions = (content: readonly RootContent[]): Root => {
  const definitions: FootnoteDefinition[] = [];
  const number = <Content extends RootContent>(node: Content): Content => {
    if ('children' in node) return { ...node, children: node.children.map(number) };
    const words = notes.get(node);
    if (!words) return node;
    const identifier = String(definitions.length + 1);
    definitions.push({
      type: 'footnoteDefinition',
      identifier,
      label: identifier,
      children: [{ type: 'paragraph', children: [...words] }],
    });
    return { ...node, identifier, label: identifier };
  };
  const children = content.map(number);
  return { type: 'root', children: [...children, ...definitions] };
};
