import { Autocomplete, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { quantityProblem, workedOut } from '../../../shared/drafts/quantity-expression.ts';
import { CODE_LENGTH } from '../../../shared/parts/pack.ts';
import type { OpenScan } from '../../../shared/scanning/open-scan.ts';
import { usualScanSettings } from '../../../shared/scanning/scan-settings.ts';
import { usePreferences } from '../../app/preferences.ts';
import type { CellSuggestion } from '../../line-grid/suggesting/cell-suggestions.ts';
import { usePartSuggestions } from '../lines/use-part-suggestions.ts';
import { readableCode } from './code-words.ts';
import { markField } from './mark-field.ts';
import type { CodeMeaning } from './scan-desk.ts';
import { useScanListener } from './use-scan-listener.ts';

interface SettleScanProps {
  readonly scan: OpenScan;
  /** Answers why that can't be; null once it is done. */
  readonly onSettle: (meaning: CodeMeaning) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Asks what a scanned code stands for. A scan of the part, wherever the focus is, names it here. */
export function SettleScan({ scan, onSettle, onClose }: SettleScanProps) {
  const { code, times } = scan;
  const preferences = usePreferences();
  const [part, setPart] = useState('');
  const [pieces, setPieces] = useState('1');
  const [remember, setRemember] = useState(true);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [settling, setSettling] = useState(false);
  const piecesInput = useRef<HTMLInputElement>(null);
  const found = useFoundParts(part);
  const quantity = workedOut(pieces);
  const problems = {
    part: part.trim() === '' ? 'Enter or scan the part.' : null,
    pieces: quantityProblem(quantity),
  };
  // Its barcode would be longer than the table takes.
  const canRemember = code.length <= CODE_LENGTH;

  useScanListener({
    enabled: preferences?.scannerOn !== false,
    settings: preferences?.scanner ?? usualScanSettings,
    inDialog: true,
    mark: markField,
    onScan: (one) => setPart(one.code.slice(0, CODE_LENGTH)),
  });

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (problems.part !== null || problems.pieces !== null || settling) return;
    setSettling(true);
    const why = await onSettle({ part: part.trim(), pieces: quantity, remember: remember && canRemember });
    setSettling(false);
    setRefusal(why);
    if (why === null) onClose();
  };

  return (
    <Modal opened onClose={onClose} title={`What is ${readableCode(code)}?`}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text size="sm">
            {times === 1 ? 'It was scanned once.' : `It was scanned ${times} times.`} {scan.problem}
          </Text>
          <Autocomplete
            data-autofocus
            label="Part"
            description="Its code, words of its description, or a scan of the part itself"
            maxLength={CODE_LENGTH}
            value={part}
            onChange={setPart}
            data={found.map(({ id }) => id)}
            filter={({ options }) => options}
            renderOption={({ option }) => <FoundPart part={found.find(({ id }) => id === option.value)} />}
            onKeyDown={(event) => {
              // A part that is not chosen yet is not the last word: the pieces come next.
              if (event.key !== 'Enter' || event.defaultPrevented) return;
              event.preventDefault();
              piecesInput.current?.select();
            }}
            error={tried ? problems.part : null}
            comboboxProps={{ withinPortal: true }}
          />
          <TextInput
            ref={piecesInput}
            label="Pieces for each scan"
            description="More than one for the code of a carton"
            w={180}
            inputMode="decimal"
            maxLength={CODE_LENGTH}
            value={pieces}
            onChange={({ currentTarget }) => setPieces(currentTarget.value)}
            error={tried ? problems.pieces : null}
          />
          <Checkbox
            label="Remember it in the table of barcodes"
            {...(!canRemember && { description: 'This code is too long for the table.' })}
            disabled={!canRemember}
            checked={remember && canRemember}
            onChange={({ currentTarget }) => setRemember(currentTarget.checked)}
          />
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {refusal ?? ''}
          </Text>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={settling}>
              Add to the lines
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function FoundPart({ part }: { readonly part: CellSuggestion | undefined }) {
  if (part === undefined) return null;
  return (
    <div>
      <Text size="sm">{part.label}</Text>
      <Text size="xs" c="dimmed">
        {[part.about, part.aside].filter((text) => text !== '').join(' · ')}
      </Text>
    </div>
  );
}

/** The parts that fit what is typed. */
function useFoundParts(typed: string): readonly CellSuggestion[] {
  const suggestions = usePartSuggestions();
  const [found, setFound] = useState<readonly CellSuggestion[]>([]);
  useEffect(() => suggestions.look(typed, ({ items }) => setFound(items)), [suggestions, typed]);
  return found;
}
