import { describe, expect, it } from 'vitest';
import { journalWords } from '../../../shared/outbox/journal-words.ts';
import type { JournalEntry } from '../../../shared/outbox/submission.ts';

const header = { ordinal: 0, kind: 'create-order', lineNumber: null, label: 'order AB-1' } as const;
const line = { ordinal: 2, kind: 'add-line', lineNumber: 2, label: 'line 2 (APL-1002 × 3)' } as const;

function entry(part: Partial<JournalEntry> & Pick<JournalEntry, 'kind'>): JournalEntry {
  return { at: '2025-11-21T10:00:00.000Z', step: null, note: '', ...part };
}

describe('journalWords', () => {
  it.each([
    [entry({ kind: 'queued' }), 'Queued to be sent.', 'plain'],
    [entry({ kind: 'intended', step: header }), 'Sending order AB-1.', 'plain'],
    [entry({ kind: 'intended', step: line }), 'Sending line 2 (APL-1002 × 3).', 'plain'],
    [entry({ kind: 'done', step: line }), 'Line 2 (APL-1002 × 3) is in PIMS.', 'good'],
    [
      entry({ kind: 'done', step: header, note: 'PIMS created order 54321.' }),
      'Order AB-1 is in PIMS. PIMS created order 54321.',
      'good',
    ],
    [
      entry({ kind: 'not-applied', step: line, note: 'PIMS: Unknown part.' }),
      'Line 2 (APL-1002 × 3) is not in PIMS. PIMS: Unknown part.',
      'problem',
    ],
    [
      entry({ kind: 'unknown', step: header, note: 'It is not known whether this order arrived in PIMS.' }),
      'It is not known whether this order arrived in PIMS.',
      'doubt',
    ],
    [
      entry({ kind: 'looked-up', note: 'PIMS already has order 7 with this reference.' }),
      'Looked in PIMS before sending anything. PIMS already has order 7 with this reference.',
      'plain',
    ],
    [
      entry({ kind: 'adopted', step: line, note: 'PIMS added it as line 2.' }),
      'Line 2 (APL-1002 × 3) has arrived in PIMS. It is not sent again. PIMS added it as line 2.',
      'good',
    ],
    [
      entry({ kind: 'adopted', step: header, note: 'A person says that it is order 7.' }),
      'Order AB-1 has arrived in PIMS. It is not sent again. A person says that it is order 7.',
      'good',
    ],
    [
      entry({ kind: 'not-found', step: header, note: 'It is sent again.' }),
      'Looked in PIMS: order AB-1 has not arrived. It is sent again.',
      'plain',
    ],
    [entry({ kind: 'not-found', step: header }), 'Looked in PIMS: order AB-1 has not arrived.', 'plain'],
    [entry({ kind: 'undecided', step: line, note: 'Compare them.' }), 'Compare them.', 'doubt'],
    [entry({ kind: 'undecided' }), 'A person has to decide how it goes on.', 'doubt'],
    [entry({ kind: 'decided', note: 'A person has it sent again.' }), 'A person has it sent again.', 'plain'],
    [entry({ kind: 'decided' }), 'A person has decided how it goes on.', 'plain'],
    [entry({ kind: 'verified' }), 'Compared with what was sent: all the same.', 'good'],
    [entry({ kind: 'sent' }), 'Everything is in PIMS.', 'good'],
    [entry({ kind: 'withdrawn' }), 'Taken back to its draft.', 'plain'],
  ])('says %j', (journalEntry, text, tone) => {
    expect(journalWords(journalEntry)).toEqual({ text, tone });
  });

  it('names a step without a label all the same', () => {
    const nameless = { ...line, label: ' ' };
    expect(journalWords(entry({ kind: 'intended', step: nameless })).text).toBe('Sending line 2.');
    expect(journalWords(entry({ kind: 'intended' })).text).toBe('Sending the order.');
  });

  it('never sounds certain about an unknown outcome', () => {
    const { text, tone } = journalWords(entry({ kind: 'unknown', step: line }));
    expect(text).toMatch(/not known whether/);
    expect(tone).toBe('doubt');
  });
});
