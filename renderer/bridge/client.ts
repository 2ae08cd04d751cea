import { mediaAddress, recordingAddress } from '../../core/document/media.ts';
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
let addressOf: ((sha256: string) => string) | undefined;

/**
 * Puts another implementation of the contract in the place of the preload's: the in-memory one, before the first render.
 * `files` says where its pictures and recordings are, since a plain browser does not know our schemes.
 */
export const installBridge = (bridge: Bridge, files?: (sha256: string) => string): void => {
  installed = bridge;
  addressOf = files;
};

/** True when the window was loaded with a bridge: always in the app. */
export const hasBridge = (): boolean => installed !== undefined;

/** The main process as the window calls it. Throws when the window was loaded without any bridge. */
export const bridge = (): Bridge => {
  if (installed === undefined) throw new Error('No bridge: the window was loaded outside the app.');
  return installed;
};

/** Where the window finds a picture of the library. */
export const pictureAddress = (sha256: string): string => (addressOf ?? mediaAddress)(sha256);

/** Where the window plays a video or audio file of the library. */
export const playerAddress = (sha256: string): string => (addressOf ?? recordingAddress)(sha256);
