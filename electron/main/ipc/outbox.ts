import { failed } from '../../../core/trouble.ts';
import { openPage } from '../links.ts';
import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

/** The outbox: what waits, runs, asks and failed. */
export const outboxHandlers = ({ outbox, library, accounts }: Services): HandlersOf<'outbox'> => ({
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
    if (!publication.value) return failed('publish/gone');
    const blog = await accounts.blogOf(input.blogId);
    return openPage(publication.value.link, blog.ok ? blog.value.site.address : null);
  },
});
