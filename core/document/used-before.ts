/** The most words that are offered at once. */
const most = 8;

/**
 * Of words that were used before, newest first, those that begin as given whatever their case, each once. What is written out
 * already is not offered.
 */
export const usedBeforeMatching = (used: readonly string[], beginning: string): readonly string[] => {
  const begun = beginning.trim().toLocaleLowerCase();
  const found = new Map<string, string>();
  for (const words of used) {
    const key = words.trim().toLocaleLowerCase();
    if (key !== '' && key !== begun && key.startsWith(begun) && !found.has(key)) found.set(key, words.trim());
  }
  return [...found.values()].slice(0, most);
};
