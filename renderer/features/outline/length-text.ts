import type { TFunction } from 'i18next';
import type { TextLength } from '../../../core/document/text.ts';

/** How long a text is in words and whole minutes, at least one: "221 words · 1 min". */
export const lengthText = ({ words, seconds }: TextLength, t: TFunction): string =>
  `${t('outline.words', { count: words })} · ${t('outline.minutes', { minutes: Math.max(1, Math.round(seconds / 60)) })}`;
