import { type Node as ProseMirrorNode, Schema } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { Step } from '@tiptap/pm/transform';
import { describe, expect, test } from 'vitest';
import type { Edit, StoredDocument } from '../../core/document/post.ts';
import { failed, ok, type Result, type Trouble, trouble } from '../../core/trouble.ts';
import { type AutosaveStore, createAutosave, journalWithin, restBeforeSnapshot } from './autosave.ts';
import type { Clock } from './rest.ts';

const schema = new Schema({ nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} } });
const empty = schema.node('doc', null, [schema.node('paragraph')]);

/** A clock that stands still until it is told to go. */
const handClock = () => {
  let now = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  const clock: Clock = {
    after: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    now: () => now,
  };
  /** Lets every promise that can go on do so. */
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  };
  const pass = async (milliseconds: number): Promise<void> => {
    const end = now + milliseconds;
    for (;;) {
      const next = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      now = next.at;
      timers.delete(next);
      next.run();
      await settle();
    }
    now = end;
    await settle();
  };
  return { clock, pass, settle };
};

/** A library of one post in memory that keeps the rules of the real one and can be made to fail. */
const memoryLibrary = () => {
  const edits: Edit[] = [];
  const snapshots: { sequence: number; document: StoredDocument }[] = [];
  let failing: Trouble | null = null;
  let underWay = 0;
  let mostUnderWay = 0;
  const calls: string[] = [];
  const store: AutosaveStore = {
    append: async (sequence, added) => {
      calls.push('append');
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      await Promise.resolve();
      underWay -= 1;
      if (failing) return { ok: false, error: failing };
      if (sequence > edits.length) return failed('post/stale');
      edits.splice(sequence, edits.length, ...added);
      return ok({ sequence: edits.length });
    },
    save: async (sequence, document) => {
      calls.push('save');
      await Promise.resolve();
      if (failing) return { ok: false, error: failing };
      snapshots.push({ sequence, document });
      return ok({ revision: snapshots.length + 1 });
    },
  };
  return {
    store,
    edits,
    snapshots,
    calls,
    fail: (error: Trouble | null) => {
      failing = error;
    },
    mostUnderWay: () => mostUnderWay,
    /** The text after a crash: the journal replayed on the empty document. */
    recovered: (): string =>
      edits.reduce<ProseMirrorNode>((doc, { step }) => Step.fromJSON(schema, step).apply(doc).doc ?? doc, empty)
        .textContent,
  };
};

const setUp = (library = memoryLibrary()) => {
  const { clock, pass, settle } = handClock();
  const troubles: (Trouble | null)[] = [];
  const stale: Trouble[] = [];
  let state = EditorState.create({ doc: empty });
  const autosave = createAutosave({
    sequence: 0,
    store: library.store,
    document: () => ({ schemaVersion: 1, doc: state.doc.toJSON() }),
    clock,
    onTrouble: (it) => troubles.push(it),
    onStale: (it) => stale.push(it),
  });
  const type = (text: string): void => {
    for (const character of text) {
      const tr = state.tr.insertText(character, state.doc.content.size - 1);
      state = state.apply(tr);
      autosave.record({ steps: tr.steps, docs: tr.docs, kind: 'new' });
    }
  };
  return { autosave, library, type, pass, settle, troubles, stale, text: () => state.doc.textContent };
};

