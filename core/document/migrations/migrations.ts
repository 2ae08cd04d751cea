import { keepDirection } from './keep-direction.ts';
import type { Migration } from './migrate.ts';

/**
 * The steps from schema version 1 to the current one, in order. A step is never changed after its release: posts on
 * disk depend on it. Each has its test beside it, over an untouched document of the version before.
 */
export const migrations: readonly Migration[] = [keepDirection];

/** The version of the schema that this program writes; it grows by one with every migration. */
export const schemaVersion = 1 + migrations.length;
