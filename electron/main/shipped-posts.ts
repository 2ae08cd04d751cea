import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Media } from '../../core/document/media.ts';
import { examplePostSchema } from '../../core/templates/example.ts';
import { ok, type Result } from '../../core/trouble.ts';
import type { NewPost } from './library/library.ts';

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

/** The posts that ship with the app: the example of the first run. */
export type ShippedPosts = ReturnType<typeof shippedPosts>;

/** Reads them from the app's `assets` folder; `addPicture` copies a picture file into the library. */
export const shippedPosts = (assets: string, addPicture: (path: string) => Promise<Result<Media>>) => ({
  /** The example post; its pictures are in the library when this answers. */
  example: async (): Promise<Result<NewPost>> => {
    const { document, fields, sources, pictures } = examplePostSchema.parse(
      await readJson(join(assets, 'example', 'post.json')),
    );
    for (const { file } of pictures) {
      const added = await addPicture(join(assets, 'example', file));
      if (!added.ok) return added;
    }
    return ok({ document, fields, sources });
  },
});
