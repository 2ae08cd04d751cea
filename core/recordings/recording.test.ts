import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../trouble.ts';
import type { ByteReader, Recording } from './reading.ts';
import { readRecording } from './recording.ts';
import { appleMetadata, box, filmOf, mp3, mp4, ogg, text, wav, webm } from './testing/files.ts';

const readerOf =
  (bytes: Uint8Array): ByteReader =>
  async (from, length) =>
    bytes.subarray(from, from + length);

const read = (bytes: Uint8Array): Promise<Result<Recording>> => readRecording(readerOf(bytes), bytes.length);

const patched = (bytes: Uint8Array, { patches }: Recording): string => {
  const copy = Uint8Array.from(bytes);
  for (const patch of patches) copy.set(patch.bytes, patch.at);
  return String.fromCharCode(...copy);
};

describe('what a file is, its bytes say:', () => {
  test.each<readonly [string, Uint8Array, string]>([
    ['MP4 with H.264 and AAC', mp4({ vide: 'avc1', soun: 'mp4a' }), 'video/mp4'],
    ['MP4 with AV1 and Opus', mp4({ vide: 'av01', soun: 'Opus' }), 'video/mp4'],
    ['MP4 without pictures', mp4({ soun: 'mp4a' }, { brand: 'M4A ' }), 'audio/mp4'],
    ['MP4 with a track of subtitles', mp4({ vide: 'avc1', ...({ text: 'tx3g' } as object) }), 'video/mp4'],
    ['WebM', webm([2, 1]), 'video/webm'],
    ['WebM without pictures', webm([2]), 'audio/webm'],
    ['MP3', mp3(), 'audio/mpeg'],
    ['MP3 behind a tag', mp3(300), 'audio/mpeg'],
    ['Ogg Opus', ogg('OpusHead'), 'audio/ogg'],
    ['Ogg Vorbis', ogg('\x01vorbis'), 'audio/ogg'],
    ['WAV', wav(), 'audio/wav'],
  ])('%s', async (_, bytes, type) => {
    expect(await read(bytes)).toEqual({ ok: true, value: { type, patches: [], hadPlace: false } });
  });

  test.each<readonly [string, Uint8Array]>([
    ['HEVC (H.265)', mp4({ vide: 'hvc1', soun: 'mp4a' })],
    ['Apple Lossless', mp4({ soun: 'alac' })],
    ['copy-protected', mp4({ vide: 'encv' })],
    ['MP4 (mp4v)', mp4({ vide: 'mp4v' })],
    ['QuickTime (MOV)', mp4({ vide: 'avc1' }, { brand: 'qt  ' })],
    ['QuickTime', Uint8Array.from(box('moov', text('old')))],
    ['Matroska (MKV)', webm([1], 'matroska')],
    ['Ogg', ogg('\x80theora')],
    ['AVI', Uint8Array.from(text('RIFF\0\0\0\0AVI LIST'))],
    ['Windows Media', Uint8Array.from(text('\x30\x26\xb2\x75\x8e\x66\xcf\x11'))],
    ['FLAC', Uint8Array.from(text('fLaC'))],
    ['AAC', Uint8Array.from([0xff, 0xf1, 0x50, 0x80])],
  ])('%s is not played by all browsers', async (format, bytes) => {
    expect(await read(bytes)).toEqual({ ok: false, error: { code: 'media/unplayable', params: { format } } });
  });

  test.each<readonly [string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'media/not-a-recording'],
    ['a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'media/not-a-recording'],
    ['words', Uint8Array.from(text('Dear reader, this is no film.')), 'media/not-a-recording'],
    ['an ID3 tag with nothing behind it', mp3(300).subarray(0, 200), 'media/not-a-recording'],
    ['an MP4 file that was cut off', mp4({ vide: 'avc1' }).subarray(0, 60), 'media/recording-corrupt'],
    ['an MP4 file without tracks', mp4({}), 'media/recording-corrupt'],
    ['a WebM file that was cut off', webm([1]).subarray(0, 24), 'media/recording-corrupt'],
  ])('%s is none', async (_, bytes, code) => {
    expect(await read(bytes)).toMatchObject({ ok: false, error: { code } });
  });
});

describe('place and device', () => {
  const place = '+38.7223-009.1393/';

  test.each<readonly [string, Uint8Array]>([
    ['of QuickTime', mp4({ vide: 'avc1' }, { inMoov: [box('udta', box('\xa9xyz', text(`\0\x12\x15\xc7${place}`)))] })],
    ['of 3GPP', mp4({ vide: 'avc1' }, { inMoov: [box('udta', box('loci', text(place)))] })],
    ['of Apple', mp4({ vide: 'avc1' }, { inMoov: [appleMetadata({ 'com.apple.quicktime.location.ISO6709': place })] })],
    [
      'of XMP beside the film',
      mp4(
        { vide: 'avc1' },
        {
          before: [
            box(
              'uuid',
              [0xbe, 0x7a, 0xcf, 0xcb, 0x97, 0xa9, 0x42, 0xe8, 0x9c, 0x71, 0x99, 0x94, 0x91, 0xe3, 0xaf, 0xac],
              text(place),
            ),
          ],
        },
      ),
    ],
  ])('%s are overwritten, and no offset moves', async (_, bytes) => {
    const result = await read(bytes);
    if (!result.ok) throw new Error(result.error.code);
    const clean = patched(bytes, result.value);
    expect(clean).not.toContain('38.7223');
    expect(clean.length).toBe(bytes.length);
    expect(clean.indexOf('samples')).toBe(String.fromCharCode(...bytes).indexOf('samples'));
    // What came out is a recording that has nothing more to take out.
    const again = await read(Uint8Array.from(clean, (letter) => letter.charCodeAt(0)));
    expect(again).toEqual({ ok: true, value: { type: 'video/mp4', patches: [], hadPlace: false } });
  });

  test('a device is overwritten too, and what says whose it is stays', async () => {
    const bytes = mp4(
      { vide: 'avc1' },
      {
        inMoov: [
          box(
            'udta',
            box('\xa9mak', text('Phone maker')),
            box('CAME', text('Phone serial')),
            box('cprt', text('Harbour TV')),
          ),
          appleMetadata({ 'com.apple.quicktime.model': 'Phone 14', 'com.apple.quicktime.author': 'A. Writer' }),
        ],
      },
    );
    const result = await read(bytes);
    if (!result.ok) throw new Error(result.error.code);
    const clean = patched(bytes, result.value);
    expect(clean).not.toMatch(/Phone/);
    expect(clean).toContain('Harbour TV');
    expect(clean).toContain('A. Writer');
    expect(result.value.hadPlace).toBe(false);
  });
});

