import { type Editor, Extension, type NodeViewRendererProps } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { NodeView, NodeViewConstructor } from '@tiptap/pm/view';

type NodeViewPlace = Pick<NodeViewRendererProps, 'node' | 'view' | 'getPos' | 'decorations' | 'innerDecorations'> & {
  readonly editor: Editor;
};

/** Draws a node of an editor: ProseMirror's `NodeViewConstructor` with the editor it stands in. */
export type MakeNodeView = (place: NodeViewPlace) => NodeView;

/**
 * The views of the nodes that are more than their HTML, by node name. They go to ProseMirror as they are: a view that TipTap
 * adds gathers the attributes of every extension anew, for each kind of node and each node that is drawn.
 */
export const nodeViews = (views: Readonly<Record<string, MakeNodeView>>) =>
  Extension.create({
    name: 'nodeViews',
    addProseMirrorPlugins() {
      const { editor } = this;
      const constructors = Object.entries(views).map(([name, make]): [string, NodeViewConstructor] => [
        name,
        (node, view, getPos, decorations, innerDecorations) =>
          make({ node, view, getPos, decorations, innerDecorations, editor }),
      ]);
      return [new Plugin({ props: { nodeViews: Object.fromEntries(constructors) } })];
    },
  });
