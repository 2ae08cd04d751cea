import { expect, test } from 'vitest';
import type { DocumentJson } from '../document/post.ts';
import { editorWith } from '../document/testing/editor.ts';
import { missingCredits } from './missing-credits.ts';

const media = 'a'.repeat(64);
const line = (name: string, words = ''): DocumentJson =>
  words ? { type: name, content: [{ type: 'text', text: words }] } : { type: name };
const figure = (credit: string, attrs: Readonly<Record<string, unknown>> = { media }): DocumentJson => ({
  type: 'figure',
  attrs,
  content: [line('caption', 'Boats'), line('credit', credit)],
});
const embed: DocumentJson = {
  type: 'embed',
  attrs: { url: 'https://vimeo.com/1' },
  content: [line('caption'), line('credit')],
};

const documentOf = (...content: readonly DocumentJson[]) =>
  editorWith({ type: 'section', content: [line('paragraph', 'Words'), ...content] }).state.doc;

test('empty credits are found where they stand, in the order of their kinds', () => {
  const document = documentOf(figure('Reuters'), embed, figure(''));
  const places = missingCredits(document, []);
  expect(places.map(({ from, to }) => [document.nodeAt(from)?.type.name, to - from])).toEqual([
    ['credit', 2],
    ['credit', 2],
  ]);
  expect(places.map(({ from }) => document.resolve(from).parent.type.name)).toEqual(['figure', 'embed']);
});

test('own work, a figure without a picture, and what has the writer’s reason owe none', () => {
  expect(missingCredits(documentOf(figure('', { media, ownWork: true }), figure('', { media: null })), [])).toEqual([]);
  const reasons = [{ check: 'picture-credit', about: media, reason: 'Nobody knows' }];
  expect(missingCredits(documentOf(figure('')), reasons)).toEqual([]);
  expect(missingCredits(documentOf(figure('')), [{ check: 'picture-alt', about: media, reason: 'x' }])).toHaveLength(1);
});
