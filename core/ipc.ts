import { z } from 'zod';
import { menuRoles } from './commands/command.ts';
import {
  type Edit,
  editSchema,
  languageSchema,
  type Post,
  type PostId,
  type PostSummary,
  postFieldsSchema,
  postIdSchema,
  storedDocumentSchema,
} from './document/post.ts';
import { type Call, call, none } from './ipc-call.ts';
import { mediaCalls, recordingCalls } from './ipc-media.ts';
import type { callNames, eventNames } from './ipc-names.ts';
import { embedCalls, linkCalls, sourceCalls } from './ipc-sources.ts';
import { type JobView, jobAnswers, jobIdSchema } from './outbox/job.ts';
import { type Blog, blogIdSchema, type Publication } from './publishing/blog.ts';
import type { Site } from './publishing/target.ts';
import { type Settings, settingsSchema } from './settings.ts';
import { sourcesSchema } from './sources/source.ts';
import type { Spelling } from './spelling.ts';
import {
  type TemplateList,
  type TemplateSummary,
  templateDescriptionSchema,
  templateIdSchema,
  templateNameSchema,
} from './templates/template-list.ts';
import type { Result, Trouble } from './trouble.ts';

export const postFilters = ['all', 'drafts', 'scheduled', 'published', 'trash'] as const;
export type PostFilter = (typeof postFilters)[number];

export type PostPage = {
  readonly items: readonly PostSummary[];
  readonly total: number;
  /** Of the whole library, whatever the search says. */
  readonly counts: Readonly<Record<PostFilter, number>>;
};

/** What signing in needs, after discovery. `insecure` asks the writer's word before plain http is used. */
export type Discovery = { readonly id: string; readonly site: Site; readonly insecure: boolean };

/** The post as one blog gets it. */
export type Preview = {
  /** The very string that is sent, media placeholders and all. */
  readonly sent: string;
  /** The same string with the addresses of this computer's pictures. */
  readonly html: string;
  readonly title: string;
  /** The post's language where the blog keeps it; empty where nothing is said of it. */
  readonly language: string;
  /** What this blog will drop or change, in the words of the checks. */
  readonly notes: readonly PreflightNote[];
};

/** `key` names its sentence in `renderer/i18n` under `preflight`. */
export type PreflightNote = {
  readonly level: 'must' | 'should' | 'info';
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
};

export type AppInfo = {
  readonly version: string;
  readonly electron: string;
  readonly platform: 'mac' | 'windows' | 'linux';
  readonly dataFolder: string;
  /** `protected`: secrets rest in the system's keychain. `until-quit`: they are kept in memory only. */
  readonly vault: 'protected' | 'until-quit';
  /** What went wrong while starting; the window opens all the same. */
  readonly troubles: readonly Trouble[];
};

/** What the window shows first. The main process reads it while the window's page is still loading. */
export type Opening = {
  readonly settings: Settings;
  /** The post that was open the last time; null when there was none. */
  readonly post: Result<Post> | null;
  /** Whether a screen reader or another assistive technology reads the window: Electron's accessibility support. */
  readonly assistive: boolean;
};

/**
 * Every call between the window and the main process. Preload, the window's client and the handlers are derived
 * from this table. Secrets go in, never out.
 */
