import { Stack } from '@mantine/core';
import { Screen } from '../ui/screen.tsx';
import { AboutSection } from './about-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { BackgroundSection } from './background-section.tsx';
import { BarcodesSection } from './barcodes-section.tsx';
import { ConnectionsSection } from './connections-section.tsx';
import { DataSafetySection } from './data-safety-section.tsx';
import { NetworkSection } from './network-section.tsx';
import { ScannerSection } from './scanner/scanner-section.tsx';

/** Connections, appearance, what goes on in the background, the barcode scanner, network, the safety of the data, and what support asks for. */
export function SettingsScreen() {
  return (
    <Screen title="Settings" body="page">
      <Stack gap="xl" maw={900}>
        <ConnectionsSection />
        <AppearanceSection />
        <BackgroundSection />
        <ScannerSection />
        <BarcodesSection />
        <NetworkSection />
        <DataSafetySection />
        <AboutSection />
      </Stack>
    </Screen>
  );
}
