import { describe, expect, it } from 'vitest';
import { customerList } from '../../../renderer/drafts/customer/customer-list.ts';
import { customer } from '../shared-customers/customers.ts';

const now = Date.parse('2026-05-15T10:00:00.000Z');
const at = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

describe('the customers to choose from', () => {
  const smith = { CUSTOMER_NAME: 'Jo Smith', BSTATE: 'IN' };
  const records = [
    customer('C-1', { ...smith, BCITY: 'Austin', BEMAIL: 'jo@example.com', BPHONE: '555-0100' }, at(0)),
    customer('C-2', { ...smith, SCITY: 'Boulder', BSTATE: '', SPHONE: '555-0101' }, at(5)),
    customer('C-3', {}, at(0)),
  ];
  const list = customerList({ records, standing: { kind: 'unreachable' } }, ' c-2 ', now);

  it('of one name can be told apart', () => {
    expect(list.items.map(({ about }) => about)).toEqual([
      'Jo Smith · Austin, IN · jo@example.com',
      'Jo Smith · Boulder · 555-0101',
      '',
    ]);
  });

  it('show how old they are, unless they were read just now', () => {
    expect(list.items.map(({ aside }) => aside)).toEqual(['', expect.stringMatching(/^seen 5 min/), '']);
    expect(list.hint).toContain('can’t be reached');
  });

  it('are taken by Enter when the whole code was typed', () => {
    expect(list.items.map(({ isExact }) => isExact)).toEqual([false, true, false]);
  });
});
