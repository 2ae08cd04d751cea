import { imageSize } from 'image-size';
import {
  type AddedPicture,
  isPicture,
  type Media,
  maxPictureBytes,
  type PictureType,
  refusalOf,
  sha256Schema,
} from '../../../core/document/media.ts';
import type { Client } from '../../../core/ipc.ts';
import { isMoving } from '../../../core/pictures/animation.ts';
import { cleanPicture, withWordsOf } from '../../../core/pictures/clean-picture.ts';
import { suggestionsOf } from '../../../core/pictures/suggestions.ts';
import { examplePostSchema } from '../../../core/templates/example.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import { drawPicture } from '../../draw/draw-picture.ts';

type Held = { readonly media: Media; readonly bytes: Uint8Array<ArrayBuffer>; readonly address: string };

const types: Readonly<Record<string, PictureType>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** Bytes in lower-case hex. */
export const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const sizeOf = (bytes: Uint8Array): ReturnType<typeof imageSize> | null => {
  try {
    return imageSize(bytes);
  } catch {
    // Any error of the parser means that these bytes are no picture it knows.
    return null;
  }
};

const pickFiles = (): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = Object.values(types).join(',');
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });

const examplePictures = import.meta.glob('../../../assets/example/*.jpg', { query: '?url', import: 'default' });

/** The media store in memory; its files have `blob:` addresses. */
export const inMemoryMedia = () => {
  const held = new Map<string, Held>();

  const add = async (name: string, given: Uint8Array): Promise<Result<AddedPicture>> => {
    if (given.length > maxPictureBytes) return failed('media/too-large', { params: { name } });
    const size = sizeOf(given);
    const type = types[size?.type ?? ''];
    if (size === null || type === undefined) {
      return failed(refusalOf({ type: '', name }) ?? 'media/not-a-picture', { params: { name } });
    }
    const cleaned = cleanPicture(given, type);
    if (cleaned === null) return failed('media/corrupt', { params: { name } });
    const bytes = Uint8Array.from(cleaned.bytes);
    const placeRemoved = cleaned.metadata.hasPlace;
    const sha256 = sha256Schema.parse(hex(await crypto.subtle.digest('SHA-256', bytes)));
    const known = held.get(sha256);
    if (known !== undefined) return ok({ ...known.media, placeRemoved });
    const { width, height } = size;
    const suggestions = suggestionsOf(cleaned.metadata);
    const media: Media = { sha256, type, bytes: bytes.length, width, height, name, suggestions };
    held.set(sha256, { media, bytes, address: URL.createObjectURL(new Blob([bytes], { type })) });
    return ok({ ...media, placeRemoved });
  };

  const calls: Client['media'] = {
    choose: async () => {
      const files = await pickFiles();
      return ok(await Promise.all(files.map(async (file) => add(file.name, new Uint8Array(await file.arrayBuffer())))));
    },
    add: ({ name, bytes }) => add(name, bytes),
    // A page can only fetch what other sites let it.
    fetch: async ({ url }) => {
      try {
        const answer = await fetch(url);
        return add(new URL(url).pathname.split('/').at(-1) ?? '', new Uint8Array(await answer.arrayBuffer()));
      } catch (error) {
        if (error instanceof TypeError) return failed('network/failed', { params: { host: new URL(url).host } });
        throw error;
      }
    },
    cancelFetch: () => Promise.resolve(ok(undefined)),
    get: ({ sha256 }) => {
      const it = held.get(sha256);
      return Promise.resolve(it === undefined ? failed('media/missing') : ok(it.media));
    },
    cut: async ({ sha256, cut }) => {
      const it = held.get(sha256);
      if (it === undefined || !isPicture(it.media)) return failed('media/missing');
      const { type, name } = it.media;
      if (isMoving(it.bytes, type)) return failed('media/moves', { params: { name } });
      const drawn = type === 'image/jpeg' ? type : 'image/png';
      const bytes = await drawPicture(it.address, { ...cut, type: drawn, quality: 95, cut });
      const whole = withWordsOf({ bytes, type: drawn }, { bytes: it.bytes, type });
      return whole === null ? failed('media/corrupt', { params: { name } }) : add(name, whole);
    },
    dismissSuggestion: ({ sha256, field }) => {
      const it = held.get(sha256);
      if (it === undefined) return Promise.resolve(failed('media/missing'));
      const suggestions = it.media.suggestions.filter((suggestion) => suggestion.field !== field);
      held.set(sha256, { ...it, media: { ...it.media, suggestions } });
      return Promise.resolve(ok(undefined));
    },
    discard: ({ sha256 }) => {
      held.delete(sha256);
      return Promise.resolve(ok(undefined));
    },
  };
  return {
    calls,
    get: (sha256: string): Held | undefined => held.get(sha256),
    /** Holds a file that was looked at already; one that is known keeps its first name. */
    hold: (media: Media, bytes: Uint8Array<ArrayBuffer>): Media => {
      const known = held.get(media.sha256);
      if (known) return known.media;
      const address = URL.createObjectURL(new Blob([bytes], { type: media.type }));
      held.set(media.sha256, { media, bytes, address });
      return media;
    },
    /** Where the page finds a picture; an address that leads nowhere for an unknown one. */
    addressOf: (sha256: string): string => held.get(sha256)?.address ?? `blob:${sha256}`,
    /** Takes in the pictures of the example post. */
    start: async (): Promise<void> => {
      const example = examplePostSchema.parse((await import('../../../assets/example/post.json')).default);
      for (const { file } of example.pictures) {
        const address = await examplePictures[`../../../assets/example/${file}`]?.();
        if (typeof address !== 'string') throw new Error(`The example has no ${file}.`);
        const added = await add(file, new Uint8Array(await (await fetch(address)).arrayBuffer()));
        if (!added.ok) throw new Error(`The example's ${file} is no picture.`);
      }
    },
  };
};
