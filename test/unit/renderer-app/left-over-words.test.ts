import { describe, expect, it } from 'vitest';
import { leftOverWords } from '../../../renderer/app/left-over-words.ts';

describe('what the last run left', () => {
  it.each([
    [{ waiting: 0, needsAttention: 0 }, null],
    [{ waiting: 0, needsAttention: 3 }, null],
    [{ waiting: 1, needsAttention: 0 }, '1 order from last time is being sent.'],
    [{ waiting: 5, needsAttention: 0 }, '5 orders from last time are being sent, oldest first.'],
    [
      { waiting: 2, needsAttention: 1 },
      '2 orders from last time are being sent, oldest first. 1 more needs attention.',
    ],
  ])('%j is told as: %s', (leftOver, words) => {
    expect(leftOverWords(leftOver)).toBe(words);
  });
});
