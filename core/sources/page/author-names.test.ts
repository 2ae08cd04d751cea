import { expect, test } from 'vitest';
import { authorNames } from './author-names.ts';

test.each<[readonly string[], readonly string[]]>([
  [['By Anna Weir'], ['Anna Weir']],
  [['Anna Weir and Bo Quay'], ['Anna Weir', 'Bo Quay']],
  [['Anna Weir, Bo Quay, Cy Mole'], ['Anna Weir', 'Bo Quay', 'Cy Mole']],
  [
    ['Weir, Anna', 'Quay, Bo'],
    ['Anna Weir', 'Bo Quay'],
  ],
  [['Von Jörg Süßmilch und Käthe Vogel'], ['Jörg Süßmilch', 'Käthe Vogel']],
  [['高橋みさき'], ['高橋みさき']],
  [['Anna Weir', 'anna weir'], ['Anna Weir']],
  [['admin', 'https://social.example/x', '@someone', ''], []],
  [['J. Andersson'], ['J. Andersson']],
])('%j is %j', (written, names) => {
  expect(authorNames(written)).toEqual(names);
});
