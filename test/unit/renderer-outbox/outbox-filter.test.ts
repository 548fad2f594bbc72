import { describe, expect, it } from 'vitest';
import {
  connectionsOf,
  everySubmission,
  filterSubmissions,
  needsConnection,
} from '../../../renderer/outbox/outbox-filter.ts';
import { connectionIdSchema } from '../../../shared/ids.ts';
import { aSubmission, order } from '../shared/a-submission.ts';

const other = connectionIdSchema.parse('other');
const all = [
  aSubmission({ reference: 'AB-1', state: 'sent', orderNumber: order }),
  aSubmission({ reference: 'AB-2', state: 'needs-attention', connectionId: other, connectionName: 'Live' }),
  aSubmission({ reference: 'CD-3', customerCode: 'abel', state: 'queued' }),
];
const found = (filter: Partial<typeof everySubmission>) =>
  filterSubmissions(all, { ...everySubmission, ...filter }).map(({ reference }) => reference);

describe('filterSubmissions', () => {
  it('lists everything at first', () => {
    expect(found({})).toEqual(['AB-1', 'AB-2', 'CD-3']);
  });

  it('looks in the reference, the customer and the order number, whatever the case', () => {
    expect(found({ text: ' ab' })).toEqual(['AB-1', 'AB-2', 'CD-3']);
    expect(found({ text: 'ABEL' })).toEqual(['CD-3']);
    expect(found({ text: '5432' })).toEqual(['AB-1']);
    expect(found({ text: 'nothing' })).toEqual([]);
  });

  it('narrows by state and connection together', () => {
    expect(found({ shown: 'open' })).toEqual(['AB-2', 'CD-3']);
    expect(found({ shown: 'yours' })).toEqual(['AB-2']);
    expect(found({ shown: 'open', connectionId: other, text: 'cd' })).toEqual([]);
  });
});

it('names each connection once', () => {
  expect(connectionsOf(all).map(({ label }) => label)).toEqual(['Live', 'Warehouse']);
});

it('has each connection named unless all are of the one in use, or the filter names it', () => {
  const [first] = all;
  const own = first?.connectionId;
  expect(needsConnection(all, everySubmission, own)).toBe(true);
  expect(needsConnection(all, { ...everySubmission, connectionId: other }, own)).toBe(false);
  expect(needsConnection(all.slice(0, 1), everySubmission, own)).toBe(false);
  expect(needsConnection(all.slice(0, 1), everySubmission, other)).toBe(true);
});
