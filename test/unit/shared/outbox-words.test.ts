import { expect, it } from 'vitest';
import { outboxWords } from '../../../shared/outbox/outbox-words.ts';

it.each([
  [{ waiting: 0, needsAttention: 0 }, 'nothing waits'],
  [{ waiting: 1, needsAttention: 0 }, '1 waiting'],
  [{ waiting: 0, needsAttention: 2 }, '2 need attention'],
  [{ waiting: 3, needsAttention: 1 }, '3 waiting, 1 needs attention'],
])('says of %j: %s', (outbox, words) => {
  expect(outboxWords(outbox)).toBe(words);
});
