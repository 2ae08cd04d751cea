import { ok } from '../../../core/trouble.ts';
import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

/** Sources: the articles being answered, and what was kept of them. */
export const sourceHandlers = ({
  library,
  pageReader,
  copiedPages,
  archiveFinder,
}: Services): HandlersOf<'sources'> => ({
  read: (input) => pageReader.read(input),
  copied: async () => ok(await copiedPages.look()),
  cancel: ({ reading }) => ok(pageReader.cancel(reading)),
  findArchived: (input) => archiveFinder.find(input),
  cancelArchived: ({ asking }) => ok(archiveFinder.cancel(asking)),
  article: (input) => library.articles.get(input),
});
