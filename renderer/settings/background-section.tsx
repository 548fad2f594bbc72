import { Radio, Stack, Switch } from '@mantine/core';
import type { WhenClosing } from '../../shared/preferences/preferences.ts';
import { useChangePreferences, usePreferences } from '../app/preferences.ts';
import { SettingsSection } from './settings-section.tsx';

const choices: readonly { readonly value: WhenClosing; readonly label: string }[] = [
  { value: 'ask', label: 'Ask me' },
  { value: 'background', label: 'Keep sending in the background' },
  { value: 'quit', label: 'Quit: they are sent at the next start' },
];

const inTrayAnyway =
  'Closing the window leads to the tray in any case, as chosen below: this counts for Quit.';

/** What Order Desk does while its window is closed or not seen. */
export function BackgroundSection() {
  const preferences = usePreferences();
  const change = useChangePreferences();
  return (
    <SettingsSection
      title="In the background"
      about="Order Desk can go on sending without its window. You find it in the tray, or by starting it again."
    >
      <Stack gap="md">
        <Radio.Group
          label="When I close the window while orders wait"
          description={preferences?.keepInTray === true ? inTrayAnyway : undefined}
          value={preferences?.whenClosing ?? 'ask'}
          onChange={(value) => {
            const choice = choices.find((one) => one.value === value);
            if (choice !== undefined) change({ whenClosing: choice.value });
          }}
        >
          <Stack gap={6} mt={6}>
            {choices.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        <Switch
          label="Stay in the tray whenever I close the window"
          description="Also when nothing waits. To end Order Desk, choose Quit in its menu or in the tray."
          checked={preferences?.keepInTray ?? false}
          onChange={({ currentTarget }) => change({ keepInTray: currentTarget.checked })}
        />
        <Switch
          label="Notify me when an order is in PIMS or needs attention"
          description="Only while the window is closed or another one is in front."
          checked={preferences?.notifications ?? true}
          onChange={({ currentTarget }) => change({ notifications: currentTarget.checked })}
        />
      </Stack>
    </SettingsSection>
  );
}
