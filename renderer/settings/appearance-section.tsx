import { SegmentedControl } from '@mantine/core';
import { type Appearance, useAppearance } from '../app/appearance.ts';
import { usePreferences } from '../app/preferences.ts';
import { SettingsSection } from './settings-section.tsx';

const choices: readonly { readonly value: Appearance; readonly label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Light, dark, or as the system has it. */
export function AppearanceSection() {
  const appearance = usePreferences()?.appearance ?? 'system';
  const { choose } = useAppearance();
  return (
    <SettingsSection title="Appearance">
      <SegmentedControl
        aria-label="Appearance"
        data={[...choices]}
        value={appearance}
        onChange={choose}
        transitionDuration={0}
      />
    </SettingsSection>
  );
}
