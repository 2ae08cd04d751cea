import type { Services } from '../services.ts';
import { appHandlers } from './app.ts';
import { blogHandlers } from './blogs.ts';
import type { Handlers } from './handlers.ts';
import { mediaHandlers } from './media.ts';
import { outboxHandlers } from './outbox.ts';
import { postHandlers } from './posts.ts';
import { settingsHandlers } from './settings.ts';

/** Every call of the contract with what carries it out. The list of posts waits for the example of the first run. */
export const allHandlers = (services: Services, exampleMade: Promise<void>): Handlers => ({
  posts: postHandlers(services, exampleMade),
  media: mediaHandlers(services),
  blogs: blogHandlers(services),
  outbox: outboxHandlers(services),
  settings: settingsHandlers(services),
  app: appHandlers(services),
});
