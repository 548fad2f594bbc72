import { describe, expect, it } from 'vitest';
import {
  type ClosingCause,
  closingQuestion,
  waitingWords,
  whatClosingDoes,
} from '../../../electron/services/closing.ts';
import { openWork } from '../../../electron/services/open-work.ts';
import type { SubmissionState } from '../../../shared/outbox/submission.ts';
import type { WhenClosing } from '../../../shared/preferences/preferences.ts';
import { aSubmission } from '../shared/a-submission.ts';

const work = (...states: SubmissionState[]) =>
  openWork(states.map((state, index) => aSubmission({ id: `s${index}`, state })));

describe('what closing does', () => {
  it.each<[ClosingCause, number, WhenClosing, boolean, ReturnType<typeof whatClosingDoes>]>([
    ['window-closed', 0, 'ask', false, 'quit'],
    ['window-closed', 0, 'background', false, 'quit'],
    ['window-closed', 0, 'quit', false, 'quit'],
    ['window-closed', 0, 'ask', true, 'stay-in-background'],
    ['window-closed', 0, 'background', true, 'stay-in-background'],
    ['window-closed', 0, 'quit', true, 'stay-in-background'],
    ['window-closed', 3, 'ask', false, 'ask'],
    ['window-closed', 3, 'background', false, 'stay-in-background'],
    ['window-closed', 3, 'quit', false, 'quit'],
    ['window-closed', 3, 'ask', true, 'stay-in-background'],
    ['window-closed', 3, 'background', true, 'stay-in-background'],
    ['window-closed', 3, 'quit', true, 'stay-in-background'],
    ['quit', 0, 'ask', false, 'quit'],
    ['quit', 0, 'background', false, 'quit'],
    ['quit', 0, 'quit', false, 'quit'],
    ['quit', 0, 'ask', true, 'quit'],
    ['quit', 0, 'background', true, 'quit'],
    ['quit', 0, 'quit', true, 'quit'],
    ['quit', 3, 'ask', false, 'ask'],
    ['quit', 3, 'background', false, 'ask'],
    ['quit', 3, 'quit', false, 'quit'],
    ['quit', 3, 'ask', true, 'ask'],
    ['quit', 3, 'background', true, 'ask'],
    ['quit', 3, 'quit', true, 'quit'],
  ])(
    'after %s with %i waiting, %s, always in the tray: %s → %s',
    (cause, waiting, whenClosing, keepInTray, step) => {
      expect(whatClosingDoes({ cause, work: { waiting }, preferences: { whenClosing, keepInTray } })).toBe(
        step,
      );
    },
  );
});

describe('what is open', () => {
  it('counts what goes on by itself, and apart from it what needs a person', () => {
    const states: SubmissionState[] = ['queued', 'sending', 'checking', 'accepted', 'waiting', 'held'];
    expect(work(...states, 'paused', 'needs-attention', 'calling-off', 'sent', 'withdrawn')).toEqual({
      waiting: 6,
      beingSent: 2,
      held: 1,
      paused: 1,
      needsAttention: 1,
      connections: [{ name: 'Warehouse', waiting: 6 }],
    });
  });

  it('counts by connection, the one with most first', () => {
    const named = (id: string, connectionName: string) => aSubmission({ id, connectionName });
    const { connections } = openWork([named('1', 'A'), named('2', 'B'), named('3', 'B')]);
    expect(connections).toEqual([
      { name: 'B', waiting: 2 },
      { name: 'A', waiting: 1 },
    ]);
  });
});

describe('the question', () => {
  const to = (...counts: number[]) => ({
    waiting: counts.reduce((sum, count) => sum + count, 0),
    connections: counts.map((waiting, index) => ({ name: `C${index + 1}`, waiting })),
  });

  it.each([
    [to(1), '1 order waits for C1.'],
    [to(3), '3 orders wait for C1.'],
    [to(2, 1), '3 orders wait: 2 for C1, 1 for C2.'],
    [to(3, 2, 1), '6 orders wait: 3 for C1, 2 for C2, 1 for C3.'],
    [to(4, 3, 2, 1), '10 orders wait: 4 for C1, 3 for C2, 3 for 2 other connections.'],
  ])('says how many wait, and for which connection', (given, words) => {
    expect(waitingWords(given)).toBe(words);
  });

  it('says what is being sent and what needs attention', () => {
    const { detail } = closingQuestion(work('sending', 'queued', 'paused', 'needs-attention'), {
      whenClosing: 'ask',
      isHidden: false,
    });
    expect(detail).toContain(
      '1 of them is being sent right now. 1 more order is paused. 1 more order needs your attention.',
    );
    expect(closingQuestion(work('queued'), { whenClosing: 'ask', isHidden: false }).detail).not.toMatch(
      /right now|paused|attention/,
    );
  });

  it.each<[SubmissionState[], string]>([
    [['held'], 'It is held: the outbox says what it needs from you.'],
    [['held', 'held'], 'They are held: the outbox says what they need from you.'],
    [['queued', 'held'], '1 of them is held:'],
    [['queued', 'held', 'held'], '2 of them are held:'],
  ])('says of %j that neither way gets on what is held', (states, words) => {
    expect(closingQuestion(work(...states), { whenClosing: 'ask', isHidden: false }).detail).toContain(words);
  });

  it.each([
    ['ask', false, ['background', 'quit', 'cancel'], true],
    ['background', false, ['background', 'quit', 'cancel'], false],
    ['ask', true, ['quit', 'background'], false],
  ] as const)(
    'with %s and the window hidden: %s it offers %j',
    (whenClosing, isHidden, choices, remembers) => {
      const question = closingQuestion(work('queued', 'queued'), { whenClosing, isHidden });
      expect(question.choices.map(({ choice }) => choice)).toEqual(choices);
      expect(question.rememberLabel !== undefined).toBe(remembers);
    },
  );
});
