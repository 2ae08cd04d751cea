import type { PostFields } from '../../core/document/post.ts';
import { recentLanguageLimit } from '../../core/settings.ts';
import { changeSettings, currentSettings } from './queries.ts';

/** The language that new posts begin in: the one chosen last, else the system's. */
export const writingLanguage = (): string => currentSettings().writingLanguage || navigator.language;

/** The language of a post; that of new posts where nobody said it. */
export const languageOf = ({ language }: Pick<PostFields, 'language'>): string => language || writingLanguage();

/** Remembers a language that was chosen; one that was chosen for a post is that of new posts too. */
export const rememberLanguage = (tag: string, { forPosts }: { readonly forPosts: boolean }): void => {
  const { recentLanguages } = currentSettings();
  void changeSettings({
    recentLanguages: [tag, ...recentLanguages.filter((other) => other !== tag)].slice(0, recentLanguageLimit),
    ...(forPosts ? { writingLanguage: tag } : {}),
  });
};
