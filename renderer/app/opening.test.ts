import { beforeEach, expect, test } from 'vitest';
import { emptyFields, type Post, type PostId, postIdSchema } from '../../core/document/post.ts';
import type { Bridge } from '../../core/ipc.ts';
import { defaultSettings } from '../../core/settings.ts';
import { ok } from '../../core/trouble.ts';
import { installBridge } from '../bridge/client.ts';
import { queryClient, settingsQuery } from '../bridge/queries.ts';
import type { EditorApi } from '../editor/editor-api.ts';
import { openPost, reopenPost } from './opening.ts';
import { useWindow } from './window-state.ts';

const [first, second] = [crypto.randomUUID(), crypto.randomUUID()].map((id) => postIdSchema.parse(id)) as [
  PostId,
  PostId,
];

const postOf = (id: PostId): Post => ({
  id,
  revision: 1,
  sequence: 0,
  state: 'draft',
  trashed: false,
  example: false,
  document: { schemaVersion: 1, doc: { type: 'doc' } },
  fields: emptyFields,
  sources: [],
  createdAt: 0,
  changedAt: 0,
});

/** The editor of a post as the window knows it, of which opening needs no more than this. */
const editorOf = (postId: PostId): EditorApi =>
  ({ postId, flush: async () => ok(undefined), focus: () => undefined }) as Partial<EditorApi> as EditorApi;

beforeEach(() => {
  queryClient.clear();
  useWindow.setState({ editor: null });
  queryClient.setQueryData(settingsQuery.queryKey, defaultSettings);
  const calls = {
    posts: { open: async ({ id }: { id: string }) => ok(postOf(id as PostId)) },
    settings: { set: async () => ok(defaultSettings) },
  };
  installBridge(calls as unknown as Bridge);
});

test('a post that is asked for twice keeps its editor, so that its last words are written when the window closes', async () => {
  await openPost(first);
  const again = openPost(first);
  const editor = editorOf(first);
  useWindow.setState({ editor });
  expect(await again).toBe(true);
  expect(useWindow.getState().editor).toBe(editor);
});

test('a post that moved on after it was left does not take the editor of the open one away', async () => {
  await openPost(second);
  const editor = editorOf(second);
  useWindow.setState({ editor });
  await reopenPost(first);
  expect(useWindow.getState().editor).toBe(editor);
});
