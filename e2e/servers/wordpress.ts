import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const recipe = join(import.meta.dirname, 'wordpress.sh');
const execute = promisify(execFile);

/** What a WordPress for a test may differ in. */
export type WordPressOptions = {
  /** A path below the host, e.g. `blog`, instead of a site of its own. */
  readonly subdirectory?: string;
  /** `plain` gives addresses with `?p=` and `?rest_route=` only. Default: `pretty`. */
  readonly permalinks?: 'pretty' | 'plain';
  /** PHP's limit for one file and one request, e.g. `2M`. Default: 64 MB. */
  readonly uploadLimit?: string;
  /** WordPress allows application passwords over plain http in `local` (the default) and not in `production`. */
  readonly environment?: 'local' | 'production';
};

/** The site's users; each has the role of that name (`admin`: administrator). */
export type WordPressLogin = 'admin' | 'editor' | 'author' | 'contributor' | 'subscriber';

/** One user and the two ways in. */
export type WordPressUser = {
  readonly id: number;
  readonly login: string;
  /** For the sign-in page and XML-RPC; REST does not take it. */
  readonly password: string;
  /** For REST, in groups of four with spaces as WordPress shows it. */
  readonly applicationPassword: string;
};

type SiteFile = {
  readonly rest: string;
  readonly version: string;
  readonly users: Readonly<Record<WordPressLogin, WordPressUser>>;
};

let availability: Promise<true | string> | undefined;

/** Whether a WordPress can run here, fetching what it needs the first time; else one sentence that says why not. */
export function wordpressAvailable(): Promise<true | string> {
  availability ??= prepare();
  return availability;
}

async function prepare(): Promise<true | string> {
  if (process.platform !== 'linux') return 'The WordPress server for tests runs on Linux only.';
  try {
    await execute(recipe, ['prepare']);
    return true;
  } catch (error) {
    return errorOutput(error).split('\n').at(-1) ?? 'The WordPress server for tests could not be prepared.';
  }
}

/**
 * Makes a fresh WordPress on a free port of 127.0.0.1 and waits until it answers. Several can run at once.
 *
 * @throws when it cannot; ask {@link wordpressAvailable} first
 */
export async function startWordPress(options: WordPressOptions = {}): Promise<WordPressSite> {
  const available = await wordpressAvailable();
  if (available !== true) throw new Error(available);
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-wordpress-'));
  const url = `http://127.0.0.1:${await freePort()}${options.subdirectory ? `/${options.subdirectory}` : ''}`;
  const env = {
    ...process.env,
    WP_URL: url,
    WP_PERMALINKS: options.permalinks ?? 'pretty',
    WP_ENVIRONMENT_TYPE: options.environment ?? 'local',
    ...(options.uploadLimit ? { WP_UPLOAD_LIMIT: options.uploadLimit } : {}),
  };
  await execute(recipe, ['create', folder], { env });
  const site = new WordPressSite(url, folder, env, JSON.parse(await readFile(join(folder, 'site.json'), 'utf8')));
  await site.start();
  return site;
}

/** A WordPress of a test's own: its content lasts over `stop`, `kill` and `start`, and goes with `remove`. */
export class WordPressSite {
  /** The blog's address as a person types it, without a slash at the end. */
  readonly url: string;
  /** The root of its REST API. */
  readonly rest: string;
  /** E.g. `7.1.1`. */
  readonly version: string;
  readonly users: Readonly<Record<WordPressLogin, WordPressUser>>;
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  #server: ChildProcess | undefined;
  #output = '';