describe('autosave', () => {
  test('what is typed is in the journal within the limit, and the journal alone gives it back', async () => {
    const { type, pass, library } = setUp();
    type('Harbour');
    expect(library.calls).toEqual([]);
    await pass(journalWithin);
    expect(library.recovered()).toBe('Harbour');
    expect(library.snapshots).toEqual([]);
  });

  test('typing without a pause is journaled all the same', async () => {
    const { type, pass, library } = setUp();
    for (let second = 0; second < 30; second += 1) {
      type('x');
      await pass(100);
    }
    expect(library.recovered().length).toBeGreaterThanOrEqual(28);
    expect(library.snapshots).toEqual([]);
  });

  test('every edit carries the inverse that takes it back', async () => {
    const { type, pass, library } = setUp();
    type('ab');
    await pass(journalWithin);
    let doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('ab')])]);
    for (const { inverse } of [...library.edits].reverse()) doc = Step.fromJSON(schema, inverse).apply(doc).doc ?? doc;
    expect(doc.eq(empty)).toBe(true);
  });

  test('a rest takes one snapshot that holds all journaled edits', async () => {
    const { type, pass, library, autosave } = setUp();
    type('Nine days');
    await pass(restBeforeSnapshot);
    await pass(60_000);
    expect(library.snapshots).toHaveLength(1);
    expect(library.snapshots[0]?.sequence).toBe(9);
    expect(JSON.stringify(library.snapshots[0]?.document)).toContain('Nine days');
    expect(autosave.pending()).toBe(false);
  });

  test('flush writes at once, and nothing when nothing changed', async () => {
    const { type, library, autosave } = setUp();
    expect(await autosave.flush()).toEqual(ok(undefined));
    expect(library.calls).toEqual([]);
    type('now');
    expect(await autosave.flush()).toEqual(ok(undefined));
    expect(library.calls).toEqual(['append', 'save']);
    expect(library.recovered()).toBe('now');
  });

  test('what is typed while a flush is under way comes after it, whole and in order', async () => {
    const { type, library, autosave, pass, text } = setUp();
    type('first');
    const flushing = autosave.flush();
    type(' second');
    await flushing;
    await pass(restBeforeSnapshot);
    expect(library.recovered()).toBe('first second');
    expect(text()).toBe('first second');
    expect(library.snapshots.at(-1)?.sequence).toBe(library.edits.length);
  });

  test('calls never overlap', async () => {
    const { type, library, autosave } = setUp();
    type('a');
    const one = autosave.flush();
    type('b');
    const two = autosave.flush();
    type('c');
    await Promise.all([one, two, autosave.flush()]);
    expect(library.mostUnderWay()).toBe(1);
    expect(library.recovered()).toBe('abc');
  });

  test('a full disk is told once, drops nothing, and is over when there is room again', async () => {
    const { type, library, pass, troubles, autosave } = setUp();
    library.fail(trouble('library/disk-full'));
    type('kept');
    await pass(10_000);
    expect(troubles).toEqual([trouble('library/disk-full')]);
    expect(library.recovered()).toBe('');
    type(' and more');
    await pass(1_000);
    expect(troubles).toHaveLength(1);
    expect((await autosave.flush()).ok).toBe(false);
    library.fail(null);
    await pass(60_000);
    expect(library.recovered()).toBe('kept and more');
    expect(troubles.at(-1)).toBeNull();
    expect(autosave.pending()).toBe(false);
  });

  test('an answer that was lost does not write anything twice', async () => {
    const library = memoryLibrary();
    let lost = 1;
    const { append } = library.store;
    const forgetful: AutosaveStore = {
      ...library.store,
      append: async (sequence, edits): Promise<Result<{ readonly sequence: number }>> => {
        const result = await append(sequence, edits);
        lost -= 1;
        return lost === 0 ? failed('library/unavailable') : result;
      },
    };
    const { type, pass } = setUp({ ...library, store: forgetful });
    type('once');
    await pass(60_000);
    expect(library.recovered()).toBe('once');
  });

  test('a post that moved on elsewhere stops the writing and is told', async () => {
    const { type, library, pass, stale, troubles } = setUp();
    type('mine');
    await pass(journalWithin);
    library.fail(trouble('post/stale'));
    await pass(restBeforeSnapshot);
    expect(stale).toHaveLength(1);
    expect(troubles).toEqual([]);
    const calls = library.calls.length;
    type(' more');
    await pass(60_000);
    expect(library.calls).toHaveLength(calls);
  });

  test('edits that the journal refuses as stale are kept in a version first', async () => {
    const { type, library, pass, stale } = setUp();
    type('ab');
    await pass(journalWithin);
    library.edits.pop();
    type('c');
    await pass(journalWithin);
    expect(library.calls).toEqual(['append', 'append', 'save']);
    expect(JSON.stringify(library.snapshots.at(-1)?.document)).toContain('abc');
    expect(stale).toHaveLength(1);
  });
});
