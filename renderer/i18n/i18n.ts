import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json' with { type: 'json' };
import troubles from './troubles.json' with { type: 'json' };

/**
 * Every text of the window: `en.json` by place, `troubles.json` by trouble code. Values are put into text nodes, so
 * i18next must not escape them once more.
 */
export const i18n = i18next;

void i18n.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { translation: en, troubles } },
  ns: ['translation', 'troubles'],
  interpolation: { escapeValue: false },
  returnEmptyString: true,
  initAsync: false,
});
