import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embedOf } from './embed-address.ts';
import { canBeAsked, oembedOf } from './embed-reading.ts';
import { readOembed } from './oembed.ts';

const address = 'https://videos.example/oembed?url=x';
const answer = {
  version: '1.0',
  type: 'video',
  title: '  First ship\n through the breakwater ',
  author_name: 'Harbour TV',
  thumbnail_url: '/stills/1.jpg',
  width: '480',
  height: 270,
  html: '<script>alert(1)</script>',
};

const embed = (page: string) => {
  const read = embedOf(page);
  if (!read.ok) throw new Error(page);
  return read.value;
};

test('title, author, size and the address of the picture are read, and the markup is not', () => {
  expect(readOembed(JSON.stringify(answer), address)).toEqual({
    title: 'First ship through the breakwater',
    author: 'Harbour TV',
    size: { width: 480, height: 270 },
    thumbnailUrl: 'https://videos.example/stills/1.jpg',
  });
});

test('what is missing or of another type says nothing', () => {
  const nothing = { title: '', author: '', size: null, thumbnailUrl: null };
  expect(readOembed('{}', address)).toEqual(nothing);
  const wrong = { title: 7, author_name: null, thumbnail_url: 'javascript:alert(1)', width: '100%', height: -1 };
  expect(readOembed(JSON.stringify(wrong), address)).toEqual(nothing);
});

test.each(['', 'Forbidden', '[]', 'null', '"text"', '<oembed/>'])('%j is no answer', (body) => {
  expect(readOembed(body, address)).toBeNull();
});

test('a photo is its own picture', () => {
  const photo = { type: 'photo', url: 'https://pictures.example/1.jpg' };
  expect(readOembed(JSON.stringify(photo), address)?.thumbnailUrl).toBe('https://pictures.example/1.jpg');
  expect(readOembed(JSON.stringify({ ...photo, type: 'link' }), address)?.thumbnailUrl).toBeNull();
});

test('texts are one line of bounded length whatever is sent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (title) => {
      const read = readOembed(JSON.stringify({ title, author_name: title }), address);
      expect(read?.title).not.toMatch(/[\n\r\t]/);
      expect(read?.title.length).toBeLessThanOrEqual(300);
      expect(read?.author.length).toBeLessThanOrEqual(200);
    }),
  );
});

test('the question goes to the site’s own endpoint, or to that of the host', () => {
  expect(oembedOf(embed('https://youtu.be/aqz-KE-bpKQ?t=42'))).toBe(
    'https://www.youtube.com/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Daqz-KE-bpKQ&format=json',
  );
  expect(oembedOf(embed('https://mastodon.example/@harbour/112233445566778899'))).toBe(
    'https://mastodon.example/api/oembed?url=https%3A%2F%2Fmastodon.example%2F%40harbour%2F112233445566778899&format=json',
  );
  expect(oembedOf(embed('https://t.me/harbour_news/1234'))).toBeNull();
  expect(canBeAsked(embed('https://t.me/harbour_news/1234'))).toBe(false);
  expect(canBeAsked(embed('https://harbour-courier.example/film'))).toBe(true);
});
