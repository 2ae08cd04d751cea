import type { BlogId } from '../../../core/publishing/blog.ts';
import type { Credential } from '../../../core/publishing/target.ts';
import { ok } from '../../../core/trouble.ts';
import type { Vault } from './vault.ts';

/** A vault that forgets everything when the process ends: for computers without a keychain. */
export const memoryVault = (): Vault => {
  const secrets = new Map<BlogId, Credential>();
  return {
    protection: async () => 'until-quit',
    holds: async (id) => secrets.has(id),
    get: async (id) => ok(secrets.get(id) ?? null),
    put: async (id, credential) => {
      secrets.set(id, credential);
      return 'until-quit';
    },
    delete: async (id) => {
      secrets.delete(id);
    },
  };
};
