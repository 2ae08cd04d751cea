import type { Trouble } from '../../../core/trouble.ts';
import { DocumentsNeeded } from './documents.ts';
import type { Library } from './library.ts';
import type { Unused } from './unused-files.ts';

/** Every call that crosses to the library thread; the compiler sees to it that none is missing. */
export const libraryCalls: { readonly [G in keyof Library]: { readonly [M in keyof Library[G]]: true } } = {
  posts: {
    list: true,
    open: true,
    create: true,
    exampleMade: true,
    showExample: true,
    duplicate: true,
    trash: true,
    restore: true,
    deleteForever: true,
    append: true,
    journal: true,
    save: true,
    saveFields: true,
    saveSources: true,
    keepVersion: true,
    versions: true,
    version: true,
    usedBefore: true,
  },
  publications: { list: true, get: true, put: true, remove: true },
  media: { get: true, put: true, suggest: true, dismissSuggestion: true, removeUnused: true },
  articles: { get: true, put: true, removeUnused: true },
  blogs: { list: true, get: true, put: true, disconnect: true, formerId: true },
  uploads: { get: true, put: true, remove: true },
  jobs: { list: true, put: true, remove: true },
};

/** What the main process sends: a call, or the request to put everything away and end. */
export type Request =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly group: string;
      readonly name: string;
      readonly input: unknown;
    }
  | { readonly kind: 'close' };

/** What the library thread sends. `bug` is the stack of an error that is no trouble. */
export type Answer =
  | { readonly kind: 'opened'; readonly troubles: readonly Trouble[]; readonly failure: Trouble | null }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  /** What nothing has needed for long, as the daily look found it. */
  | { readonly kind: 'unused'; readonly unused: Unused }
  | { readonly kind: 'bug'; readonly id: number; readonly stack: string };

type AnyCall = (input: unknown) => unknown;

const callOf = (library: Library, group: string, name: string): AnyCall | undefined => {
  if (!Object.hasOwn(libraryCalls, group)) return undefined;
  const known = group as keyof Library;
  return Object.hasOwn(libraryCalls[known], name) ? (library[known] as Record<string, AnyCall>)[name] : undefined;
};

/**
 * Runs one call in the library thread. Calls run one after the other, in the order in which they were sent; one that met
 * `DocumentsNeeded` is to be run again.
 */
export const answerCall = (library: Library, request: Request & { readonly kind: 'call' }): Answer => {
  const { id, group, name, input } = request;
  try {
    const call = callOf(library, group, name);
    if (!call) throw new Error(`The library has no ${group}.${name}`);
    return { kind: 'answer', id, value: call(input) };
  } catch (error) {
    if (error instanceof DocumentsNeeded) throw error;
    return { kind: 'bug', id, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};
