import { describe, expect, it } from 'vitest';
import { stepStates } from '../../../renderer/drafts/step-states.ts';
import type { StepStanding } from '../../../shared/outbox/step-standing.ts';
import { lineId } from './arbitrary-edits.ts';

const steps: StepStanding[] = [
  { ordinal: -2, kind: 'update-line', state: 'done', draftLineId: null, lineNumber: '1' },
  { ordinal: -1, kind: 'update-line', state: 'planned', draftLineId: null, lineNumber: '3' },
  { ordinal: 1, kind: 'add-line', state: 'rejected', draftLineId: lineId('a'), lineNumber: null },
  { ordinal: 2, kind: 'add-line', state: 'planned', draftLineId: lineId('b'), lineNumber: null },
];
const evidence = (ordinal: number) => ({
  kind: 'conflict' as const,
  step: { ordinal, kind: 'update-line' as const },
  sent: {},
  base: {},
  candidates: [],
  lookedAt: '2026-05-15T10:00:00.000Z',
});

describe('stepStates', () => {
  it('says of each line and of each change where it stands', () => {
    expect(Object.fromEntries(stepStates(steps, null))).toEqual({
      1: { words: 'In PIMS', tone: 'good' },
      3: { words: 'To be sent', tone: 'calm' },
      a: { words: 'Refused', tone: 'bad' },
      b: { words: 'To be sent', tone: 'calm' },
    });
  });

  it('points out the one that a person is asked about', () => {
    expect(stepStates(steps, evidence(-1)).get('3')).toEqual({ words: 'Needs you', tone: 'bad' });
    expect(stepStates(steps, evidence(1)).get('a')?.words).toBe('Refused');
  });
});
