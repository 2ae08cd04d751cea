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
] as const satisfies readonly Command[];
