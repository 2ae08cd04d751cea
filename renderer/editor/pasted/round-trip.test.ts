import { DOMParser, DOMSerializer } from '@tiptap/pm/model';
import fc from 'fast-check';
import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { schema } from '../../../core/document/schema.ts';
import { arbitraryDocument } from '../../../core/document/testing/arbitrary-document.ts';
import { documentOf } from '../../../core/document/testing/documents.ts';
import { cleanPastedHtml } from '../pasted-html.ts';

// linkedom's trees stand in for the window's; it writes and reads text unlike a browser, so parse5 does that.
const { document } = parseHTML('<!doctype html><html><body></body></html>');

const toTree = (node: Node): ElementContent[] => {
  if (node.nodeType === 3) return [{ type: 'text', value: node.nodeValue ?? '' }];
  if (node.nodeType !== 1) return [];
  const from = node as Element;
  const attributes = Object.fromEntries([...from.attributes].map(({ name, value }) => [name, value]));
  return [{ ...h(from.localName, attributes), children: [...from.childNodes].flatMap(toTree) }];
};

const nameOf = (property: string): string =>
  property.startsWith('data')
    ? property.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`)
    : property.replace('className', 'class').toLowerCase();

const toDom = (tree: Root | ElementContent, parent: Node): void => {
  if (tree.type === 'text') parent.appendChild(document.createTextNode(tree.value));
  if (tree.type !== 'element' && tree.type !== 'root') return;
  const node = tree.type === 'element' ? parent.appendChild(document.createElement(tree.tagName)) : parent;
  if (tree.type === 'element') {
    for (const [property, value] of Object.entries(tree.properties)) {
      (node as Element).setAttribute(nameOf(property), Array.isArray(value) ? value.join(' ') : String(value));
    }
  }
  for (const child of tree.children) if (child.type !== 'doctype') toDom(child, node);
};

test('what is copied in Rejoinder is pasted whole: cleaning takes nothing from it', () => {
  fc.assert(
    fc.property(arbitraryDocument, (json) => {
      const doc = documentOf(json);
      const copied = DOMSerializer.fromSchema(schema).serializeFragment(doc.content, { document });
      const tree: Root = { type: 'root', children: [...copied.childNodes].flatMap(toTree) };
      const [first] = tree.children;
      if (first?.type === 'element') first.properties.dataPmSlice = '0 0 []';
      const body = document.createElement('div');
      toDom(fromHtml(cleanPastedHtml(toHtml(tree)), { fragment: true }), body);
      const pasted = DOMParser.fromSchema(schema).parse(body, { preserveWhitespace: 'full' });
      expect(pasted.toJSON()).toEqual(doc.toJSON());
    }),
    { numRuns: 60 },
  );
});
