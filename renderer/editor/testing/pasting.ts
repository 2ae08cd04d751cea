import type { ResolvedPos, Slice } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import * as prosemirrorView from '@tiptap/pm/view';
import { parseHTML } from 'linkedom';
import { schemaVersion } from '../../../core/document/migrations/migrations.ts';
import type { DocumentJson } from '../../../core/document/post.ts';
import { parseDocument, schema, toStored } from '../../../core/document/schema.ts';
import type { Source } from '../../../core/sources/source.ts';
import { onlyOwnHtmlBlocks } from '../pasted/html-blocks.ts';
import { cleanHtml } from '../pasted-html.ts';

type ParseFromClipboard = (
  view: unknown,
  text: string,
  html: string | null,
  plain: boolean,
  $context: ResolvedPos,
) => Slice | null;

// Exported for ProseMirror's own tests, without a type.
const { __parseFromClipboard: parseFromClipboard } = prosemirrorView as unknown as {
  readonly __parseFromClipboard: ParseFromClipboard;
};

const pageOf = (body: string) => parseHTML(`<!doctype html><html><head></head><body>${body}</body></html>`).document;

/** Runs what needs a window's DOM with linkedom's in its place. */
const inWindow = <T>(run: () => T): T => {
  const document = pageOf('');
  const createHTMLDocument = () => Object.defineProperty(pageOf(''), 'styleSheets', { value: [] });
  Object.defineProperty(document, 'implementation', { value: { createHTMLDocument } });
  const before = { document: globalThis.document, window: globalThis.window };
  Object.assign(globalThis, { document, window: {} });
  try {
    return run();
  } finally {
    Object.assign(globalThis, before);
  }
};

const emptyPost = (): EditorState => {
  const doc = schema.nodeFromJSON({
    type: 'doc',
    content: [{ type: 'headline' }, { type: 'section', content: [{ type: 'paragraph' }] }],
  });
  return EditorState.create({ doc, selection: TextSelection.create(doc, 4) });
};

/**
 * What a section holds after this was pasted into its only, empty paragraph: the way of the editor itself, with linkedom for
 * the window.
 *
 * @throws when the document could not be opened any more
 */
export const blocksFromPasted = (
  html: string,
  sources: readonly Source[] = [],
  language = 'en',
): readonly DocumentJson[] => {
  const state = emptyPost();
  const props: Readonly<Record<string, unknown>> = {
    transformPastedHTML: (pasted: string) => cleanHtml(pasted, sources, language).html,
    transformPasted: onlyOwnHtmlBlocks,
  };
  const someProp = (name: string, use: (prop: unknown) => unknown): unknown =>
    props[name] === undefined ? undefined : use(props[name]);
  const slice = inWindow(() => parseFromClipboard({ state, someProp }, '', html, false, state.selection.$from));
  const { doc } = slice ? state.tr.replaceSelection(slice) : state.tr;
  const stored = toStored(doc);
  const read = parseDocument({ schemaVersion, doc: stored.doc });
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.detail}`);
  return stored.doc.content?.[1]?.content ?? [];
};
