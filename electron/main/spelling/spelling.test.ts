import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../../core/settings.ts';
import type { Spelling } from '../../../core/spelling.ts';
import { ok } from '../../../core/trouble.ts';
import { makeSpelling } from './spelling.ts';

/** The engine's part: it would fetch the dictionary of each language that it is set to. */
class Engine extends EventEmitter {
  availableSpellCheckerLanguages = ['de', 'en-GB', 'en-US', 'fr'];
  readonly setTo: string[][] = [];
  enabled = false;
  setSpellCheckerLanguages(languages: string[]): void {
    this.setTo.push(languages);
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.enabled = enabled;
  }
  ready(language: string): void {
    this.emit('spellcheck-dictionary-initialized', {}, language);
  }
  fail(language: string): void {
    this.emit('spellcheck-dictionary-download-failure', {}, language);
  }
}

const checking = (start: Partial<Settings> = {}, { isMac = false } = {}) => {
  const engine = new Engine();
  let now: Settings = { ...defaultSettings, ...start };
  const said: Spelling['status'][] = [];
  const spelling = makeSpelling({
    checker: engine,
    settings: {
      get: () => now,
      set: async (change) => {
        now = { ...now, ...(change as Partial<Settings>) };
        return ok(now);
      },
    },
    isMac,
    onChanged: ({ status }) => said.push(status),
  });
  const turn = (checkSpelling: boolean): void => {
    now = { ...now, checkSpelling };
    spelling.update();
  };
  return { engine, spelling, said, turn, settings: () => now };
};

test('nothing is fetched before the writer turned it on and allowed it', () => {
  const { engine, spelling, turn } = checking();
  expect(spelling.use('fr').status).toBe('off');
  turn(true);
  expect(spelling.update()).toEqual({ language: 'fr', dictionary: 'fr', status: 'ask' });
  expect(engine.setTo).toEqual([]);
  expect(engine.enabled).toBe(false);
});

test('an allowed dictionary is fetched, once, and remembered', async () => {
  const { engine, spelling, said, turn, settings } = checking({ checkSpelling: true });
  spelling.use('fr-CA');
  await spelling.answer('fr', true);
  engine.ready('fr');
  expect(said).toEqual(['ask', 'loading', 'ready']);
  expect(engine.setTo).toEqual([['fr']]);
  expect(engine.enabled).toBe(true);
  expect(settings().dictionaries).toEqual({ fr: 'allowed' });
  spelling.use('fr');
  expect(said.at(-1)).toBe('ready');
  expect(engine.setTo).toHaveLength(1);
  turn(false);
  expect(engine.setTo.at(-1)).toEqual([]);
  expect(engine.enabled).toBe(false);
});

test('each language is asked for by itself', async () => {
  const { engine, spelling } = checking({ checkSpelling: true, dictionaries: { fr: 'allowed' } });
  expect(spelling.use('fr').status).toBe('loading');
  engine.ready('fr');
  expect(spelling.use('de-AT')).toMatchObject({ dictionary: 'de', status: 'ask' });
  expect(engine.setTo.at(-1)).toEqual([]);
  expect(spelling.use('is').status).toBe('none');
  expect(engine.enabled).toBe(false);
});

test('a declined dictionary is not fetched, today or at another start', async () => {
  const { engine, spelling, settings } = checking({ checkSpelling: true });
  spelling.use('de');
  await spelling.answer('de', false);
  expect(spelling.update().status).toBe('declined');
  const later = checking(settings());
  expect(later.spelling.use('de').status).toBe('declined');
  expect([...engine.setTo, ...later.engine.setTo]).toEqual([]);
});

test('what could not be fetched is told and can be fetched again', async () => {
  const { engine, spelling } = checking({ checkSpelling: true, dictionaries: { de: 'allowed' } });
  spelling.use('de');
  engine.fail('de');
  expect(spelling.update().status).toBe('failed');
  expect(spelling.retry().status).toBe('loading');
  expect(engine.setTo).toEqual([['de'], [], ['de']]);
  engine.ready('de');
  expect(spelling.retry().status).toBe('ready');
});

test('on a mac the system checks and nothing is asked', () => {
  const { engine, spelling } = checking({ checkSpelling: true }, { isMac: true });
  expect(spelling.use('is')).toEqual({ language: 'is', dictionary: null, status: 'system' });
  expect(engine.enabled).toBe(true);
});
