import { join, resolve } from 'node:path';
import { app } from 'electron';

/**
 * Settles where everything of this writer lives, before anything reads it: `REJOINDER_DATA`, else `--user-data-dir`,
 * else the system's folder for the app's data. The browser engine's own files go into `browser/` below it, so that the
 * folder stays readable: library, media, practice blog, settings, log. Answers its absolute path.
 */
export const settleDataFolder = (): string => {
  const asked = process.env.REJOINDER_DATA || app.commandLine.getSwitchValue('user-data-dir');
  const folder = asked ? resolve(asked) : app.getPath('userData');
  app.setPath('userData', folder);
  app.setPath('sessionData', join(folder, 'browser'));
  app.setAppLogsPath(join(folder, 'log'));
  return folder;
};

/** The absolute path of a file that ships with the app: `shippedFile('out', 'renderer')`. */
export const shippedFile = (...segments: readonly string[]): string => join(app.getAppPath(), ...segments);
