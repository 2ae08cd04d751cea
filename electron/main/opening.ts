import { app } from 'electron';
import { type PostId, postIdSchema } from '../../core/document/post.ts';
import type { AppInfo, Opening } from '../../core/ipc.ts';
import { ok, type Result } from '../../core/trouble.ts';
import type { LibraryClient } from './library/library.ts';
import type { SettingsStore } from './settings/settings-store.ts';

const platforms: Partial<Record<NodeJS.Platform, AppInfo['platform']>> = { darwin: 'mac', win32: 'windows' };

/** The system this runs on, as the window tells its keys apart. */
export const platform: AppInfo['platform'] = platforms[process.platform] ?? 'linux';

/**
 * Begins to read what the window shows first and answers the way to get it. What was read at the start is handed out
 * once; a page that loads again gets what is on disk then.
 */
export const readOpening = (
  settings: SettingsStore,
  posts: Pick<LibraryClient['posts'], 'open'>,
): (() => Promise<Result<Opening>>) => {
  const read = async (): Promise<Omit<Opening, 'assistive'>> => {
    const now = settings.get();
    const id = postIdSchema.safeParse(now.openPost);
    const post = id.success ? await posts.open({ id: id.data as PostId }) : null;
    return { settings: now, post };
  };
  let first: ReturnType<typeof read> | null = read();
  return async () => {
    const opening = first ?? read();
    first = null;
    // Only now: Electron refuses to say before it is ready.
    return ok({ ...(await opening), assistive: app.accessibilitySupportEnabled });
  };
};
