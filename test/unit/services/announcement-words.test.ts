import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcementOf, shortened } from '../../../electron/services/announcement-words.ts';
import type { DeskErrorShape } from '../../../shared/errors.ts';
import { aSubmission } from '../shared/a-submission.ts';

const problem = (code: DeskErrorShape['code'], message: string): DeskErrorShape => ({
  code,
  message,
  details: {},
});
const sent = (id: string) => aSubmission({ id, state: 'sent', orderNumber: `5432${id}` });
const stuck = (id: string) => aSubmission({ id, state: 'needs-attention' });
const held = (connectionName: string) =>
  aSubmission({
    state: 'held',
    connectionName,
    problem: problem('unauthorized', 'PIMS refused the API secret.'),
  });
const nothing = { sent: [], needAttention: [], held: [] };

describe('the words of an announcement', () => {
  it('name one order', () => {
    expect(announcementOf({ ...nothing, sent: [sent('1')] })).toEqual({
      title: 'Order 54321 is in PIMS (R-1)',
      body: 'Sent to Warehouse.',
    });
    const refused = { ...stuck('2'), problem: problem('rejected', 'There is no part XY.') };
    expect(announcementOf({ ...nothing, needAttention: [refused] })).toEqual({
      title: 'Order R-2 needs attention',
      body: 'PIMS refused it: There is no part XY.',
    });
    const unsure = {
      ...stuck('3'),
      problem: problem('unknown-outcome', 'It is not known whether it arrived.'),
    };
    expect(announcementOf({ ...nothing, needAttention: [unsure] })?.body).toBe(
      'It is not known whether it arrived.',
    );
    expect(announcementOf({ ...nothing, held: [held('Warehouse')] })).toEqual({
      title: 'Sending to Warehouse waits for you',
      body: 'PIMS refused the API secret.',
    });
  });

  it('name an order that was in PIMS before by its number', () => {
    const change = { ...sent('1'), isAddition: true, reference: '' };
    const stuckChange = { ...change, state: 'needs-attention' } as const;
    expect(announcementOf({ ...nothing, sent: [change] })?.title).toBe('Changes of order 54321 are in PIMS');
    expect(announcementOf({ ...nothing, needAttention: [stuckChange] })?.title).toBe(
      'Changes of order 54321 need attention',
    );
  });

  it('count several, and name the first ones', () => {
    expect(announcementOf({ ...nothing, sent: ['1', '2', '3', '4', '5'].map(sent) })).toEqual({
      title: '5 orders are in PIMS',
      body: 'In PIMS: 54321, 54322, 54323 and 2 more.',
    });
    expect(announcementOf({ ...nothing, needAttention: [stuck('1'), stuck('2')] })).toEqual({
      title: '2 orders need attention',
      body: 'R-1, R-2.',
    });
    expect(announcementOf({ sent: [sent('1')], needAttention: [stuck('2')], held: [held('Test')] })).toEqual({
      title: '1 order is in PIMS, 1 order needs attention',
      body: 'Needs attention: R-2. Sending to Test waits for you. In PIMS: 54321.',
    });
    expect(announcementOf({ ...nothing, held: [held('A'), held('B')] })?.title).toBe(
      'Sending to A and B waits for you',
    );
  });

  it('say nothing of nothing', () => {
    expect(announcementOf(nothing)).toBeNull();
  });

  it('are one short line, whatever a server said', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ maxLength: 200 }),
        (text, reference) => {
          const order = { ...stuck('1'), reference, problem: problem('rejected', text) };
          const told = announcementOf({ ...nothing, needAttention: [order] });
          expect([...(told?.title ?? '')].length).toBeLessThanOrEqual(80);
          expect([...(told?.body ?? '')].length).toBeLessThanOrEqual(140);
          expect(`${told?.title}${told?.body}`).not.toMatch(/\p{Cc}/u);
        },
      ),
    );
  });

  it('are cut between words', () => {
    expect(shortened('one two three four', 15)).toBe('one two three…');
    expect(shortened('abcdefghijklmnop', 10)).toBe('abcdefghi…');
    expect(shortened(' as it\n is ', 10)).toBe('as it is');
  });
});
