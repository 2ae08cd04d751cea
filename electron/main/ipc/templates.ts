import { templateOf } from '../../../core/templates/template-of.ts';
import type { Result } from '../../../core/trouble.ts';
import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

/** Templates: files in the data folder over those that ship; the window hears of every change. */
export const templateHandlers = ({ templates, library, announce }: Services): HandlersOf<'templates'> => {
  const told = async <T>(answer: Promise<Result<T>>): Promise<Result<T>> => {
    const result = await answer;
    if (result.ok) announce('templatesChanged', {});
    return result;
  };
  return {
    list: () => templates.list(),
    saveFromPost: async ({ post: id, ...given }) => {
      const post = await library.posts.open({ id });
      if (!post.ok) return post;
      const template = templateOf(post.value, given);
      return template.ok ? told(templates.add(template.value)) : template;
    },
    rename: ({ id, ...words }) => told(templates.rename(id, words)),
    duplicate: ({ id }) => told(templates.duplicate(id)),
    remove: ({ id }) => told(templates.remove(id)),
    undelete: ({ id }) => told(templates.undelete(id)),
    restoreShipped: () => told(templates.restoreShipped()),
  };
};
