import type { DOMOutputSpec, Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { exactLines, exactWords, withReferences } from './exact-text.ts';

/** The body of a post as HTML, and where in it the block begins that was asked for. */
export type PrintedSource = { readonly html: string; readonly caret: number };

/** Stands for the caret while the tree is printed. */
const caretSign = '\u{fdd5}';

type Attributes = Readonly<Record<string, unknown>>;

const isAttributes = (value: unknown): value is Attributes =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a schema says of a node's or mark's HTML, with `children` in its hole. */
const elementOf = (spec: DOMOutputSpec, children: readonly ElementContent[]): Element => {
  if (!Array.isArray(spec)) throw new Error('The schema writes HTML as arrays');
  const [tagName, second, ...more] = spec as readonly [string, ...unknown[]];
  const attributes = isAttributes(second) ? second : {};
  const inner = isAttributes(second) || second === undefined ? more : [second, ...more];
  const properties = Object.entries(attributes).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, exactLines(String(value))] as const],
  );
  const content = inner.flatMap((child) => (child === 0 ? children : [elementOf(child as DOMOutputSpec, children)]));
  return h(tagName, Object.fromEntries(properties), ...content);
};

const specOf = (node: ProseMirrorNode): DOMOutputSpec => {
  const { toDOM } = node.type.spec;
  if (!toDOM) throw new Error(`Nobody says how ${node.type.name} becomes HTML`);
  return toDOM(node);
};

const edgeOf = (node: ProseMirrorNode | undefined, end: 'first' | 'last'): string => {
  const text = node?.text ?? '';
  return (end === 'first' ? [...text][0] : [...text].at(-1)) ?? '';
};

type Inline = { readonly node: ProseMirrorNode; readonly content: ElementContent };

/** Neighbours that share a mark share its element, from the outermost mark inwards. */
const marked = (parts: readonly Inline[], depth: number): readonly ElementContent[] => {
  const content: ElementContent[] = [];
  for (let index = 0; index < parts.length; ) {
    const part = parts[index];
    if (!part) break;
    const mark = part.node.marks[depth];
    let end = index + 1;
    if (mark) {
      while (parts[end]?.node.marks[depth]?.eq(mark)) end += 1;
      const spec = mark.type.spec.toDOM?.(mark, true);
      if (!spec) throw new Error(`Nobody says how ${mark.type.name} becomes HTML`);
      content.push(elementOf(spec, marked(parts.slice(index, end), depth + 1)));
    } else content.push(part.content);
    index = end;
  }
  return content;
};

const lineOf = (block: ProseMirrorNode): readonly ElementContent[] => {
  const nodes = block.children;
  const verbatim = block.type.whitespace === 'pre';
  const parts = nodes.map((node, index): Inline => {
    if (!node.isText) return { node, content: printed(node, '', null).content };
    const words = node.text ?? '';
    const value = verbatim
      ? exactLines(words)
      : exactWords(words, edgeOf(nodes[index - 1], 'last'), edgeOf(nodes[index + 1], 'first'));
    return { node, content: { type: 'text', value } };
  });
  return marked(parts, 0);
};

type CaretBlock = ProseMirrorNode | null;

const onLines = (nodes: readonly ProseMirrorNode[], indent: string, caret: CaretBlock): readonly ElementContent[] =>
  nodes.flatMap((node): readonly ElementContent[] => {
    const { content } = printed(node, indent, caret);
    const lead = `\n${indent}${node === caret ? caretSign : ''}`;
    return [{ type: 'text', value: lead }, content];
  });

const printed = (node: ProseMirrorNode, indent: string, caret: CaretBlock): { readonly content: Element } => {
  if (node.inlineContent) return { content: elementOf(specOf(node), lineOf(node)) };
  if (node.childCount === 0) return { content: elementOf(specOf(node), []) };
  const children = onLines(node.children, `${indent}  `, caret);
  return { content: elementOf(specOf(node), [...children, { type: 'text', value: `\n${indent}` }]) };
};

/**
 * The body of a post (all but its headline) in the form of the clipboard, indented, for people: `read-source.ts` makes
 * the same document of it. `caretBlock` is one of the document's nodes.
 */
export const printSource = (doc: ProseMirrorNode, caretBlock: ProseMirrorNode | null): PrintedSource => {
  const sections = doc.children.filter(({ type }) => type.name !== 'headline');
  const tree: Root = { type: 'root', children: [...onLines(sections, '', caretBlock)] };
  const html = withReferences(toHtml(tree, { collapseEmptyAttributes: true }).trimStart());
  const caret = html.indexOf(caretSign);
  return { html: `${html.replace(caretSign, '')}\n`, caret: Math.max(0, caret) };
};
