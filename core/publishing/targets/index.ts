import { failed, ok, type Result, type Trouble } from '../../trouble.ts';
import type { Http } from '../http.ts';
import { type Site, type Target, type TargetId, targetIds } from '../target.ts';
import { practiceBlogTarget } from './practice-blog/practice-blog.ts';
import type { SiteFolder } from './practice-blog/site-folder.ts';
import { wordpressTarget } from './wordpress/wordpress.ts';

export type Targets = Readonly<Record<TargetId, Target>>;

/** What targets need of the world. `now` is milliseconds UTC. */
export type TargetNeeds = { readonly http: Http; readonly practiceFolder: SiteFolder; readonly now: () => number };

/** Every target, made once. */
export const makeTargets = ({ http, practiceFolder, now }: TargetNeeds): Targets => ({
  'practice-blog': practiceBlogTarget(practiceFolder, now),
  wordpress: wordpressTarget(http, now),
});

/**
 * Asks every target whether it knows the address, as typed. The first site wins. Otherwise the first trouble, and
 * `blog/not-a-blog` when something answered that no target knows.
 */
export const discover = async (targets: Targets, address: string, signal?: AbortSignal): Promise<Result<Site>> => {
  let first: Trouble | null = null;
  for (const id of targetIds) {
    const found = await targets[id].discover(address, signal);
    if (found.ok && found.value) return ok(found.value);
    if (!found.ok) first ??= found.error;
  }
  return first
    ? { ok: false, error: first }
    : failed('blog/not-a-blog', { params: { address: address.trim().slice(0, 200) } });
};