  constructor(url: string, folder: string, env: NodeJS.ProcessEnv, site: SiteFile) {
    this.url = url;
    this.rest = site.rest;
    this.version = site.version;
    this.users = site.users;
    this.#folder = folder;
    this.#env = env;
    process.once('exit', this.#killNow);
  }

  /** The folder of the installed WordPress, for tests that look at its files. */
  get htdocs(): string {
    return join(this.#folder, 'htdocs', new URL(this.url).pathname);
  }

  /** Serves the site, again on the same port; resolves when it answers. */
  async start(): Promise<void> {
    if (this.#server) return;
    // A process group of its own, since PHP's server forks its workers.
    const server = spawn(recipe, ['serve', this.#folder], {
      env: this.#env,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#server = server;
    this.#output = '';
    await new Promise<void>((started, failed) => {
      const ended = () => failed(new Error(`WordPress did not start: ${this.#output}`));
      server.once('error', failed);
      server.once('close', ended);
      server.stderr.on('data', (bytes: Buffer) => {
        this.#output = (this.#output + bytes.toString()).slice(-10_000);
        if (!/Development Server .* started/.test(this.#output)) return;
        server.off('close', ended);
        started();
      });
    });
    const answer = await fetch(`${this.url}/?rest_route=/&_fields=name`);
    if (!answer.ok) throw new Error(`WordPress answers ${answer.status}: ${await answer.text()}`);
  }

  /** Ends the server in an orderly way; resolves when every worker is gone. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Ends the server and its workers with SIGKILL in mid-request. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Stops the server and deletes the site. */
  async remove(): Promise<void> {
    await this.stop();
    process.off('exit', this.#killNow);
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Puts content, options, users and uploads back as they were created, and removes mu-plugins; ids start again. */
  async reset(): Promise<void> {
    await execute(recipe, ['reset', this.#folder], { env: this.#env });
  }

  /**
   * Runs PHP inside the site and answers what it prints.
   *
   * @param code statements without `<?php`; `$input` holds `input`
   * @throws with PHP's message when the code fails
   */
  async php(code: string, input: unknown = null): Promise<string> {
    const running = execute(recipe, ['php', this.#folder], {
      env: { ...this.#env, WP_INPUT: JSON.stringify(input) },
      maxBuffer: 64 * 1024 * 1024,
    });
    running.child.stdin?.end(code);
    return (await running).stdout;
  }

  /** Drops in a must-use plugin, in force from the next request until the next reset. */
  async muPlugin(name: string, code: string): Promise<void> {
    await writeFile(join(this.htdocs, 'wp-content', 'mu-plugins', `${name}.php`), `<?php\n${code}\n`);
  }

  /** Sets an option, e.g. `timezone_string` to `America/New_York` or `gmt_offset` to `-5`. */
  async option(name: string, value: unknown): Promise<void> {
    await this.php('update_option($input["name"], $input["value"]);', { name, value });
  }

  /** Runs what WordPress has due, such as posts whose date has come; nothing else does. */
  async runCron(): Promise<void> {
    const answer = await fetch(`${this.url}/wp-cron.php?doing_wp_cron`);
    await answer.arrayBuffer();
  }

  /** Asks the REST API as a user (default: the administrator), e.g. `fetchRest('wp/v2/posts?status=any')`. */
  fetchRest(route: string, init: RequestInit = {}, user: WordPressUser = this.users.admin): Promise<Response> {
    const [path, query] = route.split('?', 2);
    const address = `${this.rest}${path}${query ? `${this.rest.includes('?') ? '&' : '?'}${query}` : ''}`;
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Basic ${btoa(`${user.login}:${user.applicationPassword}`)}`);
    return fetch(address, { ...init, headers });
  }

  /** The last lines the server wrote: its access log and PHP's complaints. */
  get log(): string {
    return this.#output;
  }

  async #end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server?.pid === undefined || server.stderr?.closed) return;
    // Its standard error closes when the last worker that holds it is gone.
    const gone = once(server, 'close');
    signalGroup(server.pid, signal);
    await gone;
  }

  readonly #killNow = () => {
    if (this.#server?.pid !== undefined) signalGroup(this.#server.pid, 'SIGKILL');
  };
}

function signalGroup(leader: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    // Gone already is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * A port below those the system hands out to outgoing connections, so that a site that is down for a while finds its
 * own still free.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

function errorOutput(error: unknown): string {
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return output || String(error);
}
