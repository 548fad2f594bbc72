import { describe, expect, it } from 'vitest';
import { type DataFindings, type Loss, lossSchema } from '../../../shared/data-safety/findings.ts';
import { findingsAsText, lossSentence, restoredSentence } from '../../../shared/data-safety/words.ts';

const time = (iso: string) => `at ${iso.slice(11, 16)}`;
const about = {
  id: 'x',
  reference: 'K7-1',
  customerCode: 'M-1000',
  lineCount: 12,
  at: '2026-06-15T10:42:00.000Z',
};
const order = {
  what: 'order',
  ...about,
  orderNumber: '54321',
  stood: 'sent',
  fate: 'lost',
  draftIsOpen: false,
};
const draft = { what: 'draft', ...about, reference: '', lineCount: 1, fate: 'lost' };

describe('what is missing', () => {
  it.each<[object, string]>([
    [
      order,
      'The order K7-1 for M-1000, 12 lines, sent as 54321 at 10:42, is in PIMS, but its journal is lost.',
    ],
    [
      { ...order, draftIsOpen: true },
      'is in PIMS, but its journal is lost. Its draft stands here again: remove it once you have seen the order in PIMS, or it would be sent twice.',
    ],
    [
      { ...order, stood: 'in-pims' },
      'was being sent as 54321 at 10:42; its journal is lost. Compare it in PIMS',
    ],
    [
      { ...order, stood: 'queued', orderNumber: null },
      'submitted at 10:42, is lost from the outbox. Look for it in PIMS',
    ],
    [
      { ...order, fate: 'older' },
      'stands here as not sent yet. Order Desk looks in PIMS before it sends anything.',
    ],
    [draft, 'The draft without a reference for M-1000, 1 line, changed at 10:42, is lost.'],
    [{ ...draft, fate: 'older' }, 'was changed at 10:42; here it stands as it was earlier.'],
    [{ ...draft, fate: 'saved' }, 'changed at 10:42, was saved from the damaged file.'],
  ])('is said in a sentence: %j', (loss, words) => {
    expect(lossSentence(lossSchema.parse(loss), time)).toContain(words);
  });

  it('is copied as a list, what is lost first', () => {
    const losses: Loss[] = [draft, { ...draft, fate: 'saved' }, order].map((loss) => lossSchema.parse(loss));
    const findings: DataFindings = {
      noticedAt: '2026-06-15T11:00:00.000Z',
      damage: 'damaged',
      damagedFolder: '/data/damaged-1',
      restoredFrom: { kind: 'backup', file: 'x', newest: '2026-06-15T09:00:00.000Z' },
      losses: losses.reverse(),
      acknowledgedAt: null,
    };
    const rows = findingsAsText(findings, time).split('\n');
    expect(rows[0]).toBe('The data of Order Desk was damaged (noticed at 11:00).');
    expect(rows.filter((row) => row.startsWith('- '))).toHaveLength(3);
    expect(rows.findIndex((row) => row.includes('was saved'))).toBe(4);
    expect(rows.at(-1)).toBe('The damaged files: /data/damaged-1');
  });

  it('says what stands in the place of the damaged data', () => {
    const findings = { damage: 'damaged', restoredFrom: { kind: 'nothing' } } as DataFindings;
    expect(restoredSentence(findings, time)).toContain('starts with empty data');
  });
});
