import { z } from 'zod';

/** Where the window was: device-independent pixels of the whole desktop. `maximised` covers a remembered normal size. */
export const windowPlaceSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximised: z.boolean(),
});
export type WindowPlace = Readonly<z.infer<typeof windowPlaceSchema>>;

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The size of a window that was never placed, and the smallest that still shows the editor and its toolbar. */
export const defaultSize = { width: 1280, height: 800 } as const;
export const smallestSize = { width: 640, height: 480 } as const;

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(value, high));

const overlap = (one: Area, other: Area): number => {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
};

/**
 * The bounds to open with: the remembered place, shrunk and moved into the display it overlaps most. A place on a display
 * that is gone is forgotten: only the size stays and the system places the window.
 */
export const boundsFor = (place: WindowPlace | null, displays: readonly Area[]): Partial<Area> => {
  const wanted = place ?? defaultSize;
  const home = place && displays.reduce((best, it) => (overlap(it, place) > overlap(best, place) ? it : best));
  const area = home && overlap(home, place) > 0 ? home : null;
  const room = area ?? displays[0] ?? defaultSize;
  const width = between(smallestSize.width, wanted.width, Math.max(room.width, smallestSize.width));
  const height = between(smallestSize.height, wanted.height, Math.max(room.height, smallestSize.height));
  if (!area || !place) return { width, height };
  return {
    width,
    height,
    x: between(area.x, place.x, Math.max(area.x, area.x + area.width - width)),
    y: between(area.y, place.y, Math.max(area.y, area.y + area.height - height)),
  };
};
