import type { AppInfo, Bridge, Events } from '../../core/ipc.ts';
import { defaultSettings, type Settings, settingsSchema } from '../../core/settings.ts';
import { parseWebAddress } from '../../core/sources/address.ts';
import { type Spelling, spellingOff } from '../../core/spelling.ts';
import { failed, ok } from '../../core/trouble.ts';
import { installBridge } from './client.ts';
import { inMemoryMedia } from './in-memory/media.ts';
import { inMemoryPosts } from './in-memory/posts.ts';
import { inMemoryPrinting } from './in-memory/printing.ts';
import { inMemoryPublishing } from './in-memory/publishing.ts';
import { inMemoryRecordings } from './in-memory/recordings.ts';
import { inMemoryTemplates } from './in-memory/templates.ts';

/** Tells the window something, as the main process would. */
export type Emit = <N extends keyof Events>(name: N, event: Events[N]) => void;

type Listeners = { readonly [N in keyof Events]?: Set<(event: Events[N]) => void> };

const info: AppInfo = {
  version: '0.1.0',
  electron: 'none',
  platform: /Mac/.test(navigator.platform) ? 'mac' : /Win/.test(navigator.platform) ? 'windows' : 'linux',
  dataFolder: 'this page, until it is closed',
  vault: 'until-quit',
  troubles: [],
};

/**
 * The whole contract without a main process: library, media, blogs, outbox and settings that live as long as the page.
 * It runs the real documents, templates, rendering, outbox machine and practice-blog target, so that the window can be
 * worked on in a plain browser. Nothing leaves the page.
 */
export const inMemoryBridge = async (): Promise<{
  readonly bridge: Bridge;
  readonly pictures: (sha256: string) => string;
}> => {
  const listeners: { [N in keyof Events]?: Set<(event: Events[N]) => void> } = {} satisfies Listeners;
  const emit: Emit = (name, event) => {
    for (const listener of listeners[name] ?? []) listener(event);
  };
  let settings: Settings = defaultSettings;

  const media = inMemoryMedia();
  const posts = inMemoryPosts({
    changed: (id) => emit('postsChanged', { id }),
    newPost: (template) => templates.newPost(template),
    publications: (id) => publishing.publications(id),
  });
  const templates = inMemoryTemplates({
    changed: () => emit('templatesChanged', {}),
    commentLabel: () => settings.commentLabel,
    language: () => settings.writingLanguage || navigator.language,
    post: posts.get,
  });
  const publishing = inMemoryPublishing({ emit, media, post: posts.get, setState: posts.setState });
  await media.start();
  await posts.start();
  await publishing.start();

  const done = (): Promise<ReturnType<typeof ok<void>>> => Promise.resolve(ok(undefined));
  const bridge: Bridge = {
    posts: posts.calls,
    templates: templates.calls,
    media: media.calls,
    recordings: inMemoryRecordings(media),
    // A page may not read another site's pages.
    sources: {
      read: () => Promise.resolve(failed('network/offline')),
      copied: () => Promise.resolve(ok(null)),
      cancel: done,
      findArchived: () => Promise.resolve(failed('network/offline')),
      cancelArchived: done,
      article: () => Promise.resolve(failed('article/missing')),
    },
    embeds: {
      read: () => Promise.resolve(failed('network/offline')),
      cancel: done,
      listed: () => Promise.resolve(ok(null)),
    },
    links: { ask: () => Promise.resolve(failed('network/offline')), cancel: done },
    blogs: publishing.blogs,
    outbox: publishing.outbox,
    printing: inMemoryPrinting((id) => publishing.outbox.preview({ postId: id, blogId: null })),
    settings: {
      get: () => Promise.resolve(ok(settings)),
      set: (change) => {
        settings = settingsSchema.parse({ ...settings, ...change });
        document.documentElement.style.setProperty('zoom', String(settings.zoom / 100));
        if (!settings.checkSpelling) emit('spellingChanged', spellingOff);
        emit('settingsChanged', settings);
        return Promise.resolve(ok(settings));
      },
    },
    // The page's browser checks spelling in its own way.
    spelling: {
      use: ({ language = '' }) => {
        const spelling: Spelling = { language, dictionary: null, status: 'system' };
        emit('spellingChanged', spelling);
        return Promise.resolve(ok(spelling));
      },
      answer: () => Promise.resolve(ok(spellingOff)),
      retry: () => Promise.resolve(ok(spellingOff)),
    },
    app: {
      opening: () => Promise.resolve(ok({ settings, post: null, assistive: false })),
      info: () => Promise.resolve(ok(info)),
      openLink: ({ url }) => {
        window.open(url, '_blank', 'noopener');
        return done();
      },
      showDataFolder: done,
      copyText: async ({ text }) => ok(await navigator.clipboard.writeText(text)),
      copiedLink: async () => {
        const text = (await navigator.clipboard.readText()).trim();
        return ok(parseWebAddress(text) ? text : '');
      },
      takeLink: () => Promise.resolve(ok(null)),
      readyToClose: done,
      menuState: done,
      runRole: ({ role }) => {
        // What a page may do by itself; the rest are the browser's own keys.
        if (role === 'cut' || role === 'copy' || role === 'selectAll') document.execCommand(role);
        if (role === 'pasteAndMatchStyle') {
          void navigator.clipboard.readText().then((text) => document.execCommand('insertText', false, text));
        }
        return done();
      },
    },
    on: (name, listener) => {
      const set: Set<typeof listener> = listeners[name] ?? new Set();
      (listeners as Record<string, unknown>)[name] = set;
      set.add(listener);
      return () => set.delete(listener);
    },
  };
  return { bridge, pictures: media.addressOf };
};

/** Puts it in the place of the preload's bridge. */
export const installInMemoryBridge = async (): Promise<void> => {
  const { bridge, pictures } = await inMemoryBridge();
  installBridge(bridge, pictures);
};
