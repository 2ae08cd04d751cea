import { failed, type Trouble } from '../../../core/trouble.ts';
import type { LibraryClient } from './library.ts';
import { type Answer, libraryCalls, type Request } from './rpc.ts';
import type { Unused } from './unused-files.ts';

/** A running library thread. */
export type ThreadHandle = {
  readonly postMessage: (request: Request) => void;
  readonly onAnswer: (listener: (answer: Answer) => void) => void;
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
};

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (bug: Error) => void };

/** After so many deaths without one answer in between it is not started again until the app is. */
const deathLimit = 3;

/** Milliseconds the thread gets to put everything into the file before it is ended. */
const closeLimit = 3000;

/**
 * Keeps the library thread running and speaks with it. A call whose thread died answers `library/unavailable`
 * (`unclear`: it may have been carried out; every call may be repeated); the thread is started again and the app goes on.
 */
export class LibraryThread {
  /** The library's calls. They may be made at once: the thread answers them when it has opened the file. */
  readonly client: LibraryClient;
  /** What was met while opening, for `AppInfo.troubles`; a library that could not be opened is its only entry. */
  readonly troubles: Promise<readonly Trouble[]>;

  readonly #start: () => ThreadHandle;
  readonly #waiting = new Map<number, Waiting>();
  #thread: ThreadHandle | null = null;
  #noteTroubles: (troubles: readonly Trouble[]) => void = () => {};
  #onUnused: (unused: Unused) => void = () => {};
  #calls = 0;
  #deaths = 0;
  #closing: Promise<void> | null = null;
  #closed: () => void = () => {};

  constructor(start: () => ThreadHandle) {
    this.#start = start;
    this.troubles = new Promise((resolve) => {
      this.#noteTroubles = resolve;
    });
    this.client = this.#makeClient();
    this.#run();
  }

  /** Who is told, about once a day, of files of the media folder and articles that nothing needs any more. */
  onUnused(listener: (unused: Unused) => void): void {
    this.#onUnused = listener;
  }

  /** Ends the thread once everything that was called before is on disk. */
  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    if (!thread) return;
    const limit = setTimeout(() => thread.kill(), closeLimit);
    await new Promise<void>((resolve) => {
      this.#closed = resolve;
      thread.postMessage({ kind: 'close' });
    });
    clearTimeout(limit);
  }

  #run(): void {
    const thread = this.#start();
    this.#thread = thread;
    thread.onAnswer((answer) => this.#receive(answer));
    thread.onExit(() => this.#ended());
  }

  #ended(): void {
    this.#thread = null;
    const unavailable = failed('library/unavailable', { unclear: true, detail: 'The library thread ended' });
    for (const { resolve } of this.#waiting.values()) resolve(unavailable);
    this.#waiting.clear();
    if (this.#closing) {
      this.#closed();
      return;
    }
    this.#deaths += 1;
    if (this.#deaths < deathLimit) this.#run();
    else this.#noteTroubles([unavailable.error]);
  }

  #receive(answer: Answer): void {
    if (answer.kind === 'opened') {
      this.#noteTroubles(answer.failure ? [answer.failure] : answer.troubles);
      return;
    }
    if (answer.kind === 'unused') {
      this.#onUnused(answer.unused);
      return;
    }
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    this.#deaths = 0;
    if (answer.kind === 'answer') waiting?.resolve(answer.value);
    else waiting?.reject(new Error(`In the library thread: ${answer.stack}`));
  }

  #call(group: string, name: string, input: unknown): Promise<unknown> {
    const thread = this.#thread;
    if (!thread || this.#closing) return Promise.resolve(failed('library/unavailable'));
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      thread.postMessage({ kind: 'call', id, group, name, input });
    });
  }

  #makeClient(): LibraryClient {
    const groups = Object.entries(libraryCalls).map(([group, calls]) => [
      group,
      Object.fromEntries(Object.keys(calls).map((name) => [name, (input: unknown) => this.#call(group, name, input)])),
    ]);
    return Object.fromEntries(groups) as LibraryClient;
  }
}
