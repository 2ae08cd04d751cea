import { sha256Schema } from '../../../core/document/media.ts';
import { contentOf } from '../../../core/outbox/content.ts';
import type { Effect, JobEvent } from '../../../core/outbox/events.ts';
import { type Desk, perform, record } from '../../../core/outbox/perform.ts';
import type { Job } from '../../../core/outbox/record.ts';
import { dropped } from '../../../core/publishing/dropped.ts';
import type { Connection } from '../../../core/publishing/target.ts';
import { dialects } from '../../../core/rendering/dialects/index.ts';
import { ok } from '../../../core/trouble.ts';
import type { OutboxParts } from './parts.ts';

const putPublication =
  ({ library, onPublication }: OutboxParts): Desk['putPublication'] =>
  async (publication) => {
    const kept = await library.publications.put(publication);
    if (kept.ok) onPublication(publication.postId);
    // A post that was deleted for good while its job ran has nothing left to put on record.
    return kept.ok || kept.error.code === 'post/not-found' ? ok(undefined) : kept;
  };

const deskFor = (parts: OutboxParts, connection: Connection, signal: AbortSignal): Desk => {
  const { library, outgoing } = parts;
  return {
    target: parts.targets[connection.site.target],
    connection,
    now: parts.clock.now,
    content: (job) => contentOf(job, dialects[connection.site.target]),
    dropped,
    picture: ({ blogId }, sha256) => outgoing(sha256Schema.parse(sha256), blogId, signal),
    publication: ({ snapshot, blogId }) => library.publications.get({ postId: snapshot.postId, blogId }),
    putPublication: putPublication(parts),
    uploaded: ({ blogId }, sha256) => library.uploads.get({ blogId, sha256 }),
    putUpload: ({ blogId }, sha256, media) => library.uploads.put({ blogId, sha256, media }),
  };
};

/**
 * Carries out one effect over the real library and the job's own blog. A bug is logged and becomes a trouble of the job. An abort
 * ends what this computer alone does for it; requests are never broken off, as nobody would know what became of them.
 */
export const carryOut = async (
  job: Job,
  effect: Effect,
  parts: OutboxParts,
  signal: AbortSignal,
): Promise<JobEvent> => {
  try {
    if (effect.type === 'record') {
      return await record(job, { putPublication: putPublication(parts), now: parts.clock.now });
    }
    const connection = await parts.connectionOf(job.blogId);
    if (!connection.ok) return { type: 'troubled', trouble: connection.error };
    return await perform(job, effect, deskFor(parts, connection.value, signal));
  } catch (error) {
    parts.onError(`Outbox: ${effect.type}`, error);
    return { type: 'troubled', trouble: { code: 'app/bug', detail: String(error), unclear: true } };
  }
};
