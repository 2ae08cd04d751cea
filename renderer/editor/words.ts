import type { TFunction } from 'i18next';
import { i18n } from '../i18n/i18n.ts';
import english from './en.json' with { type: 'json' };

i18n.addResourceBundle('en', 'post', english);

/** The editor's own texts (`en.json` beside this file), for views that React does not draw too. */
export const words: TFunction<'post'> = i18n.getFixedT(null, 'post');
