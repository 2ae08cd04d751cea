import { mediaAddress } from '../../core/document/media.ts';
import type { Bridge, Group, PreloadBridge } from '../../core/ipc.ts';
import { callNames } from '../../core/ipc-names.ts';

declare global {
  interface Window {
    /** Put there by the preload script; absent in a plain browser. */
    readonly rejoinder?: PreloadBridge;
  }
}

const reading = (preload: PreloadBridge): Bridge => {
  const groups = Object.keys(callNames) as Group[];
  const calls = groups.map((group) => {
    const answers = Object.entries<(input?: unknown) => Promise<string>>(preload[group]).map(([name, call]) => [
      name,
      async (input?: unknown) => JSON.parse(await call(input)),
    ]);
    return [group, Object.fromEntries(answers)];
  });
  return { ...Object.fromEntries(calls), on: preload.on } as Bridge;
};

let installed: Bridge | undefined =
  typeof window === 'undefined' || window.rejoinder === undefined ? undefined : reading(window.rejoinder);
let addressOf: (sha256: string) => string = mediaAddress;

/**
 * Puts another implementation of the contract in the place of the preload's: the in-memory one, before the first render.
 * `pictures` says where its pictures are, since a plain browser does not know the `media:` scheme.
 */
export const installBridge = (bridge: Bridge, pictures: (sha256: string) => string = mediaAddress): void => {
  installed = bridge;
  addressOf = pictures;
};

/** True when the window was loaded with a bridge: always in the app. */
export const hasBridge = (): boolean => installed !== undefined;

/** The main process as the window calls it. Throws when the window was loaded without any bridge. */
export const bridge = (): Bridge => {
  if (installed === undefined) throw new Error('No bridge: the window was loaded outside the app.');
  return installed;
};

/** Where the window finds a picture of the library. */
export const pictureAddress = (sha256: string): string => addressOf(sha256);
