import type { Command } from '../command.ts';
import { keys } from '../keys.ts';

/** The commands of the Blog menu, in its order. */
export const blogCommands = [
  { id: 'blog.connect', label: 'Connect a blog…', menu: 'blog', section: 0, keys: keys(), needs: 'nothing' },
  { id: 'blog.outbox', label: 'Outbox', menu: 'blog', section: 1, keys: keys(), needs: 'nothing' },
] as const satisfies readonly Command[];
