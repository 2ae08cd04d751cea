import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

/** Sources: the articles being answered, and what was kept of them. */
export const sourceHandlers = ({ library }: Services): HandlersOf<'sources'> => ({
  article: (input) => library.articles.get(input),
});
