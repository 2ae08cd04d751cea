import { app } from 'electron';
import { isLanguageTag } from '../../../core/document/language-tag.ts';

/** The language that the system is set to (BCP 47); the app's own where the system does not say one. */
export const systemLanguage = (): string => {
  const [first] = app.getPreferredSystemLanguages().filter(isLanguageTag);
  return first ?? app.getLocale();
};
