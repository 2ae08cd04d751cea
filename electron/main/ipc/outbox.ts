import { failed } from '../../../core/trouble.ts';
import { openPage } from '../links.ts';
import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

/** The outbox: what waits, runs, asks and failed. */
export const outboxHandlers = ({ outbox, library }: Services): HandlersOf<'outbox'> => ({
  submit: (input) => outbox.submit(input),
  list: () => outbox.list(),
  retry: ({ id }) => outbox.retry(id),
  cancel: ({ id }) => outbox.cancel(id),
  answer: ({ id, answer }) => outbox.answer(id, answer),
  dismiss: ({ id }) => outbox.dismiss(id),
  preview: ({ postId, blogId }) => outbox.preview(postId, blogId),
  visit: async (input) => {
    const publication = await library.publications.get(input);
    if (!publication.ok) return publication;
    return publication.value ? openPage(publication.value.link) : failed('publish/gone');
  },
});
