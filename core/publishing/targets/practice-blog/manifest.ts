import { z } from 'zod';
import { failed, ok, type Result } from '../../../trouble.ts';
import type { SiteFolder } from './site-folder.ts';

/** Times are milliseconds UTC. */
const keptPostSchema = z.object({
  /** UUID: the post's own id where it is free, so that the feed knows it by `urn:uuid`. */
  id: z.uuid(),
  slug: z.string(),
  status: z.enum(['draft', 'scheduled', 'published', 'trash']),
  title: z.string(),
  html: z.string(),
  excerpt: z.string(),
  /** A BCP 47 tag; empty for posts that say none, and for those kept before posts had one. */
  language: z.string().default(''),
  tags: z.array(z.string()).readonly(),
  categories: z.array(z.string()).readonly(),
  featuredMedia: z.string().nullable(),
  /** When it goes out or went out. */
  date: z.number().nullable(),
  changedAt: z.number(),
});
export type KeptPost = Readonly<z.infer<typeof keptPostSchema>>;

const manifestSchema = z.object({
  version: z.literal(1),
  /** The feed's own UUID. */
  id: z.uuid(),
  posts: z.array(keptPostSchema).readonly(),
  /** Folders of pages that are no longer part of the site; removed after the manifest that says so is in place. */
  stale: z.array(z.string()).readonly(),
});

/** What the site consists of, drafts included. The pages are made from it and can be made again. */
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** In a folder with a dot, which static hosts leave alone: drafts are in it. */
const path = '.rejoinder/blog.json';

/** The manifest of the folder; a new one when the folder has none yet. A damaged one is never replaced in silence. */
export const readManifest = async (folder: SiteFolder): Promise<Result<Manifest>> => {
  const file = await folder.read(path);
  if (!file.ok) return file;
  if (!file.value) return ok({ version: 1, id: crypto.randomUUID(), posts: [], stale: [] });
  try {
    return ok(manifestSchema.parse(JSON.parse(new TextDecoder().decode(file.value))));
  } catch (error) {
    return failed('blog/folder', {
      params: { path },
      detail: `${path} cannot be read: ${String(error).slice(0, 500)}`,
    });
  }
};

export const writeManifest = (folder: SiteFolder, manifest: Manifest): Promise<Result<void>> =>
  folder.write(path, `${JSON.stringify(manifest, null, 2)}\n`);
