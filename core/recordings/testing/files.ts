const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

const uint32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

type Part = readonly number[];

/** A box of an MP4 file around what it holds. */
export const box = (type: string, ...content: readonly Part[]): Part => {
  const inside = content.flat();
  return [...uint32(inside.length + 8), ...letters(type), ...inside];
};

/** The content of a box as text. */
export const text = (words: string): Part => letters(words);

const track = (handler: string, coding: string): Part =>
  box(
    'trak',
    box(
      'mdia',
      box('hdlr', uint32(0), uint32(0), letters(handler)),
      box('minf', box('stbl', box('stsd', uint32(0), uint32(1), box(coding, uint32(0))))),
    ),
  );

/** An MP4 file with tracks of these codings and whatever else its description holds. No picture and no sound is in it. */
export const mp4 = (
  codings: Readonly<{ vide?: string; soun?: string }>,
  more: { readonly brand?: string; readonly inMoov?: readonly Part[]; readonly before?: readonly Part[] } = {},
): Uint8Array =>
  Uint8Array.from([
    ...box('ftyp', letters(more.brand ?? 'isom'), uint32(0)),
    ...(more.before ?? []).flat(),
    ...box('mdat', letters('samples')),
    ...box(
      'moov',
      ...Object.entries(codings).map(([handler, coding]) => track(handler, coding)),
      ...(more.inMoov ?? []),
    ),
  ]);

/** A track of a film for `filmOf`: how it is coded, more of its description, and its samples, one in each chunk. */
export type TestTrack = {
  readonly handler: string;
  readonly coding: string;
  readonly described?: string;
  readonly samples: readonly string[];
};

/**
 * A film whose tracks have samples, which lie in turns in one box of the file: the first one of every track, then the second ones.
 * `far` writes their places in eight bytes.
 */
export const filmOf = (tracks: readonly TestTrack[], far = false): Uint8Array => {
  const head = box('ftyp', letters('isom'), uint32(0));
  const samples: Part[] = [];
  const places = tracks.map((): number[] => []);
  let at = head.length + 8;
  for (let turn = 0; turn < Math.max(...tracks.map((each) => each.samples.length)); turn += 1) {
    for (const [index, each] of tracks.entries()) {
      const sample = letters(each.samples[turn] ?? '');
      if (sample.length === 0) continue;
      places[index]?.push(at);
      samples.push(sample);
      at += sample.length;
    }
  }
  const traks = tracks.map(({ handler, coding, described = '', samples: own }, index) =>
    box(
      'trak',
      box(
        'mdia',
        box('hdlr', uint32(0), uint32(0), letters(handler)),
        box(
          'minf',
          box(
            'stbl',
            box('stsd', uint32(0), uint32(1), box(coding, uint32(0), letters(described))),
            box('stsc', uint32(0), uint32(1), uint32(1), uint32(1), uint32(1)),
            box('stsz', uint32(0), uint32(0), uint32(own.length), ...own.map((sample) => uint32(sample.length))),
            box(
              far ? 'co64' : 'stco',
              uint32(0),
              uint32(own.length),
              ...(places[index] ?? []).map((place) => (far ? [...uint32(0), ...uint32(place)] : uint32(place))),
            ),
          ),
        ),
      ),
    ),
  );
  return Uint8Array.from([...head, ...box('mdat', ...samples), ...box('moov', ...traks)]);
};

/** Apple's metadata of a film: names, and what they say. */
export const appleMetadata = (said: Readonly<Record<string, string>>): Part =>
  box(
    'meta',
    box('hdlr', uint32(0), uint32(0), letters('mdta')),
    box(
      'keys',
      uint32(0),
      uint32(Object.keys(said).length),
      ...Object.keys(said).map((name) => box('mdta', letters(name))),
    ),
    box(
      'ilst',
      ...Object.values(said).map((words, index) => {
        const data = box('data', uint32(1), uint32(0), letters(words));
        return [...uint32(data.length + 8), ...uint32(index + 1), ...data];
      }),
    ),
  );

/** A WebM or Matroska file with tracks of these types. */
export const webm = (types: readonly number[], docType = 'webm'): Uint8Array => {
  const element = (id: readonly number[], content: Part): Part => [...id, 0x80 | content.length, ...content];
  const tracks = element(
    [0x16, 0x54, 0xae, 0x6b],
    types.flatMap((type) => element([0xae], element([0x83], [type]))),
  );
  return Uint8Array.from([
    ...element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], letters(docType))),
    // A segment of unknown size, as a browser records it.
    ...[0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    ...tracks,
  ]);
};

/** The first page of an Ogg file whose first packet begins so. */
export const ogg = (packet: string): Uint8Array =>
  Uint8Array.from([...letters('OggS'), ...new Array(22).fill(0), 1, packet.length, ...letters(packet)]);

/** An MP3 file behind an ID3 tag of so many bytes. */
export const mp3 = (tagBytes = 0): Uint8Array =>
  Uint8Array.from([
    ...(tagBytes > 0
      ? [...letters('ID3\x04\0\0'), 0, 0, tagBytes >> 7, tagBytes & 127, ...new Array(tagBytes).fill(0)]
      : []),
    ...[0xff, 0xfb, 0x10, 0xc4],
    ...new Array(100).fill(0),
  ]);

/** A WAV file of silence: one channel of 8 bits, 8,000 samples a second. */
export const wav = (seconds = 1): Uint8Array => {
  const samples = 8000 * seconds;
  const bytes = new Uint8Array(44 + samples).fill(128, 44);
  const view = new DataView(bytes.buffer);
  bytes.set(letters('RIFF'));
  view.setUint32(4, 36 + samples, true);
  bytes.set(letters('WAVEfmt '), 8);
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  bytes.set(letters('data'), 36);
  view.setUint32(40, samples, true);
  return bytes;
};
