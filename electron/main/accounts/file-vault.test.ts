import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blogIdSchema } from '../../../core/publishing/blog.ts';
import type { Encryption } from './encryption.ts';
import { fileVault } from './file-vault.ts';

const quiet = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };
const blog = blogIdSchema.parse('0b6a8b9e-52f2-4a63-9c0b-1f6a2f4f3a11');
const other = blogIdSchema.parse('5e2ffb39-60a5-4a4c-8ab1-9a2f8f0c8c22');
const credential = { username: 'ann', password: 'a secret of ann' };

/** A keychain of its own: AES-256-GCM under a key that lives as long as the object. */
const keychain = (): Encryption => {
  const key = randomBytes(32);
  return {
    isAvailable: async () => true,
    encrypt: async (text) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), bytes]);
    },
    decrypt: async (bytes) => {
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      cipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
    },
  };
};
const noKeychain: Encryption = {
  isAvailable: async () => false,
  encrypt: () => Promise.reject(new Error('there is no key')),
  decrypt: () => Promise.reject(new Error('there is no key')),
};

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-vault-'));
  path = join(folder, 'secrets.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('with a keychain', () => {
  test('a credential survives a restart and is nowhere in the file', async () => {
    const system = keychain();
    expect(await fileVault(path, system, quiet).put(blog, credential)).toBe('protected');
    expect(readFileSync(path, 'utf8')).not.toMatch(/ann|secret of/);
    expect(statSync(path).mode & 0o777).toBe(0o600);

    const reopened = fileVault(path, system, quiet);
    expect(await reopened.holds(blog)).toBe(true);
    expect(await reopened.get(blog)).toEqual({ ok: true, value: credential });
  });

  test('puts and deletes at the same time all count', async () => {
    const system = keychain();
    const vault = fileVault(path, system, quiet);
    await Promise.all([vault.put(blog, credential), vault.put(other, { ...credential, username: 'bea' })]);
    await vault.delete(blog);
    const reopened = fileVault(path, system, quiet);
    expect(await reopened.get(blog)).toEqual({ ok: true, value: null });
    expect(await reopened.get(other)).toMatchObject({ ok: true, value: { username: 'bea' } });
  });

  test('what another key closed is said to be unavailable and stays in the file', async () => {
    await fileVault(path, keychain(), quiet).put(blog, credential);
    const before = readFileSync(path, 'utf8');
    const vault = fileVault(path, keychain(), quiet);
    expect(await vault.get(blog)).toMatchObject({ ok: false, error: { code: 'vault/unavailable' } });
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  test('a broken file is kept aside', async () => {
    writeFileSync(path, '{"version": 1, "secr');
    const vault = fileVault(path, keychain(), quiet);
    expect(await vault.holds(blog)).toBe(false);
    await vault.put(blog, credential);
    const aside = readdirSync(folder).find((name) => name.startsWith('secrets.json.broken-'));
    expect(readFileSync(join(folder, String(aside)), 'utf8')).toBe('{"version": 1, "secr');
  });

  test('a file that cannot be opened holds nothing and is left alone', async () => {
    mkdirSync(path);
    const vault = fileVault(path, keychain(), quiet);
    expect(await vault.holds(blog)).toBe(false);
    expect(await vault.put(blog, credential)).toBe('until-quit');
    expect(statSync(path).isDirectory()).toBe(true);
    rmSync(path, { recursive: true });
    expect(await vault.put(blog, credential)).toBe('protected');
  });

  test('a credential that cannot be written works until the app quits', async () => {
    const nowhere = join(folder, 'gone', 'secrets.json');
    const vault = fileVault(nowhere, keychain(), quiet);
    expect(await vault.put(blog, credential)).toBe('until-quit');
    expect(await vault.get(blog)).toEqual({ ok: true, value: credential });
  });
});

describe('without a keychain', () => {
  test('a credential is kept until the app quits and never on disk', async () => {
    const vault = fileVault(path, noKeychain, quiet);
    expect(await vault.protection()).toBe('until-quit');
    expect(await vault.put(blog, credential)).toBe('until-quit');
    expect(await vault.get(blog)).toEqual({ ok: true, value: credential });
    expect(readdirSync(folder)).toEqual([]);
    expect(await fileVault(path, noKeychain, quiet).holds(blog)).toBe(false);
  });
});
