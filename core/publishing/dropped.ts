import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { normalMarkup } from './fingerprint.ts';

/** Everything in a piece of markup that a reader or an editor could miss, each counted. */
const inventory = (html: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  const add = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  const visit = (node: Nodes): void => {
    if (node.type === 'comment') {
      const [, block] = /^\s*wp:([a-z0-9/-]+)/.exec(node.value) ?? [];
      if (block) add(`${block} block`);
    }
    if (node.type === 'element') {
      add(`<${node.tagName}>`);
      for (const name of Object.keys(node.properties)) add(`${name} of <${node.tagName}>`);
    }
    if (node.type === 'text') for (const word of node.value.split(/\s+/).filter(Boolean)) add(`“${word}”`);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromHtml(html, { fragment: true }));
  return counts;
};

const limit = 20;

/**
 * What the blog removed from the markup it was sent, a few words each: `<iframe>`, `style of <span>`, `embed block`,
 * “word”. Empty when the stored markup is the sent one but for spelling. At most 20, elements and blocks before words.
 */
export const dropped = (sent: string, stored: string): readonly string[] => {
  if (normalMarkup(sent) === normalMarkup(stored)) return [];
  const kept = inventory(stored);
  const missing = [...inventory(sent)].filter(([name, count]) => (kept.get(name) ?? 0) < count).map(([name]) => name);
  const isWord = (name: string): boolean => name.startsWith('“');
  // An element takes its attributes with it: naming both would say one thing twice.
  const named = missing.filter((name) => !missing.includes(name.replace(/^.* of /, '')) || !/ of </.test(name));
  return [...named.filter((name) => !isWord(name)), ...named.filter(isWord)].slice(0, limit);
};
