import { ok } from '../../../core/trouble.ts';
import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

/** Sources: the articles being answered, and what was kept of them. */
export const sourceHandlers = ({ library, pageReader }: Services): HandlersOf<'sources'> => ({
  read: (input) => pageReader.read(input),
  cancel: ({ reading }) => ok(pageReader.cancel(reading)),
  article: (input) => library.articles.get(input),
});
