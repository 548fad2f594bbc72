import type { WindowPlace } from '../services/window-place.ts';

/** A rectangle of the desktop, in device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallestWindow = { width: 900, height: 600 } as const;
const firstWindow = { width: 1320, height: 860 } as const;

/** So much of the title bar has to be on a display for a person to get hold of the window. */
const GRIP = { width: 120, height: 24 } as const;

/**
 * Where the window goes: to its remembered place if that can still be reached on today's displays, else in the middle
 * of the first of them. `workAreas` has the primary display first.
 */
export function placeWindow(remembered: WindowPlace | null, workAreas: readonly Area[]): WindowPlace {
  const [primary = { x: 0, y: 0, ...firstWindow }] = workAreas;
  const wanted = remembered ?? { ...firstWindow, maximized: false };
  const width = clamp(wanted.width, smallestWindow.width, Math.max(...workAreas.map((area) => area.width)));
  const height = clamp(
    wanted.height,
    smallestWindow.height,
    Math.max(...workAreas.map((area) => area.height)),
  );
  if (remembered !== null && workAreas.some((area) => canBeGripped({ ...remembered, width, height }, area))) {
    return { x: remembered.x, y: remembered.y, width, height, maximized: remembered.maximized };
  }
  return {
    x: Math.round(primary.x + Math.max(0, primary.width - width) / 2),
    y: Math.round(primary.y + Math.max(0, primary.height - height) / 2),
    width,
    height,
    maximized: wanted.maximized,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function canBeGripped(window: Area, area: Area): boolean {
  const visible = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return visible >= GRIP.width && window.y >= area.y && window.y + GRIP.height <= area.y + area.height;
}
