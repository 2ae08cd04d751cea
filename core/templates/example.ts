import { z } from 'zod';
import { sha256Schema } from '../document/media.ts';
import { postFieldsSchema, storedDocumentSchema } from '../document/post.ts';
import { sourcesSchema } from '../sources/source.ts';

/** The example post of the first run, `assets/example/post.json`; its pictures lie beside it. */
export const examplePostSchema = z.object({
  document: storedDocumentSchema,
  fields: postFieldsSchema,
  sources: sourcesSchema,
  pictures: z.array(z.object({ file: z.string().regex(/^[a-z0-9-]+\.jpg$/), sha256: sha256Schema })),
});

export type ExamplePost = Readonly<z.infer<typeof examplePostSchema>>;
