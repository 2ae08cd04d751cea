import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, type BrowserWindow, powerMonitor, session, shell } from 'electron';
import { postIdSchema } from '../../core/document/post.ts';
import type { Opening } from '../../core/ipc.ts';
import { defaultPictureLimits } from '../../core/pictures/limits.ts';
import { blogIdSchema } from '../../core/publishing/blog.ts';
import { handOffs } from '../../core/publishing/targets/hand-offs.ts';
import { discover, makeTargets } from '../../core/publishing/targets/index.ts';
import { practiceSite } from '../../core/publishing/targets/practice-blog/practice-blog.ts';
import type { Result } from '../../core/trouble.ts';
import { makeAccounts } from './accounts/accounts.ts';
import { systemEncryption } from './accounts/encryption.ts';
import { fileVault } from './accounts/file-vault.ts';
import { openLoopbackReturn } from './accounts/loopback-return.ts';
import { type makeSchemeReturn, ownScheme } from './accounts/scheme-return.ts';
import type { Announce } from './announce.ts';
import { shippedFile } from './data-folder.ts';
import { makeEmbedReader } from './embeds/embed-reader.ts';
import { nodeHttp } from './http/node-http.ts';
import { allHandlers } from './ipc/all.ts';
import { type Dispatch, makeDispatch } from './ipc/dispatch.ts';
import type { LibraryThread } from './library/library-thread.ts';
import type { Log } from './log.ts';
import { drawInWindow } from './media/draw-in-window.ts';
import type { MediaStore } from './media/media-store.ts';
import { makeOutgoingFiles } from './media/outgoing-files.ts';
import { makePictureCutter } from './media/picture-cutter.ts';
import { makePictureFetcher } from './media/picture-fetcher.ts';
import { makeRecordingIntake } from './media/recording-intake.ts';
import type { AppMenu } from './menu.ts';
import { platform } from './opening.ts';
import { systemClock } from './outbox/clock.ts';
import { OutboxRunner } from './outbox/outbox-runner.ts';
import { siteFolder } from './practice-blog/site-folder.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import { shippedPosts } from './shipped-posts.ts';
import { makeArchiveFinder } from './sources/archive-finder.ts';
import { copiedHtml } from './sources/copied-html.ts';
import { makeCopiedPages } from './sources/copied-pages.ts';
import type { IncomingLinks } from './sources/incoming-links.ts';
import { makeLinkChecker } from './sources/link-checker.ts';
import { makePageReader } from './sources/page-reader.ts';
import { startPageProcess } from './sources/start-page-process.ts';
import { makeSpelling } from './spelling/spelling.ts';
import { templateStore } from './templates/template-store.ts';

/** The practice blog's row, the same in every library. */
const practiceBlog = blogIdSchema.parse('7a2d9c54-1f0b-4c8e-8a55-5f3c1e6b9d20');

/** What is there before the services: made at once at launch, on the way to the first paint. */
export type Foundations = {
  readonly dataFolder: string;
  readonly log: Log;
  readonly settings: SettingsStore;
  readonly libraryThread: LibraryThread;
  /** What the window shows first. */
  readonly opening: () => Promise<Result<Opening>>;
  readonly media: MediaStore;
  readonly schemeReturn: ReturnType<typeof makeSchemeReturn>;
  /** Addresses of articles that other programs handed over. */
  readonly links: IncomingLinks;
  readonly window: () => BrowserWindow | undefined;
  readonly announce: Announce;
  /** The window has written what it could; without `saved` some of it is not on disk. */
  readonly readyToClose: (saved: boolean) => void;
  readonly menu: AppMenu;
};

/** Everything the handlers work with. */
export type Services = Foundations & ReturnType<typeof construct>;

