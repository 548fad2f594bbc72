import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../../electron/shell/window-place.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const right = { x: 1440, y: 0, width: 2560, height: 1440 };

describe('placeWindow', () => {
  it('puts the first window in the middle of the primary display', () => {
    expect(placeWindow(null, [right, laptop])).toEqual({
      x: 2060,
      y: 290,
      width: 1320,
      height: 860,
      maximized: false,
    });
  });

  it('makes the first window fit a small display', () => {
    const small = { x: 0, y: 0, width: 1024, height: 700 };
    expect(placeWindow(null, [small])).toEqual({ x: 0, y: 0, width: 1024, height: 700, maximized: false });
  });

  it('goes back to where it was, also partly outside of a display', () => {
    const place = { x: 3000, y: 900, width: 1200, height: 800, maximized: true };
    expect(placeWindow(place, [laptop, right])).toEqual(place);
  });

  it.each([
    ['on a display that is gone', { x: 3000, y: 100 }],
    ['with the title bar above the display', { x: 100, y: -400 }],
    ['below every display', { x: 100, y: 890 }],
    ['with only a sliver showing', { x: -1150, y: 100 }],
  ])('comes back to the primary display when it was %s', (_what, corner) => {
    const place = { ...corner, width: 1200, height: 700, maximized: false };
    expect(placeWindow(place, [laptop])).toEqual({
      x: 120,
      y: 113,
      width: 1200,
      height: 700,
      maximized: false,
    });
  });

  it('is never smaller than its least size, nor larger than the largest display', () => {
    expect(placeWindow({ x: 0, y: 30, width: 10, height: 10, maximized: false }, [laptop])).toMatchObject({
      width: 900,
      height: 600,
    });
    expect(placeWindow({ x: 0, y: 30, width: 9000, height: 9000, maximized: false }, [laptop])).toMatchObject(
      {
        width: 1440,
        height: 875,
      },
    );
  });
});
