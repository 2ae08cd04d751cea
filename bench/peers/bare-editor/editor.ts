import { baseKeymap } from '@tiptap/pm/commands';
import { history, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { EditorView, type NodeView } from '@tiptap/pm/view';
import type { DocumentJson } from '../../../core/document/post.ts';
import { schema } from '../../../core/document/schema.ts';
import '../../../renderer/styles/global.css';
import '../../../renderer/styles/prose.css';

/** Pictures by hash, as addresses this page can load. */
let pictures: Readonly<Record<string, string>> = {};

const figureView = (node: Node): NodeView => {
  const dom = document.createElement('figure');
  const image = document.createElement('img');
  image.width = Number(node.attrs.width);
  image.height = Number(node.attrs.height);
  image.src = pictures[String(node.attrs.media)] ?? '';
  const contentDOM = document.createElement('figcaption');
  dom.append(image, contentDOM);
  return { dom, contentDOM };
};

const main = document.querySelector('main');
if (!main) throw new Error('The page has no main element');

const view = new EditorView(main, {
  state: EditorState.create({ schema, plugins: [history(), keymap({ ...baseKeymap, 'Mod-z': undo })] }),
  attributes: { class: 'prose' },
  nodeViews: { figure: figureView },
});
view.focus();

/** Opens a document, the way the benchmark puts it in. */
const openDocument = (json: DocumentJson, addresses = pictures): void => {
  pictures = addresses;
  view.updateState(EditorState.create({ schema, doc: schema.nodeFromJSON(json), plugins: view.state.plugins }));
  view.focus();
};

Object.assign(window, { openDocument });
