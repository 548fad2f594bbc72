import { Button, DataList, Group } from '@mantine/core';
import { showShortcuts } from '../app/shortcut-help.tsx';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { SettingsSection } from './settings-section.tsx';

/** Versions and places, for those who give or ask for support. */
export function AboutSection() {
  const info = useDeskQuery('app.info', {});
  const known = info.data;
  return (
    <SettingsSection
      title="About"
      actions={
        <Button variant="default" onClick={showShortcuts}>
          Keyboard shortcuts
        </Button>
      }
    >
      {info.isPending && <LoadingRows label="Reading the versions" rows={2} />}
      {info.error !== null && <ErrorNotice error={info.error} onRetry={() => void info.refetch()} />}
      {known !== undefined && (
        <DataList size="sm" labelWidth={110}>
          <DataList.Item>
            <DataList.ItemLabel>Order Desk</DataList.ItemLabel>
            <DataList.ItemValue>{known.version}</DataList.ItemValue>
          </DataList.Item>
          <DataList.Item>
            <DataList.ItemLabel>Runs on</DataList.ItemLabel>
            <DataList.ItemValue>
              Electron {known.electron}, Chromium {known.chrome}, Node {known.node}, {known.platform}
            </DataList.ItemValue>
          </DataList.Item>
          <DataList.Item>
            <DataList.ItemLabel>Data folder</DataList.ItemLabel>
            <DataList.ItemValue>
              <Group gap={4} wrap="nowrap">
                <span style={{ overflowWrap: 'anywhere' }}>{known.dataFolder}</span>
                <CopyButton value={known.dataFolder} what="the path of the data folder" />
              </Group>
            </DataList.ItemValue>
          </DataList.Item>
        </DataList>
      )}
    </SettingsSection>
  );
}
