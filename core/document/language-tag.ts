/** Whether this is a well-formed language tag such as "fr" or "zh-Hant-HK" (BCP 47), of at most 35 characters. */
export const isLanguageTag = (tag: string): boolean => {
  // Most elements of a page say none, and each error that is caught costs as much as parsing the element.
  if (tag === '' || tag.length > 35) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};
