import Big from 'big.js';

const NUMBER = /^[+-]?\d{1,15}(\.\d{1,10})?$/;

/** A quantity as PIMS wrote it, exactly; below zero for what came back. Null when it is no plain decimal number. */
export function readFigure(text: string): Big | null {
  return NUMBER.test(text.trim()) ? new Big(text.trim()) : null;
}

/** The larger one. */
export function larger(one: Big, other: Big): Big {
  return one.gt(other) ? one : other;
}
