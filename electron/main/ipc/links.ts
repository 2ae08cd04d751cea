import { ok } from '../../../core/trouble.ts';
import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

/** Whether the pages that a post links to are there. */
export const linkHandlers = ({ linkChecker }: Services): HandlersOf<'links'> => ({
  ask: (input) => linkChecker.ask(input),
  cancel: ({ asking }) => ok(linkChecker.cancel(asking)),
});
