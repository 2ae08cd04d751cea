import { z } from 'zod';

/** An article being answered. Citations and quotations in the document refer to it by `id`. */
export const sourceSchema = z.object({
  /** UUID, unique within the post. */
  id: z.uuid(),
  /** The address as the writer gave it; http or https, or empty while it is being typed. */
  url: z.string().max(2048),
  title: z.string().max(500),
  publisher: z.string().max(200),
});

export type Source = Readonly<z.infer<typeof sourceSchema>>;

export const sourcesSchema = z.array(sourceSchema).max(200);
