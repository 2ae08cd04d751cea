import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import exifr from 'exifr';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PictureType, pictureTypes } from '../document/media.ts';
import { type CleanPicture, cleanPicture } from './clean-picture.ts';
import { type Suggestion, suggestionsOf } from './suggestions.ts';

const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, 'fixtures', name));

const clean = (bytes: Uint8Array, type: PictureType): CleanPicture => {
  const cleaned = cleanPicture(bytes, type);
  if (!cleaned) throw new Error(`A ${type} that cannot be followed`);
  return cleaned;
};

const pressPictures = Object.entries(pictureTypes).map(
  ([type, ending]) => [`press.${ending}`, type as PictureType] as const,
);

const has = (bytes: Uint8Array, words: string): boolean => Buffer.from(bytes).includes(words);

/** What the fixtures say that nobody is to learn, each written with ExifTool. */
const secrets = ['Secret', 'SECRET', 'secret', 'GPS', '35,30.', '12,36.'];

const credit = 'Zoë Example';
const owner = '© 2026 Example Pictures';

describe('a press picture', () => {
  test.each(pressPictures)(
    '%s loses place, device and comments, and keeps who made it and who owns it',
    (name, type) => {
      const bytes = fixture(name);
      expect(has(bytes, 'SECRET')).toBe(true);
      const { bytes: kept, metadata } = clean(bytes, type);
      expect(metadata.hasPlace).toBe(true);
      for (const secret of secrets) expect(has(kept, secret), secret).toBe(false);
      // The directory of the place, in either order of bytes: tag 0x8825, a number, one of it.
      for (const tag of ['8825000400000001', '2588040001000000']) {
        expect(Buffer.from(kept).includes(Buffer.from(tag, 'hex'))).toBe(false);
      }
      expect(has(kept, credit)).toBe(true);
      expect(has(kept, owner)).toBe(true);
    },
  );

  test.each(pressPictures)('%s is not changed by being cleaned again', (name, type) => {
    const once = clean(fixture(name), type);
    const twice = clean(once.bytes, type);
    expect(Buffer.from(twice.bytes).equals(once.bytes)).toBe(true);
    expect(twice.metadata).toEqual({ ...once.metadata, hasPlace: false });
  });

  test.each([
    // This reader takes all IPTC text for Latin-1, and looks for no XMP in AVIF.
    ['press.jpg', 'image/jpeg', { Credit: expect.stringMatching(/^Agence .+xemple$/), rights: { value: owner } }],
    ['press.png', 'image/png', { Credit: 'Reuters', rights: { value: owner } }],
    ['press.avif', 'image/avif', {}],
  ] as const)('another reader finds in the cleaned %s what the picture is, and no place', async (name, type, said) => {
    const options = { xmp: true, iptc: true, gps: true, translateValues: false };
    expect(await exifr.parse(Buffer.from(fixture(name)), options)).toMatchObject({ Make: 'SecretMake' });
    const found = await exifr.parse(Buffer.from(clean(fixture(name), type).bytes), options);
    expect(found).toMatchObject({ Artist: credit, Copyright: owner, ImageDescription: 'Rescue boats' });
    expect(found).toMatchObject(said);
    for (const tag of ['latitude', 'GPSLatitude', 'Make', 'SerialNumber', 'Software'])
      expect(found).not.toHaveProperty(tag);
  });

  test('a JPEG stays turned as it was, without the small picture of it and what lay behind its end', () => {
    const { bytes, metadata } = clean(fixture('turned.jpg'), 'image/jpeg');
    expect(metadata.orientation).toBe(6);
    expect(clean(bytes, 'image/jpeg').metadata.orientation).toBe(6);
    expect(Buffer.from(bytes).lastIndexOf(Buffer.from('ffd8', 'hex'))).toBe(0);
    expect([...bytes.subarray(-2)]).toEqual([0xff, 0xd9]);
  });

  test('both pictures of an animated GIF stay, and how often it runs', () => {
    const { bytes } = clean(fixture('press.gif'), 'image/gif');
    expect(has(bytes, 'NETSCAPE2.0')).toBe(true);
    const controls = (it: Uint8Array): number => Buffer.from(it).toString('latin1').split('\x21\xf9\x04').length - 1;
    expect(controls(bytes)).toBe(2);
    expect(controls(bytes)).toBe(controls(fixture('press.gif')));
  });
});

describe('suggestions', () => {
  const suggested = (name: string, type: PictureType): readonly Suggestion[] =>
    suggestionsOf(clean(fixture(name), type).metadata);

  test('the credit line comes before who took the picture, and that before who owns it', () => {
    expect(suggested('press.jpg', 'image/jpeg')).toEqual([
      { field: 'caption', text: 'Des bateaux de secours près de Lampedusa', from: 'iptc' },
      { field: 'caption', text: 'Rescue boats off Lampedusa & beyond', from: 'xmp' },
      { field: 'caption', text: 'Rescue boats', from: 'exif' },
      { field: 'credit', text: 'Agence Éxemple', from: 'iptc' },
      { field: 'credit', text: 'Reuters', from: 'xmp' },
      { field: 'credit', text: 'Zoë Example', from: 'iptc' },
      { field: 'alt', text: 'Two orange boats beside a grey ship', from: 'xmp' },
    ]);
  });

  test.each(pressPictures.slice(1))('%s suggests by its XMP', (name, type) => {
    expect(suggested(name, type)).toContainEqual({ field: 'credit', text: 'Reuters', from: 'xmp' });
    expect(suggested(name, type)).toContainEqual({ field: 'credit', text: 'Zoë Example, Ada Example', from: 'xmp' });
    expect(suggested(name, type)).toContainEqual({
      field: 'alt',
      text: 'Two orange boats beside a grey ship',
      from: 'xmp',
    });
  });

  test('words in Latin-1 are read as what was meant, and what a camera writes by itself is no caption', () => {
    expect(suggested('legacy.jpg', 'image/jpeg')).toEqual([
      { field: 'caption', text: 'Fête à Noël', from: 'iptc' },
      { field: 'credit', text: 'Agence Éxemple', from: 'iptc' },
    ]);
  });
});

describe('hostile pictures', () => {
  const startOf: Readonly<Record<PictureType, Uint8Array>> = Object.fromEntries(
    pressPictures.map(([name, type]) => [type, fixture(name)]),
  ) as Record<PictureType, Uint8Array>;

  test('whatever is changed or cut in a picture, cleaning answers, also a second time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(pictureTypes) as PictureType[])),
        fc.array(fc.tuple(fc.nat(6000), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        fc.integer({ min: 0, max: 6000 }),
        (type, changes, cut) => {
          const bytes = Uint8Array.from(startOf[type].subarray(0, Math.max(16, cut)));
          for (const [at, value] of changes) bytes[12 + (at % bytes.length)] = value;
          const once = cleanPicture(bytes, type);
          if (once) expect(cleanPicture(once.bytes, type)?.bytes.length).toBeLessThanOrEqual(bytes.length + 2000);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each(pressPictures.map(([, type]) => type))(
    '20 MB of the smallest parts that a %s can have are refused or cleaned in bounded time',
    (type) => {
      const head = startOf[type].subarray(0, 40);
      const part = Buffer.from(
        {
          'image/jpeg': 'ffe10002',
          'image/png': '000000007445587400000000',
          'image/gif': '21fe00',
          'image/webp': '5858585800000000',
          'image/avif': '0000000866726565',
        }[type],
        'hex',
      );
      const hostile = Buffer.concat([head, Buffer.alloc(20_000_000, part)]);
      const start = performance.now();
      cleanPicture(hostile, type);
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );
});
