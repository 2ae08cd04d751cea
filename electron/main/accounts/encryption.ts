import { safeStorage } from 'electron';

/** Encryption under a key that the system keeps for this user and app. */
export type Encryption = {
  /** False where the system has no keychain, or one that would not protect. */
  readonly isAvailable: () => Promise<boolean>;
  /** Rejects when the keychain is locked and stays so. */
  readonly encrypt: (text: string) => Promise<Buffer>;
  readonly decrypt: (bytes: Buffer) => Promise<string>;
};

/** Linux without a keyring falls back to a key that is in every copy of Chromium: no protection at all. */
const isProtectedBackend = (): boolean =>
  process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());

/**
 * Electron's `safeStorage`. Newer versions answer without blocking the main process and can read what the older calls
 * wrote; Electron 33 has only the blocking ones, so which to use is asked at run time.
 */
export const systemEncryption = (): Encryption => {
  const current: Partial<typeof safeStorage> = safeStorage;
  const { isAsyncEncryptionAvailable, encryptStringAsync, decryptStringAsync } = current;
  if (isAsyncEncryptionAvailable && encryptStringAsync && decryptStringAsync) {
    return {
      isAvailable: async () => isProtectedBackend() && (await safeStorage.isAsyncEncryptionAvailable()),
      encrypt: (text) => safeStorage.encryptStringAsync(text),
      decrypt: async (bytes) => (await safeStorage.decryptStringAsync(bytes)).result,
    };
  }
  return {
    isAvailable: async () => isProtectedBackend() && safeStorage.isEncryptionAvailable(),
    encrypt: async (text) => safeStorage.encryptString(text),
    decrypt: async (bytes) => safeStorage.decryptString(bytes),
  };
};
