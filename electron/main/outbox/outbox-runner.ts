import type { PostId } from '../../../core/document/post.ts';
import type { Preview } from '../../../core/ipc.ts';
import { nextCareAt } from '../../../core/outbox/aftercare.ts';
import type { JobEvent } from '../../../core/outbox/events.ts';
import type { Intent, JobAnswer, JobId, JobView } from '../../../core/outbox/job.ts';
import { jobIdSchema } from '../../../core/outbox/job.ts';
import { effectOf, isReplaceable, next, replace } from '../../../core/outbox/machine.ts';
import { type Freight, isOver, type Job, newJob, parseJob } from '../../../core/outbox/record.ts';
import { viewOf } from '../../../core/outbox/view.ts';
import type { Blog, BlogId } from '../../../core/publishing/blog.ts';
import type { ReleaseStatus } from '../../../core/publishing/target.ts';
import { failed, ok, type Result, type Trouble } from '../../../core/trouble.ts';
import { carryOut } from './desk.ts';
import { freightOf, isEdited, previewOf } from './freight.ts';
import type { OutboxParts } from './parts.ts';

/** What `outbox.submit` of the contract asks for; `date` is milliseconds UTC. */
export type Submission = {
  readonly postId: PostId;
  readonly blogs: readonly BlogId[];
  readonly status: ReleaseStatus;
  readonly date: number | null;
};

/** How long to wait before the next try when the journal cannot be written or read; milliseconds. */
const journalPatience = 15_000;

/** How long a finished job stays on the list when nobody takes it off; milliseconds. */
const keepFinished = 7 * 24 * 3_600_000;

const isOfSamePost = (one: Job, other: Job): boolean =>
  one.blogId === other.blogId && one.snapshot.postId === other.snapshot.postId;

/** A job in memory. It is acted on only when `onDisk` is the very same state. */
type Entry = { job: Job; onDisk: Job | null; heldUntil: number; held: Trouble | null };

/**
 * The outbox: everything that waits, runs, asks or failed, over the journal in the library. One job at a time for each
 * blog, blogs side by side. Each state is on disk before its effect begins, so it may be killed at any moment.
 */
