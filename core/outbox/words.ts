import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

const textOf = (node: Nodes): string => {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join(' ') : '';
};

/**
 * A digest (SHA-256, hex) of the words of a post, whatever markup stands around them. A blog may remove tags and
 * attributes from what it is sent, but when the words are ours the text is ours: that is how an update whose answer
 * was lost is told from somebody else's edit.
 */
export const wordsOf = async (post: { readonly title: string; readonly html: string }): Promise<string> => {
  const text = textOf(fromHtml(post.html, { fragment: true }));
  const words = `${post.title}\n${text}`.replace(/\s+/gu, ' ').trim();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};
