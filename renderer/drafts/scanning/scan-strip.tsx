import { Button, CloseButton, Group, Text } from '@mantine/core';
import { ScanBarcode } from 'lucide-react';
import { type RefObject, useSyncExternalStore } from 'react';
import type { OpenScan, ScanDesk } from './scan-desk.ts';
import classes from './scan-strip.module.css';

interface ScanStripProps {
  readonly desk: ScanDesk;
  /** The list of codes, for the focus. */
  readonly openRef: RefObject<HTMLElement | null>;
}

/** What the latest scan did, and the codes that are still to be resolved; nothing before the first scan. */
export function ScanStrip({ desk, openRef }: ScanStripProps) {
  const { words, open } = useSyncExternalStore(desk.subscribe, desk.snapshot);
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
              <OpenScanRow key={one.code} one={one} desk={desk} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function OpenScanRow({ one, desk }: { readonly one: OpenScan; readonly desk: ScanDesk }) {
  const { code, times, problem, parts } = one;
  return (
    <li className={classes.row}>
      <Text size="sm" ff="monospace" className={classes.code}>
        {readable(code)}
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
            aria-label={`Try ${readable(code)} again`}
            onClick={() => void desk.retry(code)}
          >
            Try again
          </Button>
        )}
        <CloseButton
          size="sm"
          aria-label={`Remove ${readable(code)} from the list`}
          onClick={() => desk.remove(code)}
        />
      </Group>
    </li>
  );
}

/** Separators of 2D codes have no sign of their own. */
function readable(code: string): string {
  return code.replace(/\p{Cc}+/gu, '·');
}
