import { z } from 'zod';
import { languageSchema } from './document/post.ts';
import { pictureLimitsSchema } from './pictures/limits.ts';
import { defaultTemplate, templateIdSchema } from './templates/template-list.ts';

/** How many commands the palette remembers as recently used. */
export const recentLimit = 8;

/** How many languages are remembered as recently used. */
export const recentLanguageLimit = 5;

/** Settings-sized things only: drafts are in the library, secrets in the vault. Times and sizes: pixels. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  postFont: z.enum(['serif', 'sans', 'mono']),
  postSize: z.int().min(14).max(28),
  /** The whole window's size in percent, toolbar and panels included. */
  zoom: z.int().min(50).max(200),
  /** Keeps the line that is written at the same height of the window. */
  typewriter: z.boolean(),
  libraryOpen: z.boolean(),
  sideOpen: z.boolean(),
  libraryWidth: z.int().min(200).max(480),
  sideWidth: z.int().min(240).max(560),
  sideTab: z.enum(['sources', 'checks', 'outline', 'post']),
  openPost: z.string().nullable(),
  /** Quotation marks, dashes and ellipses of the post's language are made of what the keyboard has. */
  smartTyping: z.boolean(),
  /** Words of the summary that repeat a source word for word are underlined and listed. */
  copyCheck: z.boolean(),
  /** Pictures, embeds and recordings that do not say whose they are have a mark in the text. */
  creditMarks: z.boolean(),
  /** How many words a run that repeats a source has at least to be told. */
  copyMinimum: z.int().min(7).max(20),
  /** The pages of a post's sources are read again when the publish sheet opens, and compared with what was saved. */
  compareSources: z.boolean(),
  checkSpelling: z.boolean(),
  /** What the writer said of fetching dictionaries, by the engine's names of them; one that is not here is asked for. */
  dictionaries: z.record(z.string().max(35), z.enum(['allowed', 'declined'])),
  /** The language that new posts begin in, the one chosen last; empty for the system's. */
  writingLanguage: languageSchema,
  /** Languages chosen for posts and passages, the newest first. */
  recentLanguages: z.array(languageSchema).max(recentLanguageLimit),
  /** The heading of the comment section, the writer's own words; new posts start with it. */
  commentLabel: z.string().max(200),
  /** The template of a new post (Ctrl+N). */
  defaultTemplate: templateIdSchema,
  /** Template ids by blog id: what a new post for that blog begins with. */
  blogTemplates: z.record(z.string(), templateIdSchema),
  /** How large pictures are sent, by blog id; `defaultPictureLimits` for a blog that is not here. */
  blogPictures: z.record(z.string(), pictureLimitsSchema),
  /** Blogs ticked in the publish sheet the last time. */
  publishTo: z.array(z.string()),
  /** The writer's own shortcuts by command id; `core/commands/keymap.ts` says what counts. What is broken is as absent. */
  keys: z.record(z.string(), z.array(z.string().max(60)).max(4).nullable().catch(null)),
  /** Ids of the commands last run from the palette, the newest first. */
  recentCommands: z.array(z.string().max(80)).max(recentLimit),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings: Settings = {
  theme: 'system',
  postFont: 'serif',
  postSize: 18,
  zoom: 100,
  typewriter: false,
  libraryOpen: true,
  sideOpen: true,
  libraryWidth: 264,
  sideWidth: 316,
  sideTab: 'sources',
  openPost: null,
  smartTyping: true,
  copyCheck: true,
  creditMarks: true,
  copyMinimum: 7,
  compareSources: true,
  checkSpelling: false,
  dictionaries: {},
  writingLanguage: '',
  recentLanguages: [],
  commentLabel: 'My Comment:',
  defaultTemplate,
  blogTemplates: {},
  blogPictures: {},
  publishTo: [],
  keys: {},
  recentCommands: [],
};
