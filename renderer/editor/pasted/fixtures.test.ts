import { describe, expect, test } from 'vitest';
import { newSource, type Source } from '../../../core/sources/source.ts';
import { blocksFromPasted } from '../testing/pasting.ts';

/** The sources of the post that is pasted into; some fixtures quote them. */
const sources: readonly Source[] = [
  newSource({
    id: 'source-courier',
    url: 'https://harbour-courier.example/port',
    title: 'Sixty days',
    publisher: 'Courier',
  }),
  newSource({
    id: 'source-radio',
    url: 'https://www.coast-radio.example/operators?a=1&b=2',
    title: 'Operators',
    publisher: '',
  }),
  newSource({ id: 'source-leaflet', url: '', title: 'A leaflet', publisher: 'The Council' }),
];

const files: Readonly<Record<string, string>> = import.meta.glob('../fixtures/paste/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const copied = Object.keys(files).filter((file) => file.endsWith('.html'));

describe('what programs put on the clipboard becomes clean structure:', () => {
  test.each(copied)('%s', async (file) => {
    const blocks = blocksFromPasted(files[file] ?? '', sources);
    await expect(`${JSON.stringify(blocks, null, 2)}\n`).toMatchFileSnapshot(file.replace(/html$/, 'json'));
  });

  test('every one has its two halves', () => {
    const halves = copied.flatMap((file) => [file, file.replace(/html$/, 'json')]);
    expect(Object.keys(files).sort()).toEqual(halves.sort());
    expect(copied.length).toBeGreaterThan(15);
  });
});
