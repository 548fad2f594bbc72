import { describe, expect, it } from 'vitest';
import { type JournalPart, journalParts } from '../../../renderer/outbox/journal/journal-parts.ts';
import type { JournalEntry } from '../../../shared/outbox/submission.ts';
import { anEntry } from '../shared/a-submission.ts';

const dayOf = (iso: string): string => iso.slice(0, 10);
const today = '2026-11-25';
const partsOf = (entries: readonly JournalEntry[]): JournalPart[] => journalParts(entries, today, dayOf);
const lines = (first: number, last: number): JournalEntry[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((ordinal) => [
    anEntry('intended', ordinal),
    anEntry('done', ordinal),
  ]);
const shown = (part: JournalPart): string => {
  switch (part.kind) {
    case 'run':
      return part.text;
    case 'day':
      return dayOf(part.at);
    case 'entry':
      return `${part.entry.kind} ${part.entry.step?.ordinal ?? ''}`.trim();
  }
};

describe('journalParts', () => {
  it('tells a long run of lines in one, and what is not plain in full', () => {
    const entries = [
      anEntry('queued', null),
      ...lines(0, 0),
      ...lines(1, 400),
      anEntry('intended', 401),
      anEntry('unknown', 401),
      anEntry('adopted', 401),
      ...lines(402, 1000),
      anEntry('sent', null),
    ];
    const parts = partsOf(entries);
    expect(parts.map(shown)).toEqual([
      'queued',
      'intended 0',
      'done 0',
      'Lines 1–400 are in PIMS.',
      'intended 401',
      'unknown 401',
      'adopted 401',
      'Lines 402–1000 are in PIMS.',
      'sent',
    ]);
    expect(parts[3]).toMatchObject({ entries: lines(1, 400) });
  });

  it('leaves a short run as it is', () => {
    expect(partsOf(lines(1, 9))).toHaveLength(18);
    expect(partsOf(lines(1, 10)).map(shown)).toEqual(['Lines 1–10 are in PIMS.']);
  });

  it('never counts a step under way as there', () => {
    const entries = [...lines(1, 12), anEntry('intended', 13), anEntry('intended', 14)];
    expect(partsOf(entries).map(shown)).toEqual(['Lines 1–12 are in PIMS.', 'intended 13', 'intended 14']);
  });

  it('counts lines that went out of their order, and changes', () => {
    const gaps = [...lines(1, 10), ...lines(15, 20)];
    expect(partsOf(gaps).map(shown)).toEqual(['16 lines are in PIMS.']);
    const changes = [-2, -1].flatMap((ordinal) => [anEntry('intended', ordinal), anEntry('done', ordinal)]);
    expect(partsOf([...changes, ...lines(1, 8)]).map(shown)).toEqual([
      '2 changes and lines 1–8 are in PIMS.',
    ]);
  });

  it('loses no entry and shows each once, whatever happened', () => {
    const entries = [...lines(1, 30), anEntry('unknown', 31), ...lines(32, 40), anEntry('intended', 41)];
    const all = partsOf(entries).flatMap((part) => {
      if (part.kind === 'run') return part.entries;
      return part.kind === 'entry' ? [part.entry] : [];
    });
    expect(new Set(all)).toEqual(new Set(entries));
    expect(all).toHaveLength(entries.length);
    const keys = partsOf(entries).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('shows the day where it changes, and where it is not today', () => {
    const next = anEntry('sent', null, '2026-11-26T00:00:01.000Z');
    expect(partsOf([anEntry('queued', null)]).map(shown)).toEqual(['queued']);
    expect(partsOf([next]).map(shown)).toEqual(['2026-11-26', 'sent']);
    expect(partsOf([anEntry('queued', null), anEntry('paused', null), next]).map(shown)).toEqual([
      '2026-11-25',
      'queued',
      'paused',
      '2026-11-26',
      'sent',
    ]);
  });
});
