import type { Command } from './command.ts';

/** The same keys everywhere, with ⌘ in the place of Ctrl on a mac. */
export const keys = (...other: readonly string[]): Command['keys'] => ({
  other,
  mac: other.map((key) => key.replace('Ctrl+', 'Command+')),
});

/** Keys of their own on a mac. */
export const keysWithMac = (other: readonly string[], mac: readonly string[]): Command['keys'] => ({ other, mac });
