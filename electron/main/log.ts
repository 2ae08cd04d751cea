import { join } from 'node:path';
import log from 'electron-log/node.js';

/** What goes into the log never contains a secret or a word of a post. Levels are electron-log's. */
export type Log = Pick<typeof log, 'error' | 'warn' | 'info' | 'debug'>;

const levels = ['error', 'warn', 'info', 'verbose', 'debug', 'silly'] as const;
const levelNamed = (name: string | undefined) => levels.find((level) => level === name);

/** Passwords in addresses and headers, as platforms send them; a net below the rule that none is logged at all. */
const secrets = /((?:password|token|code|state)=|(?:Basic|Bearer)\s+)[^\s&"']+/gi;

/** The text with everything that looks like a secret crossed out. */
export const withoutSecrets = (text: string): string => text.replace(secrets, '$1•••');

const crossedOut = (value: unknown): unknown => {
  if (typeof value === 'string') return withoutSecrets(value);
  if (value instanceof Error) return withoutSecrets(value.stack ?? value.message);
  return value;
};

/**
 * Opens `log/main.log` in the data folder (1 MB, then one older file). Every error that nothing caught is logged, then
 * told to `onBug`; the app goes on.
 * `REJOINDER_LOG` names the level that is also printed; only errors without it.
 */
export const openLog = (dataFolder: string, onBug: (error: Error) => void): Log => {
  log.transports.file.resolvePathFn = () => join(dataFolder, 'log', 'main.log');
  log.transports.file.level = 'info';
  log.transports.console.level = levelNamed(process.env.REJOINDER_LOG) ?? 'error';
  log.hooks.push((message) => ({ ...message, data: message.data.map(crossedOut) }));
  log.errorHandler.startCatching({ showDialog: false, onError: ({ error }) => onBug(error) });
  return log;
};