/** Constructs every service once, by hand, in the order in which they need each other. */
const construct = (foundations: Foundations) => {
  const { dataFolder, log, announce, media, settings } = foundations;
  const library = foundations.libraryThread.client;
  const posts = shippedPosts(shippedFile('assets'), (path) => media.addFile(path));
  const templates = templateStore({
    shipped: shippedFile('assets', 'templates'),
    own: join(dataFolder, 'templates'),
    now: () => new Date(),
    onTrouble: (trouble) => {
      log.warn(`A template could not be read: ${trouble.code} ${trouble.params?.kept ?? ''} ${trouble.detail ?? ''}`);
      announce('troubled', trouble);
    },
  });
  const vault = fileVault(join(dataFolder, 'secrets.json'), systemEncryption(), log);
  const practiceFolder = siteFolder(join(dataFolder, 'practice-blog'));
  const targets = makeTargets({ http: nodeHttp, practiceFolder, now: Date.now });
  const isInstalled = app.isPackaged && app.isDefaultProtocolClient(ownScheme);
  const accounts = makeAccounts({
    targets,
    handOffs,
    http: nodeHttp,
    discover: (address, signal) => discover(targets, address, signal),
    blogs: library.blogs,
    vault,
    openReturnPath: isInstalled ? foundations.schemeReturn.open : openLoopbackReturn,
    openBrowser: (address) => shell.openExternal(address),
    onSignInEnded: (end) => announce('signInEnded', end),
    onChanged: () => announce('blogsChanged', {}),
  });
  const draw = drawInWindow(media);
  const outbox = new OutboxRunner({
    library,
    targets,
    blogOf: accounts.blogOf,
    connectionOf: accounts.connectionOf,
    outgoing: makeOutgoingFiles({
      rows: library.media,
      read: (sha256) => media.read(sha256),
      source: (sha256) => media.source(sha256),
      limitsOf: (blog) => settings.get().blogPictures[blog] ?? defaultPictureLimits,
      draw,
    }),
    clock: systemClock,
    newId: randomUUID,
    onJobs: (jobs) => announce('outboxChanged', { jobs }),
    onPublication: (postId) => announce('postsChanged', { id: postIdSchema.parse(postId) }),
    onError: (what, error) => log.error(what, error),
    onTrouble: (trouble) => announce('troubled', trouble),
  });
  const pictureFetcher = makePictureFetcher({
    http: nodeHttp,
    add: (name, bytes) => media.addBytes(name, bytes),
    suggest: (input) => library.media.suggest(input),
  });
  const embedReader = makeEmbedReader({ http: nodeHttp, add: (name, bytes) => media.addBytes(name, bytes) });
  const cutPicture = makePictureCutter({
    rows: library.media,
    read: (sha256) => media.read(sha256),
    add: (name, bytes) => media.addBytes(name, bytes),
    draw,
  });
  const spelling = makeSpelling({
    checker: session.defaultSession,
    settings,
    isMac: platform === 'mac',
    onChanged: (state) => announce('spellingChanged', state),
  });
  const copiedPages = makeCopiedPages(copiedHtml);
  const pageReader = makePageReader({
    http: nodeHttp,
    copiedPages,
    articles: library.articles,
    startProcess: () => startPageProcess(shippedFile('out', 'main', 'page-process.cjs'), (line) => log.warn(line)),
    now: Date.now,
  });
  return {
    library,
    pictureFetcher,
    cutPicture,
    recordings: makeRecordingIntake(join(dataFolder, 'media', 'incoming'), media),
    embedReader,
    spelling,
    pageReader,
    copiedPages,
    archiveFinder: makeArchiveFinder(nodeHttp),
    linkChecker: makeLinkChecker(nodeHttp),
    vault,
    accounts,
    outbox,
    templates,
    shippedPosts: posts,
    practiceSite: practiceSite(practiceFolder),
  };
};

/** Makes the example post, once in the life of a library: later it is made only when the writer asks for it. */
const makeExample = async ({ library, shippedPosts }: ReturnType<typeof construct>): Promise<Result<unknown>> => {
  const made = await library.posts.exampleMade();
  if (!made.ok || made.value) return made;
  const example = await shippedPosts.example();
  return example.ok ? library.posts.showExample(example.value) : example;
};

/** Constructs the services and sets to work what works by itself: first run, practice blog, outbox, pictures. */
export const startServices = (foundations: Foundations): Services & { readonly dispatch: Dispatch } => {
  const { log } = foundations;
  const constructed = construct(foundations);
  const { accounts, outbox } = constructed;

  const told = (what: string) => (result: Result<unknown>) => {
    if (!result.ok) log.error(what, result.error);
  };
  const bug = (what: string) => (error: unknown) => log.error(what, error);
  const exampleMade = makeExample(constructed).then(told('The example post'), bug('The example post'));
  const practiceBlogKept = accounts
    .keepBuiltIn(practiceBlog, constructed.practiceSite)
    .then(told('The practice blog'), bug('The practice blog'));
  outbox.start().catch(bug('The outbox'));
  foundations.libraryThread.onUnused(({ files, articles }) => {
    foundations.media.sweep(files).then(told('Unused files'), bug('Unused files'));
    constructed.library.articles.removeUnused({ articles }).then(told('Unused articles'), bug('Unused articles'));
  });
  // No event tells the main process that the network is back: waking up and coming back to the window are when to look.
  const online = (): void => outbox.online();
  powerMonitor.on('resume', online);
  foundations.window()?.on('focus', online);

  const services: Services = { ...foundations, ...constructed };
  return { ...services, dispatch: makeDispatch(allHandlers(services, { exampleMade, practiceBlogKept }), log) };
};
