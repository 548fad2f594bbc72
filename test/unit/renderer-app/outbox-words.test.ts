import { expect, it } from 'vitest';
import { outboxWords } from '../../../renderer/app/outbox-words.ts';

it.each([
  [{ waiting: 0, held: 0, needsAttention: 0 }, ''],
  [{ waiting: 2, held: 0, needsAttention: 0 }, '2 waiting'],
  [{ waiting: 0, held: 1, needsAttention: 0 }, '1 held: needs you'],
  [{ waiting: 3, held: 2, needsAttention: 1 }, '3 waiting, 2 held: need you, 1 needs attention'],
])('says of %j: %s', (outbox, words) => {
  expect(outboxWords(outbox)).toBe(words);
});
