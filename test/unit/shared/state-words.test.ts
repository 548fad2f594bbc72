import { describe, expect, it } from 'vitest';
import { stateWords } from '../../../shared/outbox/state-words.ts';
import { submissionStates } from '../../../shared/outbox/submission.ts';

const plain = { problem: null, isPaused: false };

describe('where a submission stands', () => {
  it('is said of every state in words of its own', () => {
    const words = submissionStates.map((state) => stateWords({ ...plain, state }));
    expect(new Set(words).size).toBe(submissionStates.length);
    expect(words.every((text) => /^[A-Z][^-]+$/.test(text))).toBe(true);
  });

  it('tells a refusal from a doubt, and a paused order from a paused connection', () => {
    const problem = { message: '', details: {} };
    const state = 'needs-attention';
    expect(stateWords({ ...plain, state, problem: { ...problem, code: 'rejected' } })).toBe(
      'Needs attention',
    );
    for (const code of ['unknown-outcome', 'not-pims'] as const) {
      expect(stateWords({ ...plain, state, problem: { ...problem, code } })).toBe('Not known if it arrived');
    }
    expect(stateWords({ ...plain, state: 'paused', isPaused: true })).toBe('Paused');
    expect(stateWords({ ...plain, state: 'paused' })).toBe('Connection paused');
  });
});
