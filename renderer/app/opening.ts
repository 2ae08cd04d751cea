import type { PostId } from '../../core/document/post.ts';
import type { Source } from '../../core/sources/source.ts';
import { defaultTemplate } from '../../core/templates/template-list.ts';
import { ok, type Result } from '../../core/trouble.ts';
import { noteAssistive } from '../bridge/assistive.ts';
import { bridge } from '../bridge/client.ts';
import { savePending } from '../bridge/pending-saves.ts';
import { changeSettings, noteOpened, postQuery, postsQuery, queryClient, settingsQuery } from '../bridge/queries.ts';
import { TroubleError, unwrap } from '../bridge/trouble-error.ts';
import { showTrouble } from '../ui/notices.ts';
import { useWindow } from './window-state.ts';

/** Puts everything that was written in the window on disk: the text, then the fields. */
export const flushAll = async (): Promise<Result<void>> => {
  const { editor } = useWindow.getState();
  const text = editor === null ? ok(undefined) : await editor.flush();
  const fields = await savePending();
  return text.ok ? fields : text;
};

/**
 * Puts everything on disk whenever the main process asks for it, and says when the window may be closed. It listens
 * from before the first post is asked for: from then on the main process counts on an answer.
 */
export const flushWhenAsked = (): void => {
  const main = bridge();
  main.on('flush', () => void flushAll());
  main.on('willClose', async () => {
    const flushed = await flushAll();
    if (!flushed.ok) showTrouble(flushed.error);
    await main.app.readyToClose({ saved: flushed.ok });
  });
};

const openId = (): PostId | null =>
  (queryClient.getQueryData(settingsQuery.queryKey)?.openPost ?? null) as PostId | null;

/** Closes the open post without opening another. */
const showNothing = async (): Promise<void> => {
  useWindow.setState({ editor: null });
  await changeSettings({ openPost: null });
};

/**
 * Opens a post in the place of the open one, which is put on disk first; when that fails the open post stays, since
 * its last words are only in the window. With `focus` the caret goes into it. Answers whether it is open now.
 */
export const openPost = async (id: PostId, { focus = false } = {}): Promise<boolean> => {
  const before = openId();
  const { editor } = useWindow.getState();
  if (before === id && editor !== null) {
    if (focus) editor.focus();
    return true;
  }
  const flushed = await flushAll();
  if (!flushed.ok) {
    showTrouble(flushed.error);
    return false;
  }
  try {
    await queryClient.fetchQuery({ ...postQuery(id), staleTime: 0 });
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    if (error.trouble.code !== 'post/unreadable') {
      showTrouble(error.trouble);
      return false;
    }
  }
  // The same post may have been asked for twice; its editor stays the one that is flushed when the window closes.
  const { editor: ready } = useWindow.getState();
  if (ready?.postId === id) {
    if (focus) ready.focus();
    return true;
  }
  useWindow.setState({ editor: null, focusWhenReady: focus, addingSource: false, readingSource: null, drawer: null });
  await changeSettings({ openPost: id });
  // Only now: whoever still shows it would ask for it again.
  if (before !== null && before !== id) queryClient.removeQueries({ queryKey: postQuery(before).queryKey });
  return true;
};

/** Reads the open post anew, after it moved on under the editor; one that is not open any more is left alone. */
export const reopenPost = async (id: PostId): Promise<void> => {
  if (openId() !== id) return;
  useWindow.setState({ editor: null });
  await queryClient.resetQueries({ queryKey: postQuery(id).queryKey });
};

/** Opens the post that lies on top of the library, other than `but`; nothing when there is none. */
export const openNewest = async (but: PostId | null = null): Promise<void> => {
  const page = await queryClient.fetchQuery({ ...postsQuery('all', '', 0), staleTime: 0 });
  const next = page.items.find((post) => post.id !== but);
  if (next === undefined || !(await openPost(next.id))) await showNothing();
};

/** What a new post begins with. */
export type NewPost = {
  /** The one that the writer chose for new posts when left out. */
  readonly template?: string;
  /** This blog is ticked when the post is published. */
  readonly blog?: string | null;
  /** The articles that it answers. */
  readonly sources?: readonly Source[];
  /** Words of the first of them, which the post begins with as a quotation. */
  readonly quoted?: string;
};

/** Makes a post, opens it and puts the caret into its headline. */
export const createPost = async ({ template, blog = null, sources, quoted = '' }: NewPost = {}): Promise<void> => {
  const chosen = queryClient.getQueryData(settingsQuery.queryKey)?.defaultTemplate ?? defaultTemplate;
  const created = await bridge().posts.create({ template: template ?? chosen });
  if (!created.ok) {
    showTrouble(created.error);
    return;
  }
  const { id, document } = created.value;
  let { revision } = created.value;
  if (sources !== undefined) {
    const saved = await bridge().posts.saveSources({ id, revision, sources: [...sources] });
    if (saved.ok) ({ revision } = saved.value);
    else showTrouble(saved.error);
  }
  const [source] = sources ?? [];
  if (source !== undefined && quoted !== '') {
    const { withQuotation } = await import('../../core/document/editing/with-quotation.ts');
    const begun = withQuotation(document, source.id, quoted);
    const saved = await bridge().posts.save({ id, revision, sequence: 0, document: begun });
    if (!saved.ok) showTrouble(saved.error);
  }
  if ((await openPost(id, { focus: true })) && blog !== null) await changeSettings({ publishTo: [blog] });
};

/** Opens the example post, which is made anew when it was deleted. */
export const showExample = async (): Promise<void> => {
  const example = await bridge().posts.showExample();
  if (example.ok) await openPost(example.value.id);
  else showTrouble(example.error);
};

/**
 * What must be known before the first paint, settings and open post: one call. A library without an open post, which is a
 * new one, also tells its first rows.
 */
export const loadWindow = async (): Promise<void> => {
  const { settings, post, assistive } = await unwrap(bridge().app.opening());
  noteAssistive(assistive);
  queryClient.setQueryData(settingsQuery.queryKey, settings);
  if (post?.ok) noteOpened(post.value);
  if (settings.openPost === null) {
    await queryClient.prefetchQuery(postsQuery('all', '', 0));
    const first = queryClient.getQueryData(postsQuery('all', '', 0).queryKey)?.items[0];
    if (first !== undefined) await changeSettings({ openPost: first.id });
  }
};
