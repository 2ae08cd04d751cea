import type { Session } from 'electron';
import { primaryLanguage } from '../../../core/document/languages.ts';
import { dictionaryFor, type Spelling, spellingOff } from '../../../core/spelling.ts';
import type { Result } from '../../../core/trouble.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

/** What of the engine's session checks spelling. */
export type Checker = Pick<
  Session,
  'availableSpellCheckerLanguages' | 'setSpellCheckerLanguages' | 'setSpellCheckerEnabled'
> & {
  on(event: 'spellcheck-dictionary-initialized', listener: (event: unknown, language: string) => void): unknown;
  on(event: 'spellcheck-dictionary-download-failure', listener: (event: unknown, language: string) => void): unknown;
};

type Needs = {
  readonly checker: Checker;
  readonly settings: Pick<SettingsStore, 'get' | 'set'>;
  /** On a mac the system's checker is used, which knows languages by itself and fetches nothing. */
  readonly isMac: boolean;
  readonly onChanged: (spelling: Spelling) => void;
};

type Loading = Extract<Spelling['status'], 'loading' | 'ready' | 'failed'>;

/**
 * Checks spelling in the language of the open post. The engine fetches the dictionary of every language that it is set to,
 * so it is set to none before the writer allowed that one (`Settings.dictionaries`), and to none when nothing is checked.
 */
export const makeSpelling = ({ checker, settings, isMac, onChanged }: Needs) => {
  let language = '';
  let current: Spelling = spellingOff;
  /** The dictionary that the engine is set to, and how far it is. */
  let set: { readonly dictionary: string; loading: Loading } | null = null;

  const wanted = (): Spelling => {
    const { checkSpelling, dictionaries } = settings.get();
    if (!checkSpelling || language === '') return spellingOff;
    if (isMac) return { language, dictionary: null, status: 'system' };
    const dictionary = dictionaryFor(language, checker.availableSpellCheckerLanguages);
    if (dictionary === null) return { language, dictionary, status: 'none' };
    const answer = dictionaries[dictionary];
    if (answer !== 'allowed') return { language, dictionary, status: answer ?? 'ask' };
    return { language, dictionary, status: set?.dictionary === dictionary ? set.loading : 'loading' };
  };

  /** `tell`: even when nothing changed. */
  const show = (tell: boolean): Spelling => {
    const next = wanted();
    const dictionary = ['loading', 'ready', 'failed'].includes(next.status) ? next.dictionary : null;
    if (dictionary !== (set?.dictionary ?? null)) {
      set = dictionary === null ? null : { dictionary, loading: 'loading' };
      checker.setSpellCheckerLanguages(dictionary === null ? [] : [dictionary]);
    }
    checker.setSpellCheckerEnabled(dictionary !== null || next.status === 'system');
    const changed = JSON.stringify(next) !== JSON.stringify(current);
    current = next;
    if (changed || tell) onChanged(next);
    return next;
  };
  const update = (): Spelling => show(false);

  const note = (loading: Loading) => (_event: unknown, of: string) => {
    if (set === null || primaryLanguage(of) !== primaryLanguage(set.dictionary)) return;
    set.loading = loading;
    update();
  };
  checker.on('spellcheck-dictionary-initialized', note('ready'));
  checker.on('spellcheck-dictionary-download-failure', note('failed'));

  return {
    /** After a change of the settings. */
    update,
    /** The language of the post that is open (BCP 47). A page that was loaded again asks to be told anew. */
    use: (of: string): Spelling => {
      language = of;
      return show(true);
    },
    /** The writer's word on fetching a dictionary; it is remembered. */
    answer: async (dictionary: string, allow: boolean): Promise<Result<Spelling>> => {
      const { dictionaries } = settings.get();
      const kept = await settings.set({
        dictionaries: { ...dictionaries, [dictionary]: allow ? 'allowed' : 'declined' },
      });
      const spelling = update();
      return kept.ok ? { ok: true, value: spelling } : kept;
    },
    /** Fetches a dictionary again that could not be fetched. */
    retry: (): Spelling => {
      if (set?.loading === 'failed') {
        checker.setSpellCheckerLanguages([]);
        set = null;
      }
      return update();
    },
  };
};
