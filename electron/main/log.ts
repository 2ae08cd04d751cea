import { join } from 'node:path';
import type ElectronLog from 'electron-log/node.js';

type Line = (...params: readonly unknown[]) => void;

/** What goes into the log never contains a secret or a word of a post. Levels are electron-log's. */
export type Log = { readonly error: Line; readonly warn: Line; readonly info: Line; readonly debug: Line };

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
 * The log in `log/main.log` of the data folder (1 MB, then one older file). `open` loads electron-log and from then on
 * every error that nothing caught is logged and told to `onBug`, and the app goes on; before, such an error is shown by
 * Electron. A line that is logged earlier opens it. `REJOINDER_LOG` names the level that is also printed; only errors
 * without it.
 */
export const makeLog = (
  dataFolder: string,
  onBug: (error: Error) => void,
): Log & { readonly open: () => Promise<unknown> } => {
  let opened: typeof ElectronLog | undefined;
  let opening: Promise<typeof ElectronLog> | undefined;
  const load = async (): Promise<typeof ElectronLog> => {
    const { default: log } = await import('electron-log/node.js');
    log.transports.file.resolvePathFn = () => join(dataFolder, 'log', 'main.log');
    log.transports.file.level = 'info';
    log.transports.console.level = levelNamed(process.env.REJOINDER_LOG) ?? 'error';
    log.hooks.push((message) => ({ ...message, data: message.data.map(crossedOut) }));
    log.errorHandler.startCatching({ showDialog: false, onError: ({ error }) => onBug(error) });
    opened = log;
    return log;
  };
  const open = (): Promise<typeof ElectronLog> => {
    opening ??= load();
    return opening;
  };
  const line =
    (level: keyof Log): Line =>
    (...params) => {
      if (opened) opened[level](...params);
      else void open().then((log) => log[level](...params));
    };
  return { open, error: line('error'), warn: line('warn'), info: line('info'), debug: line('debug') };
};
