import { type MantineColorSchemeManager, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import type { Preferences } from '../../shared/preferences/preferences.ts';
import { useChangePreferences } from './preferences.ts';

export type Appearance = Preferences['appearance'];

const toScheme = { system: 'auto', light: 'light', dark: 'dark' } as const;

/** Hands Mantine the remembered appearance at the start; `useAppearance` does the remembering. */
export function createAppearanceManager(appearance: Appearance): MantineColorSchemeManager {
  return {
    get: () => toScheme[appearance],
    set: () => undefined,
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => undefined,
  };
}

/** Sets and remembers the appearance; `toggle` turns to the opposite of what is seen now. */
export function useAppearance(): { choose: (appearance: Appearance) => void; toggle: () => void } {
  const { setColorScheme } = useMantineColorScheme();
  const seen = useComputedColorScheme('light');
  const changePreferences = useChangePreferences();
  const choose = (appearance: Appearance): void => {
    setColorScheme(toScheme[appearance]);
    changePreferences({ appearance });
  };
  return { choose, toggle: () => choose(seen === 'dark' ? 'light' : 'dark') };
}
