import { describe, expect, test } from 'vitest';
import { parseVideoAddress } from './video.ts';

const watch = 'https://www.youtube.com/watch?v=aqz-KE-bpKQ';

describe('YouTube', () => {
  test.each([
    watch,
    'youtube.com/watch?v=aqz-KE-bpKQ',
    '  https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=42s&list=PL1  ',
    'http://m.youtube.com/watch?app=desktop&v=aqz-KE-bpKQ',
    'https://music.youtube.com/watch?v=aqz-KE-bpKQ',
    'https://youtu.be/aqz-KE-bpKQ?si=abc',
    'youtu.be/aqz-KE-bpKQ',
    'https://www.youtube.com/shorts/aqz-KE-bpKQ',
    'https://www.youtube.com/live/aqz-KE-bpKQ?feature=share',
    'https://www.youtube.com/embed/aqz-KE-bpKQ',
    'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?rel=0',
  ])('%s', (address) => {
    expect(parseVideoAddress(address)).toEqual({
      ok: true,
      value: {
        provider: 'youtube',
        videoId: 'aqz-KE-bpKQ',
        url: watch,
        playerUrl: 'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ',
      },
    });
  });
});

describe('Vimeo', () => {
  test.each([
    ['https://vimeo.com/1084537', 'https://vimeo.com/1084537', '?dnt=1'],
    ['vimeo.com/1084537/', 'https://vimeo.com/1084537', '?dnt=1'],
    ['https://vimeo.com/channels/staffpicks/1084537', 'https://vimeo.com/1084537', '?dnt=1'],
    ['https://vimeo.com/groups/shortfilms/videos/1084537', 'https://vimeo.com/1084537', '?dnt=1'],
    ['https://player.vimeo.com/video/1084537?autoplay=1', 'https://vimeo.com/1084537', '?dnt=1'],
    ['https://vimeo.com/1084537/0a1b2c3d4e', 'https://vimeo.com/1084537/0a1b2c3d4e', '?dnt=1&h=0a1b2c3d4e'],
    [
      'https://player.vimeo.com/video/1084537?h=0a1b2c3d4e',
      'https://vimeo.com/1084537/0a1b2c3d4e',
      '?dnt=1&h=0a1b2c3d4e',
    ],
  ])('%s', (address, url, query) => {
    expect(parseVideoAddress(address)).toEqual({
      ok: true,
      value: {
        provider: 'vimeo',
        videoId: '1084537',
        url,
        playerUrl: `https://player.vimeo.com/video/1084537${query}`,
      },
    });
  });

  test('the address that is kept is read back as the same video', () => {
    const first = parseVideoAddress('https://player.vimeo.com/video/1084537?h=0a1b2c3d4e');
    expect(first.ok && parseVideoAddress(first.value.url)).toEqual(first);
  });
});

test.each([
  '',
  'a sentence about youtube.com/watch?v=aqz-KE-bpKQ',
  'https://www.youtube.com/',
  'https://www.youtube.com/watch',
  'https://www.youtube.com/watch?v=short',
  'https://www.youtube.com/watch?v=aqz-KE-bpKQ"onload=x',
  'https://www.youtube.com/@somebody',
  'https://www.youtube.com/playlist?list=PL1',
  'https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ',
  'https://evil.example/youtu.be/aqz-KE-bpKQ',
  'https://notyoutu.be/aqz-KE-bpKQ',
  'https://vimeo.com/about',
  'https://vimeo.com/1084537/../x',
  'javascript:alert("youtu.be/aqz-KE-bpKQ")',
  'ftp://youtu.be/aqz-KE-bpKQ',
])('%j is no video', (address) => {
  expect(parseVideoAddress(address)).toMatchObject({ ok: false, error: { code: 'embed/not-a-video' } });
});
