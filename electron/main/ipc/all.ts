import type { Services } from '../services.ts';
import { appHandlers } from './app.ts';
import { blogHandlers } from './blogs.ts';
import { embedHandlers } from './embeds.ts';
import type { Handlers } from './handlers.ts';
import { linkHandlers } from './links.ts';
import { mediaHandlers } from './media.ts';
import { outboxHandlers } from './outbox.ts';
import { postHandlers } from './posts.ts';
import { printingHandlers } from './printing.ts';
import { recordingHandlers } from './recordings.ts';
import { settingsHandlers } from './settings.ts';
import { sourceHandlers } from './sources.ts';
import { spellingHandlers } from './spelling.ts';
import { templateHandlers } from './templates.ts';

/** What the first run makes: lists wait for it, so that a new window never shows them without. */
export type FirstRun = { readonly exampleMade: Promise<void>; readonly practiceBlogKept: Promise<void> };

/** Every call of the contract with what carries it out. */
export const allHandlers = (services: Services, { exampleMade, practiceBlogKept }: FirstRun): Handlers => ({
  posts: postHandlers(services, exampleMade),
  templates: templateHandlers(services),
  media: mediaHandlers(services),
  recordings: recordingHandlers(services),
  sources: sourceHandlers(services),
  embeds: embedHandlers(services),
  links: linkHandlers(services),
  blogs: blogHandlers(services, practiceBlogKept),
  outbox: outboxHandlers(services),
  printing: printingHandlers(services),
  settings: settingsHandlers(services),
  spelling: spellingHandlers(services),
  app: appHandlers(services),
});
