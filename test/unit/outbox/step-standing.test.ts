import { describe, expect, it } from 'vitest';
import { type StepStanding, standingWords } from '../../../shared/outbox/step-standing.ts';

const change = (lineNumber: string, state: StepStanding['state']) =>
  ({ kind: 'update-line', ordinal: -Number(lineNumber), lineNumber, state }) as const;
const added = (ordinal: number, state: StepStanding['state']) =>
  ({ kind: 'add-line', ordinal, lineNumber: null, state }) as const;
const order = (state: StepStanding['state']) =>
  ({ kind: 'create-order', ordinal: 0, lineNumber: null, state }) as const;

describe('standingWords', () => {
  it('says which lines of a partly saved batch are in PIMS and which are not', () => {
    const steps = [
      change('1', 'done'),
      change('3', 'done'),
      change('4', 'rejected'),
      added(1, 'unknown'),
      added(2, 'intended'),
      added(3, 'planned'),
    ];
    expect(standingWords(steps)).toBe(
      'In PIMS: the changes of lines 1 and 3. Refused: the change of line 4. Not known yet: new line 1. Not yet: new lines 2 and 3.',
    );
  });

  it('counts what would be too long to name', () => {
    const steps = [...Array.from({ length: 7 }, (_, index) => added(index + 1, 'done')), added(8, 'planned')];
    expect(standingWords(steps)).toBe('In PIMS: 7 new lines. Not yet: new line 8.');
    const changes = Array.from({ length: 7 }, (_, index) => change(String(index + 1), 'done'));
    expect(standingWords([...changes, added(1, 'planned')])).toBe(
      'In PIMS: 7 changes of lines. Not yet: new line 1.',
    );
  });

  it('says nothing while all or none of the lines are in', () => {
    expect(standingWords([order('done'), added(1, 'planned')])).toBe('');
    expect(standingWords([order('done'), added(1, 'done')])).toBe('');
    expect(standingWords([])).toBe('');
  });
});
