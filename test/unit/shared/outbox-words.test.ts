import { expect, it } from 'vitest';
import { outboxWords } from '../../../shared/outbox/outbox-words.ts';

it.each([
  [{ waiting: 0, needsYou: 0 }, 'nothing waits'],
  [{ waiting: 1, needsYou: 0 }, '1 waiting'],
  [{ waiting: 0, needsYou: 2 }, '2 need you'],
  [{ waiting: 3, needsYou: 1 }, '3 waiting, 1 needs you'],
])('says of %j: %s', (outbox, words) => {
  expect(outboxWords(outbox)).toBe(words);
});
