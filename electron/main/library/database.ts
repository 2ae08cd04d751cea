import { DatabaseSync } from '@photostructure/sqlite';

type Connection = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<Connection['prepare']>;

/** What SQLite stores and gives back here: no blobs. */
export type Value = string | number | null;

/** Milliseconds to wait for a lock: a library thread that was just ended may hold the file for a moment. */
const lockTimeout = 5000;

export type DatabaseOptions = { readonly readOnly?: boolean; readonly alone?: boolean };

/** One connection to the library's file, with its statements prepared once each. Troubles of SQLite are thrown. */
export class Database {
  readonly #connection: Connection;
  readonly #readOnly: boolean;
  readonly #statements = new Map<string, Statement>();

  /**
   * Opens or makes the file. WAL, and a commit is on disk when it answers. `alone` keeps every other connection out and
   * needs no file of its own for that, so that it works on a full disk.
   */
  constructor(file: string, { readOnly = false, alone = false }: DatabaseOptions = {}) {
    this.#connection = new DatabaseSync(file, { timeout: lockTimeout, readOnly });
    this.#readOnly = readOnly;
    this.exec('PRAGMA foreign_keys = ON');
    if (readOnly) return;
    if (alone) this.exec('PRAGMA locking_mode = EXCLUSIVE');
    this.exec('PRAGMA journal_mode = WAL');
    // A reopened WAL file falls back to NORMAL, which may lose the last commits with the power.
    this.exec('PRAGMA synchronous = FULL');
    this.exec('PRAGMA journal_size_limit = 16777216');
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  run(sql: string, ...values: readonly Value[]): { readonly changes: number; readonly lastInsertRowid: number } {
    const { changes, lastInsertRowid } = this.#prepared(sql).run(...values);
    return { changes, lastInsertRowid: Number(lastInsertRowid) };
  }

  get<Row>(sql: string, ...values: readonly Value[]): Row | undefined {
    return this.#prepared(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: readonly Value[]): readonly Row[] {
    return this.#prepared(sql).all(...values) as Row[];
  }

  /** Row by row, for what may be too large or too damaged to be read at once. */
  each<Row>(sql: string, ...values: readonly Value[]): IterableIterator<Row> {
    return this.#connection.prepare(sql).iterate(...values) as IterableIterator<Row>;
  }

  /** All or nothing; a transaction inside another is part of it. */
  transaction<T>(run: () => T): T {
    if (this.#connection.isTransaction) return run();
    this.exec('BEGIN IMMEDIATE');
    try {
      const value = run();
      this.exec('COMMIT');
      return value;
    } catch (error) {
      // SQLite rolls back by itself after some troubles (a full disk), and then there is nothing left to undo.
      if (this.#connection.isTransaction) this.exec('ROLLBACK');
      throw error;
    }
  }

  /** Writes the journal into the file, so that the one file is the whole library. Statements keep the handle until they are collected. */
  close(): void {
    if (!this.#connection.isOpen) return;
    if (!this.#readOnly) this.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#statements.clear();
    this.#connection.close();
  }

  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