describe('tracks that tell the way of the camera', () => {
  const film = { handler: 'vide', coding: 'avc1', samples: ['picture one', 'picture two', 'picture three'] };
  const sound = { handler: 'soun', coding: 'mp4a', samples: ['sound one', 'sound two'] };
  const way = ['38.7223 -9.1393', '38.7224 -9.1394', '38.7225 -9.1395', '38.7226'];

  test.each<readonly [string, string, string, string, boolean]>([
    ['of GoPro', 'meta', 'gpmd', '', true],
    ['of Android', 'meta', 'camm', '', true],
    ['of DJI, whatever their handler', 'text', 'djmd', '', true],
    ['of Sony', 'meta', 'rtmd', '', true],
    ['of Apple with places', 'meta', 'mebx', 'com.apple.quicktime.location.ISO6709', true],
    ['of Apple without', 'meta', 'mebx', 'com.apple.quicktime.video-orientation', false],
    ['of anybody', 'meta', 'mett', '', false],
  ])('%s are overwritten with their samples, and nothing else is', async (_, handler, coding, described, hadPlace) => {
    for (const far of [false, true]) {
      const bytes = filmOf([film, { handler, coding, described, samples: way }, sound], far);
      const result = await read(bytes);
      if (!result.ok) throw new Error(result.error.code);
      expect(result.value.hadPlace).toBe(hadPlace);
      const clean = patched(bytes, result.value);
      expect(clean).not.toMatch(/38\.722|gpmd|camm|djmd|rtmd|mebx|mett/);
      expect(clean.length).toBe(bytes.length);
      const before = String.fromCharCode(...bytes);
      for (const sample of [...film.samples, ...sound.samples])
        expect(clean.indexOf(sample)).toBe(before.indexOf(sample));
      const again = await read(Uint8Array.from(clean, (letter) => letter.charCodeAt(0)));
      expect(again).toEqual({ ok: true, value: { type: 'video/mp4', patches: [], hadPlace: false } });
    }
  });

  test('subtitles stay, and samples that a hostile track claims as its own are those of who shows them', async () => {
    const subtitles = { handler: 'text', coding: 'tx3g', samples: ['Good evening'] };
    const plain = filmOf([film, subtitles]);
    expect(await read(plain)).toMatchObject({ ok: true, value: { patches: [] } });
    // Both tracks name the same places: the second one's are turned to the first one's.
    const bytes = filmOf([
      film,
      { handler: 'meta', coding: 'gpmd', samples: ['11111111111', '22222222222', '3333333333333'] },
    ]);
    const places = [...String.fromCharCode(...bytes).matchAll(/stco/g)].map(({ index }) => index + 12);
    const [first = 0, second = 0] = places;
    bytes.copyWithin(second, first, first + 12);
    const result = await read(bytes);
    if (!result.ok) throw new Error(result.error.code);
    const clean = patched(bytes, result.value);
    expect(clean).not.toContain('gpmd');
    for (const sample of film.samples) expect(clean).toContain(sample);
  });

  test('those of a film in fragments stay, as its parts name them', async () => {
    const bytes = filmOf([film, { handler: 'meta', coding: 'gpmd', samples: way }]);
    const at = String.fromCharCode(...bytes).indexOf('moov');
    const fragments = box('mvex', text('any'));
    const size = new DataView(bytes.buffer).getUint32(at - 4) + fragments.length;
    const whole = Uint8Array.from([...bytes, ...fragments]);
    new DataView(whole.buffer).setUint32(at - 4, size);
    expect(await read(whole)).toMatchObject({ ok: true, value: { patches: [], hadPlace: false } });
  });
});

test('whatever a hostile file says, it is answered, and patches stay within it', async () => {
  const beginnings = [
    mp4({ vide: 'avc1', soun: 'mp4a' }),
    filmOf([
      { handler: 'vide', coding: 'avc1', samples: ['one', 'two'] },
      { handler: 'meta', coding: 'gpmd', samples: ['38.7', '38.8'] },
    ]),
    webm([1, 2]),
    ogg('OpusHead'),
    mp3(20),
    wav(0),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 }),
      fc.nat(400),
      async (beginning, changes, cut) => {
        const bytes = Uint8Array.from(beginning);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const given = bytes.subarray(0, Math.max(0, bytes.length - cut));
        const result = await read(given);
        if (!result.ok) return;
        for (const { at, bytes: by } of result.value.patches) expect(at + by.length).toBeLessThanOrEqual(given.length);
      },
    ),
    { numRuns: 2000 },
  );
});
