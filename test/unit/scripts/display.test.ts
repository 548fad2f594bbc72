import { describe, expect, it } from 'vitest';
import { hasDisplay, windowSwitches } from '../../../scripts/display.mjs';

describe('whether there is a display', () => {
  it.each([
    ['X11', { DISPLAY: ':0' }, 'linux', true],
    ['Wayland alone', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
    ['an empty setting', { DISPLAY: '' }, 'linux', false],
    ['none', {}, 'linux', false],
    ['macOS', {}, 'darwin', true],
    ['Windows', {}, 'win32', true],
  ] as const)('%s', (_name, env, platform, expected) => {
    expect(hasDisplay(env, platform)).toBe(expected);
  });

  it('is told to Electron where it is Wayland without X11', () => {
    expect(windowSwitches({ WAYLAND_DISPLAY: 'wayland-0' })).toContain('--ozone-platform-hint=auto');
    expect(windowSwitches({ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' })).not.toContain(
      '--ozone-platform-hint=auto',
    );
  });
});
