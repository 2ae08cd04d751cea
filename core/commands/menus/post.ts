import type { Command } from '../command.ts';
import { keys, keysWithMac } from '../keys.ts';

/** The commands of the Post menu, in its order. */
export const postCommands = [
  { id: 'post.publish', label: 'Publish…', menu: 'post', section: 0, keys: keys('Ctrl+Shift+P'), needs: 'post' },
  {
    id: 'post.send-draft',
    label: 'Send as draft to blog…',
    menu: 'post',
    section: 0,
    keys: keys('Ctrl+Shift+D'),
    needs: 'post',
  },
  {
    id: 'post.checks',
    label: 'Checks',
    menu: 'post',
    section: 1,
    keys: { other: [], mac: [] },
    needs: 'post',
  },
  {
    id: 'post.preview',
    label: 'Preview',
    menu: 'post',
    section: 1,
    keys: keysWithMac(['F12'], ['Shift+Command+Return']),
    needs: 'post',
    toggles: true,
  },
  {
    id: 'post.html-source',
    label: 'HTML source…',
    menu: 'post',
    section: 1,
    keys: keysWithMac(['Shift+F11'], ['Alt+Command+U']),
    needs: 'editor',
  },
  { id: 'post.featured-image', label: 'Featured image…', menu: 'post', section: 1, keys: keys(), needs: 'post' },
  { id: 'source.read-article', label: 'Read saved article', menu: 'post', section: 2, keys: keys(), needs: 'post' },
  { id: 'source.open', label: 'Open source in browser', menu: 'post', section: 2, keys: keys(), needs: 'post' },
  { id: 'source.edit', label: 'Edit source…', menu: 'post', section: 2, keys: keys(), needs: 'post' },
  {
    id: 'source.read-again',
    label: 'Read page of source again',
    menu: 'post',
    section: 2,
    keys: keys(),
    needs: 'post',
  },
  { id: 'source.compare', label: 'Source changed?…', menu: 'post', section: 2, keys: keys(), needs: 'post' },
  {
    id: 'source.archived-copy',
    label: 'Link to archived copy',
    menu: 'post',
    section: 2,
    keys: keys(),
    needs: 'post',
    toggles: true,
  },
] as const satisfies readonly Command[];
