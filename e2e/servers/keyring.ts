import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An unlocked keyring on a D-Bus session of its own, as a desktop gives it to its programs after logging in. */
export type Keyring = {
  /** What a program needs in its environment to find it. */
  readonly env: Readonly<Record<string, string>>;
  /** What Electron needs as arguments, for without a desktop it does not look for a keyring. */
  readonly args: readonly string[];
  /** Ends keyring and bus; what was kept in it is gone. */
  readonly stop: () => Promise<void>;
};

const programs = ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'] as const;

/** True where a keyring can be had, else the reason why not (Debian: packages `dbus` and `gnome-keyring`). */
export const keyringAvailable = async (): Promise<true | string> => {
  if (process.platform !== 'linux') return 'keyrings are tested on Linux only';
  const missing = [];
  for (const program of programs) if (!(await isInstalled(program))) missing.push(program);
  return missing.length === 0 || `not installed: ${missing.join(', ')}`;
};

/** Starts a private session bus and Debian's gnome-keyring on it, unlocked with a password from stdin. */
export const startKeyring = async (): Promise<Keyring> => {
  const home = await mkdtemp(join(tmpdir(), 'rejoinder-keyring-'));
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(bus);
  const env = { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: home, XDG_DATA_HOME: home };
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env: { ...process.env, ...env, HOME: home },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  daemon.stdin?.end('a password for tests');
  await ownsName(env, 'org.freedesktop.secrets');
  return {
    env,
    args: ['-r', join(import.meta.dirname, 'use-keyring.cjs')],
    stop: async () => {
      await end(daemon);
      await end(bus);
      await rm(home, { recursive: true, force: true });
    },
  };
};

const isInstalled = async (program: string): Promise<boolean> => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = await Promise.allSettled(folders.map((folder) => access(join(folder, program), constants.X_OK)));
  return found.some((it) => it.status === 'fulfilled');
};

const firstLine = async (child: ChildProcess): Promise<string> => {
  if (!child.stdout) throw new Error('The program has no output to read.');
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${child.spawnfile} ended with code ${code}.`))),
  ]);
  return String(line);
};

/** Asks the bus until somebody has that name. Asking for the service itself would start a second keyring, a locked one. */
const ownsName = async (env: Readonly<Record<string, string>>, name: string): Promise<void> => {
  const question = ['--session', '--dest=org.freedesktop.DBus', '--print-reply=literal', '/org/freedesktop/DBus'];
  const call = [...question, 'org.freedesktop.DBus.NameHasOwner', `string:${name}`];
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const { stdout } = await run('dbus-send', call, { env: { ...process.env, ...env } });
    if (stdout.includes('true')) return;
  }
  throw new Error(`Nobody answers for ${name} on the session bus.`);
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
};
