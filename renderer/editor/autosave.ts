import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Step } from '@tiptap/pm/transform';
import { inverseOf } from '../../core/document/editing/footnotes.ts';
import type { Edit, EditKind, StoredDocument } from '../../core/document/post.ts';
import { ok, type Result, type Trouble } from '../../core/trouble.ts';
import { afterRest, type Clock } from './rest.ts';

/** The longest that something typed waits before it is on its way to the disk, in milliseconds. */
export const journalWithin = 250;
/** How long typing rests before a snapshot is taken, in milliseconds. */
export const restBeforeSnapshot = 2_000;
/** How long a write that failed waits before it is tried again, in milliseconds: doubling between the two. */
export const retryAfter = { first: 1_000, longest: 15_000 } as const;
/** How many edits one call journals at most; the contract takes 5,000. */
const batchSize = 1_000;

/** Where edits and snapshots go: the library, reached over the bridge. */
export type AutosaveStore = {
  /** Journals edits behind the first `sequence` ones; answers the new sequence. Repeating a call does no harm. */
  readonly append: (sequence: number, edits: readonly Edit[]) => Promise<Result<{ readonly sequence: number }>>;
  /** Saves a snapshot that holds the first `sequence` edits. */
  readonly save: (sequence: number, document: StoredDocument) => Promise<Result<unknown>>;
};

export type AutosaveOptions = {
  /** How many edits the library has journaled so far. */
  readonly sequence: number;
  readonly store: AutosaveStore;
  /** The document as it is now; it must hold every recorded edit. */
  readonly document: () => StoredDocument;
  readonly clock: Clock;
  /** Called when writing begins to fail, with another trouble, and with null once it works again. */
  readonly onTrouble: (trouble: Trouble | null) => void;
  /** The stored post moved on under this editor. Nothing more is written; the snapshot was kept as a version. */
  readonly onStale: (trouble: Trouble) => void;
};

/** What of a transaction is journaled: its steps, the document before each of them to invert it, how undo took it. */
export type Recorded = {
  readonly steps: readonly Step[];
  readonly docs: readonly ProseMirrorNode[];
  readonly kind: EditKind;
};

export type Autosave = {
  /** Takes note of a change. Costs next to nothing: steps become JSON when they are written. */
  readonly record: (transaction: Recorded) => void;
  /** Puts everything recorded so far on disk, edits first, then a snapshot. Nothing is written when nothing changed. */
  readonly flush: () => Promise<Result<void>>;
  /** True when something recorded is not yet in a snapshot. */
  readonly pending: () => boolean;
  /** Stops the timers; call `flush` first. */
  readonly stop: () => void;
};

/** The two writes: edits into the journal, the document into a snapshot. */
type Stage = 'journal' | 'snapshot';
type Waiting = { readonly step: Step; readonly doc: ProseMirrorNode; readonly kind: EditKind };

const editOf = ({ step, doc, kind }: Waiting): Edit => ({
  step: step.toJSON(),
  inverse: inverseOf(step, doc).toJSON(),
  kind,
});

/**
 * Keeps what is typed: edits go to the journal within `journalWithin`, in order and one call at a time, and a snapshot
 * follows when typing rests. A call that fails keeps its edits and is tried again, so nothing is dropped.
 */
export const createAutosave = (options: AutosaveOptions): Autosave => {
  const { store, document, clock, onTrouble, onStale } = options;
  const waiting: Waiting[] = [];
  let journaled = options.sequence;
  let snapshotAt = options.sequence;
  let failures = 0;
  let failedAt: Stage | null = null;
  let lastTrouble: Trouble | null = null;
  let ended = false;

  let cancelJournal: (() => void) | null = null;
  let cancelRetry: (() => void) | null = null;
  const rest = afterRest(clock, restBeforeSnapshot, () => void flush());
  let journaling: Promise<Result<void>> | null = null;
  let snapshotting: Promise<Result<void>> | null = null;

  const worked = (at: Stage): void => {
    // An edit that reached the journal says nothing of a snapshot that failed.
    if (failedAt !== at && at !== 'snapshot') return;
    failures = 0;
    failedAt = null;
    if (lastTrouble === null) return;
    lastTrouble = null;
    onTrouble(null);
  };

  const failedWith = (at: Stage, error: Trouble): void => {
    if (ended) return;
    if (error.code === 'post/stale') {
      stop();
      onStale(error);
      return;
    }
    const wait = Math.min(retryAfter.first * 2 ** failures, retryAfter.longest);
    failures += 1;
    failedAt = at;
    rest.cancel();
    cancelRetry?.();
    cancelRetry = clock.after(wait, () => void flush());
    if (lastTrouble?.code === error.code) return;
    lastTrouble = error;
    onTrouble(error);
  };

  const writeJournal = async (): Promise<Result<void>> => {
    while (waiting.length > 0 && !ended) {
      const batch = waiting.slice(0, batchSize);
      const result = await store.append(journaled, batch.map(editOf));
      if (!result.ok) {
        // The journal went on without us: what is on the screen is put into a version before the post is opened anew.
        const error = result.error.code === 'post/stale' ? await keepAsVersion(result.error) : result.error;
        failedWith('journal', error);
        return { ok: false, error };
      }
      waiting.splice(0, batch.length);
      journaled += batch.length;
      worked('journal');
    }
    return ok(undefined);
  };

  const keepAsVersion = async (stale: Trouble): Promise<Trouble> => {
    const kept = await store.save(journaled, document());
    return kept.ok ? stale : kept.error;
  };

  const journal = (): Promise<Result<void>> => {
    cancelJournal?.();
    cancelJournal = null;
    journaling ??= writeJournal().finally(() => {
      journaling = null;
    });
    return journaling;
  };

  const writeSnapshot = async (): Promise<Result<void>> => {
    const written = await journal();
    if (!written.ok) return written;
    // Something may have been typed while the journal was written; the snapshot must not hold it before the journal does.
    if (waiting.length > 0) return writeSnapshot();
    if (snapshotAt === journaled) return ok(undefined);
    const sequence = journaled;
    const result = await store.save(sequence, document());
    if (!result.ok) {
      failedWith('snapshot', result.error);
      return result;
    }
    snapshotAt = sequence;
    worked('snapshot');
    return ok(undefined);
  };

  const flush = async (): Promise<Result<void>> => {
    rest.cancel();
    cancelRetry?.();
    cancelRetry = null;
    if (ended) return ok(undefined);
    // A snapshot under way may have been taken before the newest edits.
    if (snapshotting) await snapshotting;
    snapshotting ??= writeSnapshot().finally(() => {
      snapshotting = null;
    });
    return snapshotting;
  };

  const stop = (): void => {
    ended = true;
    cancelJournal?.();
    cancelRetry?.();
    rest.cancel();
  };

  return {
    record: ({ steps, docs, kind }) => {
      if (ended || steps.length === 0) return;
      for (const [index, step] of steps.entries()) {
        const doc = docs[index];
        if (doc) waiting.push({ step, doc, kind: index === 0 ? kind : 'more' });
      }
      cancelJournal ??= clock.after(journalWithin, () => void journal());
      // While writing fails, the retry's own time counts.
      if (failures === 0) rest.disturb();
    },
    flush,
    pending: () => waiting.length > 0 || snapshotAt !== journaled,
    stop,
  };
};