export const contract = {
  posts: {
    list: call<PostPage>()(
      z.object({
        filter: z.enum(postFilters),
        query: z.string().max(500),
        offset: z.int().min(0),
        limit: z.int().min(1).max(500),
      }),
    ),
    open: call<Post>()(z.object({ id: postIdSchema })),
    /** From a template; from the one that ships as the default when it is not there any more. */
    create: call<Post>()(z.object({ template: templateIdSchema })),
    showExample: call<Post>()(none),
    duplicate: call<Post>()(z.object({ id: postIdSchema })),
    trash: call<void>()(z.object({ id: postIdSchema })),
    restore: call<void>()(z.object({ id: postIdSchema })),
    /** Only from the trash. */
    deleteForever: call<void>()(z.object({ id: postIdSchema })),
    /** Journals what was typed; `sequence` is how many edits were journaled before these. Answers the new sequence. */
    append: call<{ readonly sequence: number }>()(
      z.object({ id: postIdSchema, sequence: z.int().min(0), edits: z.array(editSchema).min(1).max(5000) }),
    ),
    /**
     * The newest edits before number `before`, oldest first and without a gap: what undo can still take back. At most
     * 1,000; empty when that number is not what follows them.
     */
    journal: call<readonly Edit[]>()(z.object({ id: postIdSchema, before: z.int().min(0) })),
    /** A snapshot that contains every edit before `sequence`. A stale `revision` is kept as a version and answered `post/stale`. */
    save: call<{ readonly revision: number }>()(
      z.object({
        id: postIdSchema,
        revision: z.int().min(1),
        sequence: z.int().min(0),
        document: storedDocumentSchema,
      }),
    ),
    saveFields: call<{ readonly revision: number }>()(
      z.object({ id: postIdSchema, revision: z.int().min(1), fields: postFieldsSchema }),
    ),
    saveSources: call<{ readonly revision: number }>()(
      z.object({ id: postIdSchema, revision: z.int().min(1), sources: sourcesSchema }),
    ),
    /** Ctrl+S: keeps the newest snapshot as a named version. */
    keepVersion: call<void>()(z.object({ id: postIdSchema })),
    publications: call<readonly Publication[]>()(z.object({ id: postIdSchema })),
    /**
     * Credits or publishers that posts name, each once, those of the newest posts first; only those that begin as given,
     * whatever their case. At most 8.
     */
    usedBefore: call<readonly string[]>()(
      z.object({ what: z.enum(['credits', 'publishers']), beginning: z.string().max(200) }),
    ),
  },
  templates: {
    list: call<TemplateList>()(none),
    /** Makes a template of a post as it is on disk. `keepText`: its words and sources come along, not its frame alone. */
    saveFromPost: call<TemplateSummary>()(
      z.object({
        post: postIdSchema,
        name: templateNameSchema,
        description: templateDescriptionSchema,
        keepText: z.boolean(),
      }),
    ),
    rename: call<TemplateSummary>()(
      z.object({ id: templateIdSchema, name: templateNameSchema, description: templateDescriptionSchema }),
    ),
    duplicate: call<TemplateSummary>()(z.object({ id: templateIdSchema })),
    /** `undelete` takes it back. */
    remove: call<void>()(z.object({ id: templateIdSchema })),
    undelete: call<void>()(z.object({ id: templateIdSchema })),
    /** Every template that ships with the app becomes as it came; the writer's own stay. */
    restoreShipped: call<void>()(none),
  },
  media: mediaCalls,
  recordings: recordingCalls,
  sources: sourceCalls,
  embeds: embedCalls,
  links: linkCalls,
  blogs: {
    list: call<readonly Blog[]>()(none),
    discover: call<Discovery>()(z.object({ address: z.string().max(2048) })),
    /** Opens the platform's sign-in page in the browser; the answer arrives as the event `signInEnded`. */
    startHandOff: call<void>()(z.object({ discovery: z.string(), allowInsecure: z.boolean() })),
    cancelHandOff: call<void>()(none),
    signInWithPassword: call<Blog>()(
      z.object({
        discovery: z.string(),
        username: z.string().min(1).max(200),
        password: z.string().min(1).max(500),
        allowInsecure: z.boolean(),
      }),
    ),
    /** Asks the blog again who we are, what we may do and which terms it has. */
    refresh: call<Blog>()(z.object({ id: blogIdSchema })),
    disconnect: call<void>()(z.object({ id: blogIdSchema })),
    /** Opens the blog's front page, or the folder's `index.html` of the practice blog, in the browser. */
    visit: call<void>()(z.object({ id: blogIdSchema })),
  },
  outbox: {
    submit: call<readonly JobView[]>()(
      z.object({
        postId: postIdSchema,
        blogs: z.array(blogIdSchema).min(1).max(50),
        status: z.enum(['draft', 'published', 'scheduled']),
        /** Milliseconds UTC; only for `scheduled`. */
        date: z.int().nullable(),
      }),
    ),
    list: call<readonly JobView[]>()(none),
    retry: call<void>()(z.object({ id: jobIdSchema })),
    cancel: call<void>()(z.object({ id: jobIdSchema })),
    answer: call<void>()(z.object({ id: jobIdSchema, answer: z.enum(jobAnswers) })),
    /** Removes a finished job from the list. */
    dismiss: call<void>()(z.object({ id: jobIdSchema })),
    preview: call<Preview>()(z.object({ postId: postIdSchema, blogId: blogIdSchema.nullable() })),
    /** Opens the published post in the browser. */
    visit: call<void>()(z.object({ postId: postIdSchema, blogId: blogIdSchema })),
  },
  printing: {
    /** Opens the system's print dialog for the post as it is published; closing that is no trouble. */
    print: call<void>()(z.object({ id: postIdSchema })),
    /** Asks where a PDF of the post goes; null when the dialog was closed. */
    choosePdf: call<{ readonly name: string } | null>()(z.object({ id: postIdSchema })),
    /** Writes it to the place that was chosen last. */
    makePdf: call<void>()(z.object({ id: postIdSchema })),
    /** Shows the PDF written last in its folder. */
    showPdf: call<void>()(none),
  },
  settings: {
    get: call<Settings>()(none),
    set: call<Settings>()(settingsSchema.partial()),
  },
  spelling: {
    /**
     * Says the language of the post that is open; how it is checked is told as `spellingChanged`, now and whenever it
     * changes. Nothing is fetched before `answer` allowed it.
     */
    use: call<Spelling>()(z.object({ language: languageSchema })),
    /** The writer's word on fetching that dictionary, which is remembered. */
    answer: call<Spelling>()(z.object({ dictionary: z.string().min(1).max(35), allow: z.boolean() })),
    /** Fetches the dictionary again after that failed. */
    retry: call<Spelling>()(none),
  },
  app: {
    /** Answered before anything else of the main process is there. */
    opening: call<Opening>()(none),
    info: call<AppInfo>()(none),
    /** http, https and mailto only. */
    openLink: call<void>()(z.object({ url: z.string().max(4096) })),
    showDataFolder: call<void>()(none),
    copyText: call<void>()(z.object({ text: z.string().max(1_000_000) })),
    /** The web address on the clipboard; empty when it holds anything else. */
    copiedLink: call<string>()(none),
    /** The address of an article that another program handed to the app, once; null when there is none. */
    takeLink: call<string | null>()(none),
    /** The answer to `willClose`. When not all of it could be `saved`, the writer is asked before the window is closed. */
    readyToClose: call<void>()(z.object({ saved: z.boolean() })),
    /** Which commands can run now, for the native menu. */
    menuState: call<void>()(z.object({ enabled: z.array(z.string()), ticked: z.array(z.string()) })),
    /** Does what a menu item with that role does, where the focus is: for commands that Electron carries out. */
    runRole: call<void>()(z.object({ role: z.enum(menuRoles) })),
  },
} as const;

