import { labelOf } from '../../sources/label.ts';
import type { CheckRule } from '../check.ts';
import { aboutOf, beginningOf } from '../places.ts';

/** What stands in the summary as it stands in a source is marked as a quotation, or said in other words. */
export const copiedWords: CheckRule<'copied-words'> = {
  id: 'copied-words',
  level: 'should',
  find: ({ document, sources, facts }) =>
    facts.copied.map(({ from, to, source, words: count }) => {
      const words = document.textBetween(from, to, ' ', ' ');
      const copiedFrom = sources.find(({ id }) => id === source);
      const label = copiedFrom === undefined ? '' : labelOf(copiedFrom);
      return {
        place: { kind: 'words', from, to },
        about: aboutOf(`${source} ${words}`),
        params: { words: beginningOf(words), count, source: label },
        fix: { name: 'quote', source, label },
      };
    }),
};
