import { expect, it } from 'vitest';
import { hasText } from '../../../shared/outbox/listed.ts';
import { aSubmission, order } from './a-submission.ts';

it('finds a text in the reference, the customer and the order number, whatever the case', () => {
  const one = aSubmission({ reference: 'Ärger-1', customerCode: 'ABEL', orderNumber: order });
  for (const text of ['', ' ärger', 'abel ', '432']) expect(hasText(one, text)).toBe(true);
  expect(hasText(one, 'nothing')).toBe(false);
  expect(hasText(aSubmission(), '54321')).toBe(false);
});
