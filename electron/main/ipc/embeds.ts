import { ok } from '../../../core/trouble.ts';
import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

/** What the sites of embeds say of them. */
export const embedHandlers = ({ embedReader }: Services): HandlersOf<'embeds'> => ({
  read: (input) => embedReader.read(input),
  cancel: ({ reading }) => ok(embedReader.cancel(reading)),
  listed: async ({ url }) => ok((await import('../embeds/oembed-list.ts')).listedEmbed(url)),
});
