import { ok } from '../../../core/trouble.ts';
import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

/** Spelling of the open post; what the writer says of dictionaries is a setting. */
export const spellingHandlers = ({ spelling, settings, announce }: Services): HandlersOf<'spelling'> => ({
  use: ({ language }) => ok(spelling.use(language)),
  answer: async ({ dictionary, allow }) => {
    const answered = await spelling.answer(dictionary, allow);
    announce('settingsChanged', settings.get());
    return answered;
  },
  retry: () => ok(spelling.retry()),
});
