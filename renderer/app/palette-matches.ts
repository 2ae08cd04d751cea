import fuzzysort from 'fuzzysort';

/** What the palette finds by its words. */
export type Findable = { readonly id: string; readonly label: string; readonly place: string };

/** `places`: the characters of the label that the query hit, to be drawn bold. */
export type Match<T extends Findable> = { readonly item: T; readonly places: readonly number[] };

/** Below this score (1 is the label itself, 0 nothing in common) letters only happen to occur in that order. */
const threshold = 0.35;

/** How much further up a recently used command stands than one that fits as well. */
const recentBonus = 0.15;

/**
 * The items that a query means, best first: their label, or the name of their place and their label ("format bold").
 * `recent` holds ids, the newest first; without a query they come first in that order, all others follow in theirs.
 */
export const matches = <T extends Findable>(
  query: string,
  items: readonly T[],
  recent: readonly string[],
): readonly Match<T>[] => {
  const sought = query.trim();
  if (sought === '') {
    const used = recent.flatMap((id) => items.filter((item) => item.id === id));
    return [...used, ...items.filter((item) => !recent.includes(item.id))].map((item) => ({ item, places: [] }));
  }
  const found = fuzzysort.go(sought, items, {
    keys: [(item) => item.label, (item) => `${item.place} ${item.label}`],
    threshold,
    limit: 0,
    scoreFn: (result) => Math.max(result[0]?.score ?? 0, (result[1]?.score ?? 0) * 0.9),
  });
  const worth = (score: number, id: string): number => score + (recent.includes(id) ? recentBonus : 0);
  return found
    .map(({ obj: item, score, 0: label }) => ({ item, places: label?.indexes ?? [], worth: worth(score, item.id) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ item, places }) => ({ item, places }));
};

/** A label in pieces, those that were hit told apart. */
export const pieces = (
  label: string,
  places: readonly number[],
): readonly { readonly text: string; readonly at: number; readonly hit: boolean }[] => {
  const hits = new Set(places);
  const found: { text: string; at: number; hit: boolean }[] = [];
  for (let at = 0; at < label.length; at += 1) {
    const last = found.at(-1);
    if (last !== undefined && last.hit === hits.has(at)) last.text += label[at];
    else found.push({ text: label[at] ?? '', at, hit: hits.has(at) });
  }
  return found;
};
