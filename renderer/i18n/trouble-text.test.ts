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

test('a damaged library says what became of it, and when to restart', () => {
  const kept = '/posts/library.sqlite.corrupt-2026';
  const at = (restored: string) => troubleText(trouble('library/corrupt', { params: { kept, posts: 51, restored } }));
  expect(at('backup').sentence).toContain('replaced by the newest backup');
  expect(at('backup').sentence).toContain('51 of your posts');
  expect(at('parts').sentence).toContain('there was no backup. 51 of your posts could still be read');
  expect(at('nothing').sentence).toContain('nothing in it could be read');
  for (const restored of ['backup', 'parts', 'nothing']) expect(at(restored).safe).toContain(kept);
  expect(troubleText(trouble('library/corrupt')).next).toContain('restart Rejoinder');
});
