import { hostOf } from './address.ts';
import type { Source } from './source.ts';

/** What a citation of this source says unless the writer says otherwise: publisher, else host, else title. */
export const labelOf = (source: Source): string => source.publisher.trim() || hostOf(source.url) || source.title.trim();
