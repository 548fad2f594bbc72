import Big from 'big.js';

const NUMBER = /^[+-]?\d{1,15}(\.\d{1,10})?$/;

/** The exact sum of what is a number; PIMS may hold returns, which are below zero. */
export function exactSum(numbers: readonly string[]): string {
  let sum = new Big(0);
  for (const text of numbers) if (NUMBER.test(text.trim())) sum = sum.plus(text.trim());
  return sum.toFixed();
}
