import { expect, test } from 'vitest';
import { trouble, troubleCodes } from '../../core/trouble.ts';
import { troubleDetails, troubleText } from './trouble-text.ts';
import troubles from './troubles.json' with { type: 'json' };

test.each(troubleCodes)('%s says what happened and what to do next', (code) => {
  const text = troubleText(trouble(code));
  expect(text.sentence).toMatch(/^[A-Z].+\.$/);
  expect(text.next).toMatch(/^[A-Z].+\.$/);
});

test('there are no words for troubles that no longer exist', () => {
  expect(Object.keys(troubles).sort()).toEqual([...troubleCodes].sort());
});

test('details carry the code, the parameters and the technical words', () => {
  const details = troubleDetails(trouble('publish/refused', { params: { status: 403 }, detail: 'rest_cannot_create' }));
  expect(details).toContain('publish/refused');
  expect(details).toContain('status: 403');
  expect(details).toContain('rest_cannot_create');
});

test('a sentence names what it is about where that is known', () => {
  expect(troubleText(trouble('media/corrupt', { params: { name: 'harbour.jpg' } })).sentence).toBe(
    '“harbour.jpg” is damaged and cannot be opened.',
  );
  expect(troubleText(trouble('media/corrupt', { params: { name: '' } })).sentence).toBe(
    'This picture is damaged and cannot be opened.',
  );
});
