import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, Selection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type SectionPlace, sectionAtCaret, sectionsOf } from '../../core/document/editing/sections.ts';
import type { PostId } from '../../core/document/post.ts';

type Folding = { readonly folded: ReadonlySet<ProseMirrorNode>; readonly decorations: DecorationSet };

const key = new PluginKey<Folding>('sectionFolding');

const nothing: Folding = { folded: new Set(), decorations: DecorationSet.empty };

/** Which sections of a post were folded when it was last open in this window, by their places; never part of the document. */
const remembered = new Map<PostId, readonly number[]>();

const foldingOf = (doc: ProseMirrorNode, isFolded: (section: SectionPlace) => boolean): Folding => {
  const places = sectionsOf(doc).filter(isFolded);
  if (places.length === 0) return nothing;
  const decorations = places.map(({ at, node }) =>
    Decoration.node(at, at + node.nodeSize, { class: 'is-folded' }, { folded: true }),
  );
  return { folded: new Set(places.map(({ node }) => node)), decorations: DecorationSet.create(doc, decorations) };
};

/** The section with a caret that would not be seen: folded, and not in its heading. */
const hiddenCaret = (state: EditorState, { folded }: Folding): ProseMirrorNode | null => {
  if (folded.size === 0) return null;
  const section = sectionAtCaret(state)?.node;
  const inHeading = state.selection.$head.parent.type.name === 'sectionHeading';
  return section && folded.has(section) && !inHeading ? section : null;
};

// A section is known by its node, which moves along and comes back with undo; one that changed by its place.
const follow = (folding: Folding, before: ProseMirrorNode, doc: ProseMirrorNode): Folding => {
  if (folding.folded.size === 0) return folding;
  const old = sectionsOf(before).map(({ node }) => node);
  const now = new Set(sectionsOf(doc).map(({ node }) => node));
  return foldingOf(doc, ({ node, index }) => {
    const was = old[index];
    if (folding.folded.has(node)) return true;
    return was !== undefined && folding.folded.has(was) && !now.has(was) && !old.includes(node);
  });
};

/** Whether one of a node view's decorations says that it is folded. */
export const saysFolded = (decorations: readonly Decoration[]): boolean =>
  decorations.some(({ spec }) => (spec as { readonly folded?: boolean }).folded === true);

/** Whether the section at `at` is folded. */
export const isFolded = (state: EditorState, at: number): boolean => {
  const section = state.doc.nodeAt(at);
  return section !== null && key.getState(state)?.folded.has(section) === true;
};

// The nearest words before the section that can be seen; the headline always can.
const caretBefore = (state: EditorState, at: number): Selection => {
  const { folded } = key.getState(state) ?? nothing;
  const before = sectionsOf(state.doc)
    .filter((section) => section.at < at && !folded.has(section.node))
    .at(-1);
  const end = before ? before.at + before.node.nodeSize : (state.doc.firstChild?.nodeSize ?? 0);
  return Selection.near(state.doc.resolve(end), -1);
};

/**
 * Folds the section at `at` or opens it. A caret in it goes to its heading, or where there is none to the section's
 * label, so that the same key opens it again.
 */
export const toggleFold = (view: EditorView, at: number): void => {
  const { state } = view;
  const section = state.doc.nodeAt(at);
  if (section?.type.name !== 'section') return;
  const { tr } = state;
  tr.setMeta(key, section).setMeta('addToHistory', false);
  const folds = !isFolded(state, at);
  const holdsCaret = sectionAtCaret(state)?.at === at;
  const heading = section.firstChild?.type.name === 'sectionHeading' ? section.firstChild : null;
  if (folds && holdsCaret && heading) tr.setSelection(Selection.near(tr.doc.resolve(at + 1 + heading.nodeSize), -1));
  else if (folds && holdsCaret) tr.setSelection(caretBefore(state, at));
  view.dispatch(tr);
  if (!folds || !holdsCaret || heading) return;
  const dom = view.nodeDOM(at);
  if (dom instanceof HTMLElement) dom.querySelector<HTMLInputElement>('.section-label-field')?.focus();
};

/**
 * Folded sections show their label and heading only. That is how the window shows a post and no part of it: nothing is
 * written, and the post remembers it as long as the window is open. A caret that gets inside opens the section.
 */
export const sectionFolding = (post: PostId): Extension =>
  Extension.create({
    name: 'sectionFolding',
    addProseMirrorPlugins: () => [
      new Plugin<Folding>({
        key,
        state: {
          init: (_config, { doc }) => {
            const places = remembered.get(post) ?? [];
            return foldingOf(doc, ({ index }) => places.includes(index));
          },
          apply: (tr, folding, before, state) => {
            const followed = tr.docChanged ? follow(folding, before.doc, tr.doc) : folding;
            const toggled: unknown = tr.getMeta(key);
            const now = toggled
              ? foldingOf(tr.doc, ({ node }) => followed.folded.has(node) !== (node === toggled))
              : followed;
            const opened = hiddenCaret(state, now);
            return opened ? foldingOf(tr.doc, ({ node }) => now.folded.has(node) && node !== opened) : now;
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
        view: (view) => ({
          destroy: () => {
            const { doc } = view.state;
            const { folded } = key.getState(view.state) ?? nothing;
            const places = sectionsOf(doc).flatMap(({ node, index }) => (folded.has(node) ? [index] : []));
            remembered.set(post, places);
          },
        }),
      }),
    ],
  });
