import type { Command } from './command.ts';
import { type KeyRefusal, type Platform, refusedKey, sameKeys } from './refused-keys.ts';
import { type CommandId, commandOf, commands } from './table.ts';

/** The keys of every command as they are in force: accelerators in Electron's notation, the first one shown. */
export type Keymap = ReadonlyMap<CommandId, readonly string[]>;

/**
 * The writer's own keys, as settings keep them (`Settings.keys`): by command id; no keys at all as an empty list. Null, or
 * no entry, leaves the table's keys. The ids and keys may be of another version or another system.
 */
export type OwnKeys = Readonly<Record<string, readonly string[] | null>>;

const table = commands as readonly (Command & { readonly id: CommandId })[];

/** The keys of the table itself on that system. */
export const tableKeys = (command: Command, platform: Platform): readonly string[] =>
  command.keys[platform === 'mac' ? 'mac' : 'other'];

/** Own keys that can be used; null where the table's are left: not asked for, or nothing of it can be used here. */
const usableKeys = (command: Command, own: OwnKeys, platform: Platform): readonly string[] | null => {
  const asked = Object.hasOwn(own, command.id) ? own[command.id] : null;
  if (!asked || command.role !== undefined) return null;
  const usable = asked.filter((key) => refusedKey(key, platform) === null);
  return usable.length === 0 && asked.length > 0 ? null : usable;
};

/**
 * The keys in force. No key has two owners, whatever the settings say: first come the roles, whose keys are the system's
 * meaning, then the writer's own keys in the table's order, then the table's where they are still free.
 */
export const keymapOf = (own: OwnKeys, platform: Platform): Keymap => {
  const taken = new Set<string | null>();
  const take = (keys: readonly string[]): readonly string[] =>
    keys.filter((key) => {
      const same = sameKeys(key);
      if (taken.has(same)) return false;
      taken.add(same);
      return true;
    });
  const keymap = new Map<CommandId, readonly string[]>();
  for (const command of table) {
    if (command.role !== undefined) keymap.set(command.id, take(tableKeys(command, platform)));
  }
  for (const command of table) {
    const keys = usableKeys(command, own, platform);
    if (keys === null) continue;
    const free = take(keys);
    if (free.length > 0 || keys.length === 0) keymap.set(command.id, free);
  }
  for (const command of table) {
    if (!keymap.has(command.id)) keymap.set(command.id, take(tableKeys(command, platform)));
  }
  return keymap;
};

/** The command that has these keys, or null. */
export const ownerOf = (keymap: Keymap, accelerator: string): CommandId | null => {
  const same = sameKeys(accelerator);
  for (const [id, keys] of keymap) if (keys.some((key) => sameKeys(key) === same)) return id;
  return null;
};

/** Whether the writer changed this command's keys, so that there is something to reset. */
export const isRemapped = (id: CommandId, keymap: Keymap, platform: Platform): boolean => {
  const standing = tableKeys(commandOf(id), platform);
  const now = keymap.get(id) ?? [];
  return now.length !== standing.length || now.some((key, at) => key !== standing[at]);
};

/** Why a command cannot have these keys: another one has them, or nobody can. */
export type RemapRefusal =
  | { readonly reason: 'taken'; readonly by: CommandId }
  | { readonly reason: KeyRefusal; readonly by?: undefined };

/** Why the command cannot get these keys, or null when it can. A key is never taken from another command. */
export const refusedRemap = (
  id: CommandId,
  accelerator: string,
  keymap: Keymap,
  platform: Platform,
): RemapRefusal | null => {
  const by = ownerOf(keymap, accelerator);
  if (by !== null && by !== id) return { reason: 'taken', by };
  const reason = refusedKey(accelerator, platform);
  return reason === null ? null : { reason };
};

/** Why the command cannot get the table's keys back, or null when it can: the writer gave one of them to another command. */
export const refusedReset = (id: CommandId, own: OwnKeys, platform: Platform): RemapRefusal | null => {
  const after = keymapOf({ ...own, [id]: null }, platform);
  for (const key of tableKeys(commandOf(id), platform)) {
    const by = ownerOf(after, key);
    if (by !== null && by !== id) return { reason: 'taken', by };
  }
  return null;
};
