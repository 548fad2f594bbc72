import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type LearntAffixes, learnAffixes } from '../../../shared/scanning/learn-affixes.ts';

/** Learns what a scanner puts around every code from a test scan. */
export function LearnScanner({
  onLearn,
}: {
  readonly onLearn: (affixes: { readonly prefix: string; readonly suffix: string }) => void;
}) {
  const [known, setKnown] = useState('');
  const [raw, setRaw] = useState('');
  const [learnt, setLearnt] = useState<LearntAffixes | null>(null);
  // The Enter with which the scanner ends comes as a submission of the form.
  const learn = (event: FormEvent): void => {
    event.preventDefault();
    const result = learnAffixes(raw, known);
    setLearnt(result);
    setRaw('');
    if (result.ok) onLearn({ prefix: result.prefix, suffix: result.suffix });
  };
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
            onChange={({ currentTarget }) => setRaw(currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={raw === ''}>
            Learn
          </Button>
        </Group>
        <Text size="sm" role="status" {...(learnt?.ok === false && { c: 'var(--mantine-color-error)' })}>
          {learnt === null ? '' : learntWords(learnt)}
        </Text>
      </Stack>
    </form>
  );
}

function learntWords(learnt: LearntAffixes): string {
  if (!learnt.ok) return learnt.problem;
  const { prefix, suffix } = learnt;
  if (prefix === '' && suffix === '') return 'The scanner sends the code alone.';
  return `Learnt: ${prefix === '' ? 'no prefix' : `prefix “${prefix}”`}, ${suffix === '' ? 'no suffix' : `suffix “${suffix}”`}.`;
}
