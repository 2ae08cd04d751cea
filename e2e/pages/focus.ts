import { expect, type Locator } from '@playwright/test';

/** Resolves when the focus is somewhere in this place: what opens by a key gets it a frame later. */
export const focusIn = (place: Locator): Promise<void> =>
  expect.poll(() => place.evaluate((it) => it.contains(document.activeElement))).toBe(true);
