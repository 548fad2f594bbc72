import { describe, expect, it } from 'vitest';
import { pauseChoice, pausedWords, wakeLabel } from '../../../renderer/outbox/pausing/pausing.ts';
import { submissionStates } from '../../../shared/outbox/submission.ts';
import { aSubmission } from '../shared/a-submission.ts';

describe('pauseChoice', () => {
  it('pauses what is on its way, and nothing that is finished, called off or waits for a decision', () => {
    const offered = submissionStates.filter((state) => pauseChoice({ state, isPaused: false }) !== null);
    expect(offered).toEqual(['queued', 'sending', 'checking', 'waiting', 'paused', 'held']);
  });

  it('lets what is paused go on; a submission of a paused connection can be paused besides', () => {
    expect(pauseChoice({ state: 'paused', isPaused: true })).toMatchObject({
      paused: false,
      label: 'Let it go on',
    });
    expect(pauseChoice({ state: 'paused', isPaused: false })).toMatchObject({ paused: true, label: 'Pause' });
  });
});

describe('wakeLabel', () => {
  const problem = { code: 'unreachable', message: 'PIMS is away.', details: {} } as const;
  const nextTryAt = '2026-11-25T10:01:00.000Z';

  it('wakes what waits and what is held', () => {
    expect(wakeLabel(aSubmission({ state: 'waiting', problem, nextTryAt }))).toBe('Try now');
    expect(wakeLabel(aSubmission({ state: 'held', problem }))).toBe('Try now');
  });

  it('only looks while it is not known whether it arrived, and never offers to send again', () => {
    expect(wakeLabel(aSubmission({ state: 'checking', problem, nextTryAt }))).toBe('Look now');
    expect(wakeLabel(aSubmission({ state: 'checking', nextTryAt }))).toBeNull();
  });

  it('is not there for what a copied data folder holds', () => {
    const copied = { code: 'conflict', message: 'This data comes from a backup.', details: {} } as const;
    expect(wakeLabel(aSubmission({ state: 'held', problem: copied }))).toBeNull();
  });

  it('is not there for what a person paused', () => {
    expect(wakeLabel(aSubmission({ state: 'paused', isPaused: true, problem, nextTryAt }))).toBeNull();
  });
});

it('the paused connections are named as soon as there are several to tell apart', () => {
  const paused = [{ name: 'Test' }, { name: 'Live' }, { name: 'Old' }];
  expect(pausedWords([], 3)).toBe('');
  expect(pausedWords(paused.slice(0, 1), 1)).toBe('Sending is paused');
  expect(pausedWords(paused.slice(0, 1), 2)).toBe('Sending is paused for Test');
  expect(pausedWords(paused, 3)).toBe('Sending is paused for Test, Live and Old');
});
