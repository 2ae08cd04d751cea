import { usedBeforeMatching } from '../../../core/document/used-before.ts';
import { ok } from '../../../core/trouble.ts';
import type { Posts } from './library.ts';
import type { Storage } from './post-rows.ts';

/** Words of the writer's own posts, the newest post's first; the example and the trash do not count. */
const usedSql = {
  credits: `
    SELECT used.text AS words FROM credits AS used JOIN posts ON posts.key = used.post
    WHERE NOT posts.trashed AND NOT posts.example
    GROUP BY used.text ORDER BY max(posts.changed_at) DESC`,
  publishers: `
    SELECT used.publisher AS words FROM sources AS used JOIN posts ON posts.key = used.post
    WHERE NOT posts.trashed AND NOT posts.example
    GROUP BY used.publisher ORDER BY max(posts.changed_at) DESC`,
} as const;

export const usedBeforeCall = ({ database }: Storage): Pick<Posts, 'usedBefore'> => ({
  usedBefore: ({ what, beginning }) => {
    const used = database.all<{ words: string }>(usedSql[what]).map(({ words }) => words);
    return ok(usedBeforeMatching(used, beginning));
  },
});
