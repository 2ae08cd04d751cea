import { ok } from '../../../core/trouble.ts';
import { openPage } from '../links.ts';
import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

/** Blogs: finding, connecting and leaving them. */
export const blogHandlers = ({ accounts }: Services, practiceBlogKept: Promise<void>): HandlersOf<'blogs'> => ({
  list: async () => {
    await practiceBlogKept;
    return accounts.list();
  },
  discover: ({ address }) => accounts.discover(address),
  startHandOff: ({ discovery, allowInsecure }) => accounts.startHandOff(discovery, allowInsecure),
  cancelHandOff: () => ok(accounts.cancelHandOff()),
  signInWithPassword: (input) => accounts.signInWithPassword(input),
  refresh: ({ id }) => accounts.refresh(id),
  disconnect: ({ id }) => accounts.disconnect(id),
  visit: async ({ id }) => {
    const blog = await accounts.blogOf(id);
    return blog.ok ? openPage(blog.value.site.address, blog.value.site.address) : blog;
  },
});
