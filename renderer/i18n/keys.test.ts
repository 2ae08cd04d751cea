import { expect, test } from 'vitest';
import { checkRules } from '../../core/checks/rules.ts';
import en from './en.json' with { type: 'json' };

type Texts = { readonly [key: string]: string | Texts };

const sources: Record<string, string> = import.meta.glob(
  ['../{app,bridge,features,ui}/**/*.{ts,tsx}', '!**/*.test.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);
const rules: Record<string, string> = import.meta.glob(['../../core/rendering/**/*.ts', '!**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const at = (path: string): string | Texts | undefined =>
  path
    .split('.')
    .reduce<string | Texts | undefined>((texts, key) => (typeof texts === 'object' ? texts[key] : undefined), en);

/** A text that depends on a count is stored once for one and once for many. */
const isText = (key: string): boolean =>
  typeof at(key) === 'string' || (typeof at(`${key}_one`) === 'string' && typeof at(`${key}_other`) === 'string');

/** Everything that looks like `t('a.b')`, in any of its quotes, with what stands before the first `${…}`. */
const used = Object.entries(sources).flatMap(([file, text]) =>
  [...text.matchAll(/(?:\bt\(|i18n\.t\()\s*(?:'([^']+)'|`([^`]+)`)/g)].map((match) => ({
    file: file.replace('../', ''),
    key: match[1] ?? match[2] ?? '',
  })),
);

test('there are texts to look for', () => {
  expect(used.length).toBeGreaterThan(100);
});

test.each(used.filter(({ key }) => !key.includes('${')))('$key, used in $file, has words', ({ key }) => {
  expect(isText(key)).toBe(true);
});

test.each(used.filter(({ key }) => key.includes('${')))('$key, used in $file, has a place for its words', ({ key }) => {
  const place = key.slice(0, key.indexOf('${')).replace(/\.[^.]*$/, '');
  expect(typeof at(place)).toBe('object');
});

test('every check has words', () => {
  for (const { id } of checkRules) {
    expect(at(`checks.rules.${id}.title`), id).toBeTypeOf('string');
    expect(at(`checks.rules.${id}.text`), id).toBeTypeOf('string');
  }
});

test('every note of the preflight has words', () => {
  const all = Object.values(rules).join('\n');
  const keys = [...all.matchAll(/\bnote\(\s*(?:'\w+'|\w+),\s*'([a-z-]+)'/g)].map((match) => match[1] ?? '');
  const terms = ['categories', 'tags'].flatMap((kind) =>
    ['dropped', 'created', 'not-created'].map((it) => `${kind}-${it}`),
  );
  expect(keys.length).toBeGreaterThan(5);
  for (const key of [...keys, ...terms]) {
    expect(at(`preflight.${key}.title`), key).toBeTypeOf('string');
    expect(at(`preflight.${key}.text`), key).toBeTypeOf('string');
  }
});
