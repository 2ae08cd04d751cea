import { expect, test } from 'vitest';
import { pictureTypes, refusalOf } from './media.ts';

test.each(Object.keys(pictureTypes))('%s may be a picture', (type) => {
  expect(refusalOf({ type, name: 'any' })).toBeNull();
});

test.each([
  ['image/heic', 'IMG_1.HEIC', 'media/heic'],
  ['image/heif-sequence', 'IMG_1', 'media/heic'],
  // Systems that do not know the format give no type.
  ['', 'IMG_1.heif', 'media/heic'],
  ['image/svg+xml', 'logo.svg', 'media/svg'],
  ['image/tiff', 'scan.tif', 'media/not-a-picture'],
  ['application/pdf', 'paper.pdf', 'media/not-a-picture'],
  ['', 'letter', 'media/not-a-picture'],
])('a file of the type “%s” called %s is %s', (type, name, code) => {
  expect(refusalOf({ type, name })).toBe(code);
});