export type Contract = typeof contract;
export type Group = keyof Contract;

export type InputOf<C> = C extends Call<infer Input, unknown> ? z.input<Input> : never;
export type OutputOf<C> = C extends Call<z.ZodType, infer Output> ? Output : never;

/** The contract as the window calls it: every call answers a `Result`, none rejects. */
export type Client = {
  readonly [G in Group]: {
    readonly [N in keyof Contract[G]]: InputOf<Contract[G][N]> extends undefined
      ? () => Promise<Result<OutputOf<Contract[G][N]>>>
      : (input: InputOf<Contract[G][N]>) => Promise<Result<OutputOf<Contract[G][N]>>>;
  };
};

/** What the main process tells the window. */
export type Events = {
  /** A menu item or a system key was used. */
  readonly command: { readonly id: string };
  readonly postsChanged: { readonly id: PostId | null };
  readonly outboxChanged: { readonly jobs: readonly JobView[] };
  readonly templatesChanged: Record<string, never>;
  readonly blogsChanged: Record<string, never>;
  readonly signInEnded: Result<Blog>;
  readonly settingsChanged: Settings;
  readonly spellingChanged: Spelling;
  /** An assistive technology began or ceased to read the window. */
  readonly assistiveChanged: { readonly assistive: boolean };
  /** Another program handed an address to the app: `app.takeLink` gives it. */
  readonly linkArrived: Record<string, never>;
  readonly troubled: Trouble;
  /** Put everything on disk, then call `app.readyToClose`. */
  readonly willClose: Record<string, never>;
  /** The system is about to sleep or the window lost focus: put everything on disk. */
  readonly flush: Record<string, never>;
};

type NamesOfCalls = { readonly [G in keyof typeof callNames]: (typeof callNames)[G][number] };
type NamesOfContract = { readonly [G in Group]: keyof Contract[G] };
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

// Refuses to compile when a name is missing in one of the two places.
true satisfies Same<NamesOfCalls, NamesOfContract> & Same<(typeof eventNames)[number], keyof Events>;

/** The main process as the window sees it. */
export type Bridge = Client & {
  readonly on: <N extends keyof Events>(name: N, listener: (event: Events[N]) => void) => () => void;
};

/**
 * What preload puts on `window.rejoinder`: the bridge with its answers as JSON. Electron copies what it hands to the window
 * value by value, and a long post has many (docs/technical/process-model.md).
 */
export type PreloadBridge = {
  readonly [G in Group]: { readonly [N in keyof Contract[G]]: (input?: unknown) => Promise<string> };
} & Pick<Bridge, 'on'>;

export { callNames, channelOf, eventChannelOf, eventNames } from './ipc-names.ts';
