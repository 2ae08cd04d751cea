import { readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import { type BlogId, blogIdSchema } from '../../../core/publishing/blog.ts';
import type { Credential } from '../../../core/publishing/target.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { Log } from '../log.ts';
import { replaceFile } from '../replace-file.ts';
import type { Encryption } from './encryption.ts';
import { memoryVault } from './memory-vault.ts';
import type { Protection, Vault } from './vault.ts';

const fileSchema = z.object({
  version: z.literal(1),
  /** Encrypted credentials in base64, by blog. */
  secrets: z.record(blogIdSchema, z.base64()),
});
type Secrets = Partial<Record<BlogId, string>>;

const credentialSchema = z.object({ username: z.string(), password: z.string() });

/**
 * Credentials in `secrets.json` of the data folder, each encrypted under the system's key, readable by this user only.
 * What cannot be encrypted or written is never on disk: it is kept in memory until the app quits. A file that is not
 * ours is kept aside, untouched.
 */
export const fileVault = (path: string, encryption: Encryption, log: Log): Vault => {
  const memory = memoryVault();
  let loaded: Promise<Secrets> | null = null;
  let lastWrite: Promise<unknown> = Promise.resolve();

  const load = async (): Promise<Secrets> => {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return {};
    const parsed = parseFile(text);
    if (parsed) return parsed;
    const aside = `${path}.broken-${new Date().toISOString().replaceAll(':', '-')}`;
    await rename(path, aside);
    log.warn(`secrets.json could not be read; it is kept as ${aside}`);
    return {};
  };
  const secrets = (): Promise<Secrets> => {
    loaded ??= load().catch((error: unknown) => {
      loaded = null;
      throw error;
    });
    return loaded;
  };
  /** For reading: a file that cannot be opened now holds nothing now, and is not replaced either. */
  const readable = (): Promise<Secrets> =>
    secrets().catch((error: unknown) => {
      log.error('secrets.json could not be opened.', error);
      return {};
    });

  /** One write after the other: the file is whole at every moment, and the last word stays. */
  const write = (change: (stored: Secrets) => Secrets): Promise<void> => {
    const written = lastWrite.then(async () => {
      const next = change(await secrets());
      await replaceFile(path, JSON.stringify({ version: 1, secrets: next }));
      loaded = Promise.resolve(next);
    });
    lastWrite = written.catch(() => undefined);
    return written;
  };

  const put = async (id: BlogId, credential: Credential): Promise<Protection> => {
    if (!(await encryption.isAvailable())) return memory.put(id, credential);
    try {
      const encrypted = await encryption.encrypt(JSON.stringify(credential));
      await write((stored) => ({ ...stored, [id]: encrypted.toString('base64') }));
    } catch (error) {
      log.error('A credential could not be stored and is kept until the app quits.', error);
      return memory.put(id, credential);
    }
    await memory.delete(id);
    return 'protected';
  };

  const get = async (id: BlogId): Promise<Result<Credential | null>> => {
    if (await memory.holds(id)) return memory.get(id);
    const stored = (await readable())[id];
    if (stored === undefined) return ok(null);
    try {
      return ok(credentialSchema.parse(JSON.parse(await encryption.decrypt(Buffer.from(stored, 'base64')))));
    } catch (error) {
      return failed('vault/unavailable', { detail: String(error) });
    }
  };

  return {
    protection: async () => ((await encryption.isAvailable()) ? 'protected' : 'until-quit'),
    holds: async (id) => (await memory.holds(id)) || (await readable())[id] !== undefined,
    get,
    put,
    delete: async (id) => {
      await memory.delete(id);
      if ((await readable())[id] === undefined) return;
      await write(({ [id]: _, ...others }) => others);
    },
  };
};

const parseFile = (text: string): Secrets | null => {
  try {
    return fileSchema.parse(JSON.parse(text)).secrets;
  } catch {
    return null;
  }
};
