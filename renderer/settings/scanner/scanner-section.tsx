import { Group, Radio, Stack, Switch, TextInput } from '@mantine/core';
import type { ScanAgain } from '../../../shared/preferences/preferences.ts';
import { scanLimits, usualScanSettings, withLongestPause } from '../../../shared/scanning/scan-settings.ts';
import { useChangePreferences, usePreferences } from '../../app/preferences.ts';
import { SettingsSection } from '../settings-section.tsx';
import { CommandCodes } from './command-codes.tsx';
import { LearnScanner } from './learn-scanner.tsx';
import { LimitField } from './limit-field.tsx';

const choices: readonly { readonly value: ScanAgain; readonly label: string }[] = [
  { value: 'raise', label: 'Raise the quantity of its line' },
  { value: 'new-line', label: 'Add a line each time' },
];

/** How this desk's barcode scanner types, and what its scans do in a draft. */
export function ScannerSection() {
  const preferences = usePreferences();
  const change = useChangePreferences();
  const scanner = preferences?.scanner ?? usualScanSettings;
  return (
    <SettingsSection
      title="Barcode scanner"
      about="A scanner that types like a keyboard works wherever the focus is on the screen of a draft."
    >
      <Stack gap="md">
        <Switch
          label="Take fast keys for those of a scanner"
          description="Switch it off if a program that types for you is mistaken for one."
          checked={preferences?.scannerOn ?? true}
          onChange={({ currentTarget }) => change({ scannerOn: currentTarget.checked })}
        />
        <Radio.Group
          label="A scan of a part that the draft has already"
          value={preferences?.scanAgain ?? 'raise'}
          onChange={(value) => {
            const choice = choices.find((one) => one.value === value);
            if (choice !== undefined) change({ scanAgain: choice.value });
          }}
        >
          <Stack gap={6} mt={6}>
            {choices.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        <Group align="end" gap="md">
          <TextInput
            label="Prefix of every scan"
            maxLength={20}
            value={scanner.prefix}
            onChange={({ currentTarget }) => change({ scanner: { ...scanner, prefix: currentTarget.value } })}
          />
          <TextInput
            label="Suffix of every scan"
            maxLength={20}
            value={scanner.suffix}
            onChange={({ currentTarget }) => change({ scanner: { ...scanner, suffix: currentTarget.value } })}
          />
        </Group>
        <Group align="start" gap="md">
          <LimitField
            label="Longest pause between keys, in ms"
            description={`Usually ${usualScanSettings.maxGapMs}. Keys that come slower are typing. More for a scanner that is slow; less if fast typing is taken for a scan.`}
            value={scanner.maxGapMs}
            limits={scanLimits.maxGapMs}
            onChange={(maxGapMs) => change({ scanner: withLongestPause(scanner, maxGapMs) })}
          />
          <LimitField
            label="Least length, in characters"
            description={`Usually ${usualScanSettings.minLength}, prefix and suffix included. Fewer fast keys are typing.`}
            value={scanner.minLength}
            limits={scanLimits.minLength}
            onChange={(minLength) => change({ scanner: { ...scanner, minLength } })}
          />
        </Group>
        <LearnScanner
          settings={scanner}
          onLearn={(learnt) => change({ scanner: { ...scanner, ...learnt } })}
        />
        <CommandCodes />
      </Stack>
    </SettingsSection>
  );
}
