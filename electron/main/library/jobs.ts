import { ok } from '../../../core/trouble.ts';
import type { Jobs } from './library.ts';
import type { Storage } from './post-rows.ts';

export const jobCalls = ({ database }: Storage): Jobs => ({
  list: () =>
    ok(database.all<{ job: string }>('SELECT job FROM jobs ORDER BY key').map(({ job }) => JSON.parse(job) as unknown)),

  put: (job) => {
    database.run(
      'INSERT INTO jobs (id, job) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET job = excluded.job',
      job.id,
      JSON.stringify(job),
    );
    return ok(undefined);
  },

  remove: ({ id }) => {
    database.run('DELETE FROM jobs WHERE id = ?', id);
    return ok(undefined);
  },
});
