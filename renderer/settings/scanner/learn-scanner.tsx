import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { type LearntAffixes, learnAffixes } from '../../../shared/scanning/learn-affixes.ts';
import { type LearntTiming, learnTiming, type TestKeys } from '../../../shared/scanning/learn-timing.ts';
import type { ScanSettings } from '../../../shared/scanning/scan-settings.ts';
import { affixWords, timingWords } from './learn-words.ts';

interface LearnScannerProps {
  readonly settings: ScanSettings;
  readonly onLearn: (learnt: Partial<ScanSettings>) => void;
}

interface Learnt {
  readonly affixes: LearntAffixes;
  /** Null when nothing is known of the keys, such as after a paste. */
  readonly timing: LearntTiming | null;
}

const noKeys: TestKeys = { charactersMs: [], endMs: null };

/** Learns from a test scan what a scanner puts around every code, and proposes how fast it is to be taken for one. */
export function LearnScanner({ settings, onLearn }: LearnScannerProps) {
  const [known, setKnown] = useState('');
  const [raw, setRaw] = useState('');
  const [learnt, setLearnt] = useState<Learnt | null>(null);
  const keys = useRef(noKeys);

  const note = ({ key, timeStamp, ctrlKey }: KeyboardEvent): void => {
    const { charactersMs } = keys.current;
    if (key === 'Enter') keys.current = { charactersMs, endMs: timeStamp };
    else if ([...key].length === 1 && !ctrlKey) {
      keys.current = { charactersMs: [...charactersMs, timeStamp], endMs: null };
    }
  };

  // The Enter with which the scanner ends comes as a submission of the form.
  const learn = (event: FormEvent): void => {
    event.preventDefault();
    const affixes = learnAffixes(raw, known);
    // Keys that do not match the text were corrected, or some of it was pasted.
    const isWhole = keys.current.charactersMs.length === [...raw].length;
    setLearnt({ affixes, timing: isWhole ? learnTiming(keys.current, settings) : null });
    keys.current = noKeys;
    setRaw('');
    if (affixes.ok) onLearn({ prefix: affixes.prefix, suffix: affixes.suffix });
  };

  const timing = learnt?.affixes.ok === true ? learnt.timing : null;
  return (
    <form onSubmit={learn} aria-label="Learn from a test scan">
      <Stack gap={6}>
        <Group align="end" gap="md">
          <TextInput
            label="Test code"
            placeholder="As printed below its bars"
            w={220}
            value={known}
            onChange={({ currentTarget }) => setKnown(currentTarget.value)}
          />
          <TextInput
            label="Scan it here"
            w={220}
            value={raw}
            onKeyDown={note}
            onChange={({ currentTarget }) => {
              if (currentTarget.value === '') keys.current = noKeys;
              setRaw(currentTarget.value);
            }}
          />
          <Button type="submit" variant="default" disabled={raw === ''}>
            Learn
          </Button>
        </Group>
        <div role="status">
          {learnt !== null && (
            <Text size="sm" {...(!learnt.affixes.ok && { c: 'var(--mantine-color-error)' })}>
              {affixWords(learnt.affixes)}
            </Text>
          )}
          {timing !== null && <Text size="sm">{timingWords(timing)}</Text>}
        </div>
        {timing?.kind === 'proposal' && (
          <Group>
            <Button
              variant="default"
              onClick={() => {
                onLearn(timing.timing);
                setLearnt((before) =>
                  before === null
                    ? null
                    : { ...before, timing: { kind: 'fits', slowestMs: timing.slowestMs } },
                );
              }}
            >
              Use what is proposed
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
