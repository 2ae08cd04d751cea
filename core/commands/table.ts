import type { Command } from './command.ts';
import { blogCommands } from './menus/blog.ts';
import { editCommands } from './menus/edit.ts';
import { fileCommands } from './menus/file.ts';
import { formatCommands } from './menus/format.ts';
import { helpCommands } from './menus/help.ts';
import { insertCommands } from './menus/insert.ts';
import { mediaCommands } from './menus/media.ts';
import { postCommands } from './menus/post.ts';
import { viewCommands } from './menus/view.ts';

/**
 * Every command of the app, in menu order. A key belongs to one command on each platform, Ctrl+Alt is left alone
 * (AltGr types characters with it), and the keys that the systems keep for themselves are not taken: `table.test.ts`.
 */
export const commands = [
  ...fileCommands,
  ...editCommands,
  ...viewCommands,
  ...insertCommands,
  ...formatCommands,
  ...mediaCommands,
  ...postCommands,
  ...blogCommands,
  ...helpCommands,
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];

const byId: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.id, command]));

/** The command of that id, or undefined: ids also arrive from the native menu and from settings. */
export const findCommand = (id: string): (Command & { readonly id: CommandId }) | undefined =>
  byId.get(id) as (Command & { readonly id: CommandId }) | undefined;

/** The command of that id. */
export const commandOf = (id: CommandId): Command => {
  const command = byId.get(id);
  if (command === undefined) throw new Error(`No command ${id}.`);
  return command;
};
