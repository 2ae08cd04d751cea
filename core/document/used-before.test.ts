import { expect, test } from 'vitest';
import { usedBeforeMatching } from './used-before.ts';

test('words used before are offered newest first, each once, by how they begin', () => {
  const used = ['Reuters', 'AFP', 'reuters', 'Åsa Öberg', '  ', 'AP', 'Agence Éxemple'];
  expect(usedBeforeMatching(used, '')).toEqual(['Reuters', 'AFP', 'Åsa Öberg', 'AP', 'Agence Éxemple']);
  expect(usedBeforeMatching(used, 'a')).toEqual(['AFP', 'AP', 'Agence Éxemple']);
  expect(usedBeforeMatching(used, 'ås')).toEqual(['Åsa Öberg']);
  expect(usedBeforeMatching(used, 'AP')).toEqual([]);
});

test('no more than eight at once', () => {
  const used = Array.from({ length: 20 }, (_, number) => `Agency ${number}`);
  expect(usedBeforeMatching(used, 'agency')).toEqual(used.slice(0, 8));
});
