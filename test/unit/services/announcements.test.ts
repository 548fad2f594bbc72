import { describe, expect, it } from 'vitest';
import { createLog } from '../../../electron/log.ts';
import type { Announcement } from '../../../electron/services/announcement-words.ts';
import { createAnnouncements } from '../../../electron/services/announcements.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';
import { aSubmission, type SubmissionParts } from '../shared/a-submission.ts';
import { manualClock } from './manual-clock.ts';

const aWhile = 60_000;

function setting() {
  const submissions = new Map<string, Submission>();
  const announced: Announcement[] = [];
  const clock = manualClock();
  const person = { sees: false, wants: true };
  const announcements = createAnnouncements({
    list: async () => [...submissions.values()],
    isSeen: () => person.sees,
    areWanted: async () => person.wants,
    announce: (announcement) => announced.push(announcement),
    clock,
    log: createLog(() => undefined),
  });
  const become = (given: SubmissionParts & { id: string }) => {
    const submission = aSubmission(given);
    submissions.set(given.id, submission);
    announcements.changed(submission.id);
  };
  const titles = () => announced.map(({ title }) => title);
  return { announcements, announced, titles, become, clock, person };
}

describe('announcements', () => {
  it('tell of an order that is through, and of one that needs attention', async () => {
    const { titles, become, clock } = setting();
    become({ id: '1', state: 'sent', orderNumber: '54321' });
    await clock.advance(aWhile);
    become({ id: '2', state: 'needs-attention' });
    await clock.advance(aWhile);
    expect(titles()).toEqual(['Order 54321 is in PIMS (R-1)', 'Order R-2 needs attention']);
  });

  it('are one for what happens together', async () => {
    const { titles, become, clock } = setting();
    for (const id of ['1', '2', '3']) {
      become({ id, state: 'sent', orderNumber: `100${id}` });
      await clock.advance(300);
    }
    await clock.advance(aWhile);
    expect(titles()).toEqual(['3 orders are in PIMS']);
  });

  it('are few while a long queue empties, and the last one tells the rest', async () => {
    const { announced, become, clock } = setting();
    for (let order = 0; order < 60; order += 1) {
      become({ id: String(order), state: 'sent', orderNumber: `${1000 + order}` });
      await clock.advance(1_000);
    }
    await clock.advance(aWhile);
    expect(announced.length).toBeLessThanOrEqual(5);
    const told = announced.map(({ title }) => Number(/^\d+/.exec(title)?.[0] ?? 1));
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(60);
  });

  it('never repeat themselves', async () => {
    const { titles, become, clock } = setting();
    for (let time = 0; time < 3; time += 1) {
      become({ id: '1', state: 'sent', orderNumber: '54321' });
      become({ id: '2', state: 'needs-attention' });
      await clock.advance(aWhile);
    }
    expect(titles()).toEqual(['1 order is in PIMS, 1 order needs attention']);
  });

  it('tell again of what a person sent again and PIMS refused again', async () => {
    const { titles, become, clock } = setting();
    for (const state of ['needs-attention', 'sending', 'needs-attention'] as const) {
      become({ id: '1', state });
      await clock.advance(aWhile);
    }
    expect(titles()).toEqual(['Order R-1 needs attention', 'Order R-1 needs attention']);
  });

  it('leave out what happened while the window was seen, also afterwards', async () => {
    const { titles, become, clock, person } = setting();
    person.sees = true;
    become({ id: '1', state: 'sent', orderNumber: '1' });
    person.sees = false;
    become({ id: '2', state: 'sent', orderNumber: '2' });
    await clock.advance(aWhile);
    become({ id: '1', state: 'sent', orderNumber: '1' });
    await clock.advance(aWhile);
    expect(titles()).toEqual(['Order 2 is in PIMS (R-2)']);
  });

  it.each([
    ['comes back to the window first', { sees: true, wants: true }],
    ['wants none', { sees: false, wants: false }],
  ])('are not made to a person who %s', async (_who, then) => {
    const { announced, become, clock, person } = setting();
    become({ id: '1', state: 'sent', orderNumber: '1' });
    Object.assign(person, then);
    await clock.advance(aWhile);
    Object.assign(person, { sees: false, wants: true });
    await clock.advance(aWhile);
    expect(announced).toEqual([]);
  });

  it('leave out what a person has seen to before they were made', async () => {
    const { titles, become, clock } = setting();
    become({ id: '1', state: 'sent', orderNumber: '1' });
    await clock.advance(3_000);
    become({ id: '2', state: 'needs-attention' });
    await clock.advance(3_000);
    become({ id: '2', state: 'withdrawn' });
    await clock.advance(aWhile);
    expect(titles()).toEqual(['Order 1 is in PIMS (R-1)']);
  });

  it('say nothing of steps, waits and what was taken back', async () => {
    const { announced, become, clock } = setting();
    for (const state of [
      'queued',
      'sending',
      'checking',
      'accepted',
      'waiting',
      'paused',
      'calling-off',
      'withdrawn',
    ] as const) {
      become({ id: '1', state });
      await clock.advance(aWhile);
    }
    expect(announced).toEqual([]);
  });

  it('tell once of a connection that waits for a person, until PIMS has answered again', async () => {
    const { titles, become, clock } = setting();
    for (const id of ['1', '2']) become({ id, state: 'held' });
    await clock.advance(aWhile);
    become({ id: '1', state: 'queued' });
    become({ id: '1', state: 'held' });
    await clock.advance(aWhile);
    become({ id: '1', state: 'sent', orderNumber: '7' });
    await clock.advance(aWhile);
    become({ id: '2', state: 'held' });
    await clock.advance(aWhile);
    const waits = 'Sending to Warehouse waits for you';
    expect(titles()).toEqual([waits, 'Order 7 is in PIMS (R-1)', waits]);
  });

  it('are not made after the end', async () => {
    const { announcements, announced, become, clock } = setting();
    become({ id: '1', state: 'sent' });
    announcements.close();
    become({ id: '2', state: 'sent' });
    await clock.advance(aWhile);
    expect(announced).toEqual([]);
  });
});
