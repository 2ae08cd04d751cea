import { describe, expect, test } from 'vitest';
import { boundsFor } from './window-place.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 860 };
const beside = { x: 1440, y: 0, width: 1920, height: 1080 };
const place = { x: 100, y: 50, width: 1200, height: 700, maximised: false };

describe('the bounds a window opens with', () => {
  test('are the default size, placed by the system, the first time', () => {
    expect(boundsFor(null, [laptop])).toEqual({ width: 1280, height: 800 });
  });

  test('are the remembered ones on a display that is still there', () => {
    expect(boundsFor({ ...place, x: 1700 }, [laptop, beside])).toEqual({ x: 1700, y: 50, width: 1200, height: 700 });
  });

  test('lose their position when the display is gone', () => {
    expect(boundsFor({ ...place, x: 1700 }, [laptop])).toEqual({ width: 1200, height: 700 });
  });

  test('are moved and shrunk into a smaller display', () => {
    const large = { ...place, x: 900, y: 400, width: 3000, height: 2000 };
    expect(boundsFor(large, [laptop])).toEqual({ x: 0, y: 0, width: 1440, height: 860 });
  });

  test('fit a display that is smaller than the default', () => {
    expect(boundsFor(null, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({ width: 1024, height: 600 });
  });
});
