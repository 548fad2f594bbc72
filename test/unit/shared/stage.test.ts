import { describe, expect, it } from 'vitest';
import { readStage, stages } from '../../../shared/pims/stage.ts';

describe('an order’s stage', () => {
  it.each([
    ['Sales Order', 'sales_order'],
    ['sales-order', 'sales_order'],
    [' INVOICE ', 'invoice'],
    ['Worksheet', 'worksheet'],
    ['quote', 'quote'],
    ['Void', 'void'],
  ])('%j is %s', (raw, stage) => {
    expect(readStage(raw)).toBe(stage);
  });

  it('is unknown where a tenant has its own words', () => {
    for (const raw of [undefined, '', 'Backlog', 'salesorder']) expect(readStage(raw)).toBeUndefined();
  });

  it('reads its own words', () => {
    expect(stages.map((stage) => readStage(stage))).toEqual(stages);
  });
});
