import type { Http } from '../../http.ts';
import type { Target } from '../../target.ts';
import { capabilities, signIn } from './account.ts';
import { discoverWordPress } from './discovery.ts';
import { uploadMedia } from './media.ts';
import { createDraft, fetchPost, findPosts, listPosts, publishPost, removePost, updatePost } from './posts.ts';
import { taxonomy } from './terms.ts';

/**
 * WordPress 5.6 and later over its REST API with application passwords.
 * Source: developer.wordpress.org/rest-api; what it leaves out was measured and stands beside the code it shaped.
 */
export const wordpressTarget = (http: Http, now: () => number): Target => ({
  id: 'wordpress',
  discover: (address, signal) => discoverWordPress(http, address, signal),
  signIn: (connection) => signIn(http, connection),
  capabilities: (connection) => capabilities(http, connection),
  taxonomy: (connection) => taxonomy(http, connection),
  uploadMedia: (connection, upload) => uploadMedia(http, connection, upload),
  createDraft: (connection, draft) => createDraft(http, connection, draft),
  update: (connection, id, content, slug) => updatePost(http, connection, id, content, slug),
  publish: (connection, id, release) => publishPost(http, connection, id, release, now),
  find: (connection, marker) => findPosts(http, connection, marker),
  fetch: (connection, id) => fetchPost(http, connection, id),
  list: (connection, limit) => listPosts(http, connection, limit),
  remove: (connection, id) => removePost(http, connection, id),
});
