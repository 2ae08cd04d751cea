import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';

const isWritable = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    // Whatever is wrong with the folder, the library will meet it too and has the words for it.
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
};

/**
 * Settles where everything of this writer lives, before anything reads it: `REJOINDER_DATA`, else `--user-data-dir`,
 * else the system's folder for the app's data. The browser engine's own files go into `browser/` below it, so that the
 * folder stays readable: library, media, practice blog, settings, log. Answers its absolute path.
 *
 * The engine does not start without files of its own, the lock of the single instance among them: where the folder
 * cannot be written, it gets a temporary one, so that the posts can be read all the same.
 */
export const settleDataFolder = (): string => {
  const asked = process.env.REJOINDER_DATA || app.commandLine.getSwitchValue('user-data-dir');
  const folder = asked ? resolve(asked) : app.getPath('userData');
  const engineFolder = isWritable(folder) ? folder : mkdtempSync(join(tmpdir(), 'rejoinder-'));
  app.setPath('userData', engineFolder);
  app.setPath('sessionData', join(engineFolder, 'browser'));
  app.setAppLogsPath(join(engineFolder, 'log'));
  return folder;
};

/** The absolute path of a file that ships with the app: `shippedFile('out', 'renderer')`. */
export const shippedFile = (...segments: readonly string[]): string => join(app.getAppPath(), ...segments);
