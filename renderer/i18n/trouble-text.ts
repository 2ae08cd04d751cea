import type { Trouble } from '../../core/trouble.ts';
import { i18n } from './i18n.ts';
import troubles from './troubles.json' with { type: 'json' };

/** `named` and `safeNamed` are said instead where every parameter they name is there. */
type Words = {
  readonly sentence: string;
  readonly named?: string;
  readonly safe?: string;
  readonly safeNamed?: string;
  readonly next: string;
};

/** `cases` are said instead when a parameter has that value: `"restored=backup"`. */
type Entry = Words & { readonly cases?: Readonly<Record<string, Words>> };

/** A trouble in words: what happened, what is safe, what to do next. */
export type TroubleText = { readonly sentence: string; readonly safe: string; readonly next: string };

const place = /\{\{(\w+)\}\}/g;

/** Puts parameters into `{{places}}`; undefined when one of them is missing or empty. */
const filled = (text: string | undefined, { params = {} }: Trouble): string | undefined => {
  const names = [...(text?.matchAll(place) ?? [])].map((match) => match[1] ?? '');
  if (names.some((name) => String(params[name] ?? '') === '')) return undefined;
  return text?.replace(place, (_, name: string) => String(params[name]));
};

const wordsOf = ({ code, params = {} }: Trouble): Words => {
  const entry: Entry = troubles[code];
  const matching = Object.entries(params).map(([name, value]) => entry.cases?.[`${name}=${value}`]);
  return matching.find((words) => words !== undefined) ?? entry;
};

/** The words for a trouble, with its parameters filled in. */
export const troubleText = (trouble: Trouble): TroubleText => {
  const entry = wordsOf(trouble);
  const group = trouble.code.slice(0, trouble.code.indexOf('/'));
  return {
    sentence: filled(entry.named, trouble) ?? entry.sentence,
    safe: filled(entry.safeNamed, trouble) ?? entry.safe ?? i18n.t(`troubles.safe.${group}`, { defaultValue: '' }),
    next: entry.next,
  };
};

/** What "Copy details" puts on the clipboard: for a report, without secrets. */
export const troubleDetails = (trouble: Trouble): string =>
  [
    troubleText(trouble).sentence,
    trouble.code,
    ...Object.entries(trouble.params ?? {}).map(([name, value]) => `${name}: ${value}`),
    ...(trouble.detail ? [trouble.detail] : []),
  ].join('\n');