export class OutboxRunner {
  readonly #parts: OutboxParts;
  readonly #entries = new Map<JobId, Entry>();
  readonly #busy = new Map<BlogId, Promise<void>>();
  /** By job, the way to end what this computer does for it now. */
  readonly #underWay = new Map<JobId, AbortController>();
  #started: Promise<Result<void>> | null = null;
  #callOff: () => void = () => {};
  #stopped = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /**
   * Reads the journal and goes on with whatever was under way. Calls that come earlier wait for it, and while it cannot
   * be read nothing is accepted: an unknown job could be sent a second time.
   */
  start(): Promise<Result<void>> {
    this.#started ??= this.#readJournal().then((read) => {
      if (read.ok) return read;
      this.#started = null;
      if (!this.#stopped) this.#callOff = this.#parts.clock.after(journalPatience, () => void this.start());
      return read;
    });
    return this.#started;
  }

  /** Begins no effect any more. One that is under way is taken up at the next start like after a crash. */
  stop(): void {
    this.#stopped = true;
    this.#callOff();
  }

  /** Settles when no blog is being worked for; what waits goes on waiting. */
  async idle(): Promise<void> {
    while (this.#busy.size > 0) await Promise.all(this.#busy.values());
  }

  async list(): Promise<Result<readonly JobView[]>> {
    const ready = await this.start();
    return ready.ok ? ok(this.#views()) : ready;
  }

  /** Freezes the newest state of the post and answers when every job is on disk. A waiting job of the same post and blog is replaced. */
  async submit({ postId, blogs, status, date }: Submission): Promise<Result<readonly JobView[]>> {
    const ready = await this.start();
    if (!ready.ok) return ready;
    if ((status === 'scheduled') !== (date !== null)) return failed('app/bad-request', { detail: 'status and date' });
    const { library, blogOf } = this.#parts;
    const post = await library.posts.open({ id: postId });
    if (!post.ok) return post;
    const intent: Intent = { status, date, asNewDraft: false };
    const loads: { readonly blog: Blog; readonly freight: Freight }[] = [];
    for (const id of new Set(blogs)) {
      const blog = await blogOf(id);
      if (!blog.ok) return blog;
      const freight = await freightOf(this.#parts, post.value, blog.value, intent);
      if (!freight.ok) return freight;
      loads.push({ blog: blog.value, freight: freight.value });
    }
    const kept = await library.posts.keepVersion({ id: postId, why: 'publish' });
    if (!kept.ok) return kept;
    const accepted: JobView[] = [];
    for (const { blog, freight } of loads) {
      const { entry, before } = this.#accept(blog, freight);
      const written = await this.#journal(entry);
      if (!written.ok) {
        if (before) entry.job = before;
        else this.#entries.delete(entry.job.id);
        this.#tell();
        return written;
      }
      accepted.push(viewOf(entry.job));
    }
    this.#tell();
    this.#pump();
    return ok(accepted);
  }

  retry(id: JobId): Promise<Result<void>> {
    return this.#tellJob(id, { type: 'retry' });
  }

  async cancel(id: JobId): Promise<Result<void>> {
    const told = await this.#tellJob(id, { type: 'cancel' });
    if (this.#entries.get(id)?.job.cancelling) this.#underWay.get(id)?.abort();
    return told;
  }

  answer(id: JobId, answer: JobAnswer): Promise<Result<void>> {
    return this.#tellJob(id, { type: 'answer', answer });
  }

  /** Takes a finished or failed job off the list; a failed one is cancelled with it. */
  async dismiss(id: JobId): Promise<Result<void>> {
    const ready = await this.start();
    if (!ready.ok) return ready;
    const entry = this.#entries.get(id);
    if (!entry) return ok(undefined);
    if (!isOver(entry.job) && entry.job.state !== 'failed')
      return failed('app/bad-request', { detail: 'not finished' });
    entry.job = { ...entry.job, dismissed: true };
    return this.#tellJob(id, { type: 'cancel' });
  }

  async preview(postId: PostId, blogId: BlogId | null): Promise<Result<Preview>> {
    const blog = blogId === null ? ok(null) : await this.#parts.blogOf(blogId);
    return blog.ok ? previewOf(this.#parts, postId, blog.value) : blog;
  }

  /** The computer may be connected again, or woke up: what waits for the network is tried at once. */
  online(): void {
    for (const entry of this.#entries.values()) entry.job = next(entry.job, { type: 'online' }, this.#now());
    this.#pump();
  }

  /** A post was edited: jobs that wait with an older text say so. */
  async postChanged(id: PostId): Promise<void> {
    const frozen = [...this.#entries.values()].filter(
      ({ job }) => job.snapshot.postId === id && !isOver(job) && !job.editedSince,
    );
    if (frozen.length === 0) return;
    const post = await this.#parts.library.posts.open({ id });
    if (!post.ok) return;
    for (const entry of frozen) entry.job = { ...entry.job, editedSince: isEdited(entry.job.snapshot, post.value) };
    this.#tell();
  }

  #now(): number {
    return this.#parts.clock.now();
  }

  #views(): readonly JobView[] {
    return [...this.#entries.values()]
      .filter(({ job }) => !job.dismissed)
      .map(({ job, held }) => (held ? { ...viewOf(job), state: 'waiting', trouble: held } : viewOf(job)));
  }

  #tell(): void {
    this.#parts.onJobs(this.#views());
  }

  async #readJournal(): Promise<Result<void>> {
    const { library, onError, onTrouble } = this.#parts;
    const rows = await library.jobs.list();
    if (!rows.ok) {
      onTrouble(rows.error);
      return rows;
    }
    for (const row of rows.value) {
      const read = parseJob(row);
      if (!read.ok) {
        onError('Outbox: a job cannot be read and is left alone', read.error.detail);
        onTrouble(read.error);
        continue;
      }
      const job = next(read.value, { type: 'started' }, this.#now());
      this.#entries.set(job.id, { job, onDisk: job === read.value ? job : null, heldUntil: 0, held: null });
    }
    await Promise.all([...this.#entries.values()].map((entry) => this.#forget(entry)));
    for (const postId of new Set([...this.#entries.values()].map(({ job }) => job.snapshot.postId))) {
      await this.postChanged(postId);
    }
    this.#tell();
    this.#pump();
    return ok(undefined);
  }

  #accept(blog: Blog, freight: Freight): { readonly entry: Entry; readonly before: Job | null } {
    const last = [...this.#entries.values()].findLast(
      ({ job }) => job.blogId === blog.id && job.snapshot.postId === freight.snapshot.postId && !isOver(job),
    );
    if (last && isReplaceable(last.job)) {
      const before = last.job;
      last.job = replace(before, freight, this.#now());
      return { entry: last, before };
    }
    const { newId } = this.#parts;
    const job = newJob(freight, {
      id: jobIdSchema.parse(newId()),
      blogId: blog.id,
      blogName: blog.site.name,
      marker: `draft-${newId()}`,
      createdAt: this.#now(),
    });
    const entry: Entry = { job, onDisk: null, heldUntil: 0, held: null };
    this.#entries.set(job.id, entry);
    return { entry, before: null };
  }

  async #tellJob(id: JobId, event: JobEvent): Promise<Result<void>> {
    const ready = await this.start();
    if (!ready.ok) return ready;
    const entry = this.#entries.get(id);
    if (!entry) return ok(undefined);
    entry.job = next(entry.job, event, this.#now());
    entry.heldUntil = 0;
    const written = await this.#journal(entry);
    await this.#forget(entry);
    this.#tell();
    this.#pump();
    return written;
  }

  /** Writes the newest state; when it answers well, that very state is on disk. */
  async #journal(entry: Entry): Promise<Result<void>> {
    while (entry.onDisk !== entry.job) {
      const { job } = entry;
      const put = await this.#parts.library.jobs.put(job);
      if (!put.ok) {
        entry.held = put.error;
        entry.heldUntil = this.#now() + journalPatience;
        return put;
      }
      entry.onDisk = job;
      entry.held = null;
    }
    return ok(undefined);
  }

  /** Drops a job that is over and that nobody needs to see any more. */
  async #forget({ job }: Entry): Promise<void> {
    if (!isOver(job) || job.aftercare.length > 0) return;
    if (!job.dismissed && this.#now() - job.createdAt < keepFinished) return;
    const removed = await this.#parts.library.jobs.remove({ id: job.id });
    if (removed.ok) this.#entries.delete(job.id);
  }

  /** When there is something to do for a job; null while it waits for the writer or for an earlier job of its post. */
  #dueAt(entry: Entry): number | null {
    const { job, heldUntil } = entry;
    const at = isOver(job) ? nextCareAt(job) : job.state === 'running' ? 0 : job.nextAttemptAt;
    if (at === null || this.#isBehind(entry)) return null;
    return Math.max(at, heldUntil);
  }

  #isBehind(entry: Entry): boolean {
    if (isOver(entry.job)) return false;
    for (const other of this.#entries.values()) {
      if (other === entry) return false;
      if (isOfSamePost(other.job, entry.job) && !isOver(other.job)) return true;
    }
    return false;
  }

  /** Gives every idle blog its next job and sets the alarm for the rest. */
  #pump(): void {
    if (this.#stopped) return;
    const now = this.#now();
    let soonest: number | null = null;
    for (const entry of this.#entries.values()) {
      const { blogId } = entry.job;
      const at = this.#dueAt(entry);
      if (at === null || this.#busy.has(blogId)) continue;
      if (at > now) soonest = Math.min(soonest ?? at, at);
      else
        this.#busy.set(
          blogId,
          this.#work(entry).finally(() => this.#leave(blogId)),
        );
    }
    this.#callOff();
    if (soonest !== null) this.#callOff = this.#parts.clock.after(soonest - now, () => this.#pump());
  }

  #leave(blogId: BlogId): void {
    this.#busy.delete(blogId);
    this.#pump();
  }

  /** Takes a job as far as it goes now. */
  async #work(entry: Entry): Promise<void> {
    entry.job = next(entry.job, { type: 'woken' }, this.#now());
    while (!this.#stopped) {
      const written = await this.#journal(entry);
      this.#tell();
      const { job } = entry;
      if (!written.ok) return;
      if (entry.onDisk !== job) continue;
      const effect = effectOf(job, this.#now());
      if (!effect) break;
      const doing = new AbortController();
      this.#underWay.set(job.id, doing);
      const event = await carryOut(job, effect, this.#parts, doing.signal);
      this.#underWay.delete(job.id);
      if (this.#stopped) return;
      entry.job = next(entry.job, event, this.#now());
    }
    await this.#forget(entry);
    await this.#takeOver(entry);
  }

  /** A job that stopped on the way takes over the newer text that was queued behind it, and what stopped it is tried anew. */
  async #takeOver(entry: Entry): Promise<void> {
    const newer = [...this.#entries.values()].findLast(
      (other) => other !== entry && isOfSamePost(other.job, entry.job) && !isOver(other.job),
    );
    if (!newer || !isReplaceable(entry.job)) return;
    const { snapshot, headline, pictures, featured, intent, editedSince } = newer.job;
    const freight: Freight = { snapshot, headline, pictures, featured, intent };
    entry.job = { ...replace(entry.job, freight, this.#now()), editedSince };
    const written = await this.#journal(entry);
    if (!written.ok) return;
    const removed = await this.#parts.library.jobs.remove({ id: newer.job.id });
    if (removed.ok) this.#entries.delete(newer.job.id);
    this.#tell();
  }
}
