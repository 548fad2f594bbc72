import { Button, CloseButton, Group, Text } from '@mantine/core';
import { ScanBarcode } from 'lucide-react';
import { type RefObject, useState, useSyncExternalStore } from 'react';
import type { OpenScan } from '../../../shared/scanning/open-scan.ts';
import { readableCode } from './code-words.ts';
import type { ScanDesk } from './scan-desk.ts';
import classes from './scan-strip.module.css';
import { SettleScan } from './settle-scan.tsx';

interface ScanStripProps {
  readonly desk: ScanDesk;
  /** The list of codes, for the focus. */
  readonly openRef: RefObject<HTMLElement | null>;
}

/** What the latest scan did, and the codes that are still to be resolved. */
export function ScanStrip({ desk, openRef }: ScanStripProps) {
  const { words, open, unkept } = useSyncExternalStore(desk.subscribe, desk.snapshot);
  const [settled, setSettled] = useState<string | null>(null);
  const settling = open.find(({ code }) => code === settled);
  // It can be had back until the next scan is taken. A note at the edge of the window would lie over the list.
  const [dismissed, setDismissed] = useState<{ readonly scan: OpenScan; readonly words: string } | null>(
    null,
  );
  const dismiss = (scan: OpenScan): void => {
    setDismissed({ scan, words });
    void desk.dismiss(scan.code);
  };
  const putBack = (scan: OpenScan): void => {
    setDismissed(null);
    void desk.putBack(scan);
  };
  return (
    <div className={classes.strip}>
      <Text component="div" size="sm" role="status" className={classes.latest}>
        {words !== '' && (
          <>
            <ScanBarcode size={14} aria-hidden />
            {words}
          </>
        )}
      </Text>
      {open.length > 0 && (
        <section ref={openRef} tabIndex={-1} aria-label="Scanned codes to resolve">
          <Text size="sm" fw={600}>
            {open.length === 1 ? '1 scanned code to resolve' : `${open.length} scanned codes to resolve`}
          </Text>
          <ul className={classes.list}>
            {open.map((one) => (
              <OpenScanRow
                key={one.code}
                one={one}
                desk={desk}
                onSettle={() => setSettled(one.code)}
                onDismiss={() => dismiss(one)}
              />
            ))}
          </ul>
        </section>
      )}
      {dismissed !== null && dismissed.words === words && (
        <Group gap="xs" mt={4}>
          <Text size="sm" role="status">
            {readableCode(dismissed.scan.code)} was taken out of the list.
          </Text>
          <Button
            autoFocus
            variant="default"
            size="compact-xs"
            aria-label={`Put ${readableCode(dismissed.scan.code)} back into the list`}
            onClick={() => putBack(dismissed.scan)}
          >
            Undo
          </Button>
        </Group>
      )}
      {unkept !== null && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          The list of scanned codes is not on disk as it stands: {unkept}
        </Text>
      )}
      {settling !== undefined && (
        <SettleScan
          scan={settling}
          onSettle={(meaning) => desk.settle(settling.code, meaning)}
          onClose={() => setSettled(null)}
        />
      )}
    </div>
  );
}

interface OpenScanRowProps {
  readonly one: OpenScan;
  readonly desk: ScanDesk;
  readonly onSettle: () => void;
  readonly onDismiss: () => void;
}

function OpenScanRow({ one, desk, onSettle, onDismiss }: OpenScanRowProps) {
  const { code, times, problem, parts } = one;
  return (
    <li className={classes.row}>
      <Text size="sm" ff="monospace" className={classes.code}>
        {readableCode(code)}
        {times > 1 && ` × ${times}`}
      </Text>
      <Text size="sm" c="dimmed" className={classes.problem}>
        {problem}
      </Text>
      <Group gap={4} wrap="nowrap">
        {parts.map((part) => (
          <Button
            key={part.code}
            variant="default"
            size="compact-xs"
            title={part.description ?? undefined}
            onClick={() => void desk.choose(code, part)}
          >
            {part.code}
          </Button>
        ))}
        {parts.length === 0 && (
          <Button
            variant="default"
            size="compact-xs"
            aria-label={`Try ${readableCode(code)} again`}
            onClick={() => void desk.retry(code)}
          >
            Try again
          </Button>
        )}
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Say what ${readableCode(code)} is`}
          onClick={onSettle}
        >
          What is it?
        </Button>
        <CloseButton
          size="sm"
          aria-label={`Remove ${readableCode(code)} from the list`}
          onClick={onDismiss}
        />
      </Group>
    </li>
  );
}
