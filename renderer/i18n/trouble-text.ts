import type { Trouble } from '../../core/trouble.ts';
import { i18n } from './i18n.ts';
import troubles from './troubles.json' with { type: 'json' };

type Entry = { readonly sentence: string; readonly next: string; readonly safe?: string };

/** A trouble in words: what happened, what is safe, what to do next. */
export type TroubleText = { readonly sentence: string; readonly safe: string; readonly next: string };

/** Puts parameters into `{{places}}`; a place without a parameter stays empty. */
const filled = (text: string, { params }: Trouble): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params?.[name] ?? ''));

/** The words for a trouble, with its parameters filled in. */
export const troubleText = (trouble: Trouble): TroubleText => {
  const entry: Entry = troubles[trouble.code];
  const group = trouble.code.slice(0, trouble.code.indexOf('/'));
  return {
    sentence: filled(entry.sentence, trouble),
    safe: entry.safe ?? i18n.t(`troubles.safe.${group}`, { defaultValue: '' }),
    next: filled(entry.next, trouble),
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
