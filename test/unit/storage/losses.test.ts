import { describe, expect, it } from 'vitest';
import { createDeskFacts } from '../../../electron/storage/data-folder/desk-facts.ts';
import { findLosses } from '../../../electron/storage/data-folder/losses.ts';
import { readLines } from '../../../electron/storage/data-folder/witness-line.ts';
import { createDraftRepository } from '../../../electron/storage/drafts/drafts.ts';
import { draftIdSchema } from '../../../shared/ids.ts';
import { blankDraft, openTestDatabase } from './open-test-database.ts';

const ten = '2026-06-15T10:00:00.000Z';
const eleven = '2026-06-15T11:00:00.000Z';
const about = { reference: 'R', customerCode: 'M', lineCount: 2 };
const draftLine = (n: number, at: string, state = 'open') => ({ n, draft: 'd', at, state, ...about });
const orderLine = (n: number, state: string, orderNumber: string | null = '5') => ({
  n,
  order: 's',
  ofDraft: 'd',
  at: eleven,
  state,
  orderNumber,
  ...about,
});

/** What is lost to a database whose draft `d` was last changed at ten. */
function lossesOf(lines: readonly object[], { told = 0, removedAt = '', hasDraft = true } = {}) {
  const { db, connectionId } = openTestDatabase();
  const drafts = createDraftRepository(db);
  const id = draftIdSchema.parse('d');
  if (hasDraft) drafts.create(id, connectionId, ten, blankDraft);
  if (removedAt !== '') drafts.remove(id, removedAt);
  const witnessed = readLines(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return findLosses(witnessed, createDeskFacts(db), told).map(({ what, fate }) => `${what} ${fate}`);
}

describe('what the witness saw of a draft', () => {
  it('is there, older or lost', () => {
    expect(lossesOf([draftLine(1, ten)])).toEqual([]);
    expect(lossesOf([draftLine(1, eleven)])).toEqual(['draft older']);
    expect(lossesOf([draftLine(1, ten)], { hasDraft: false })).toEqual(['draft lost']);
  });

  it('is not lost when it was removed since, and is when it was taken back and changed since', () => {
    expect(lossesOf([draftLine(1, ten)], { removedAt: eleven })).toEqual([]);
    expect(lossesOf([draftLine(1, eleven, 'removed')], { hasDraft: false })).toEqual([]);
    expect(lossesOf([draftLine(1, '2026-06-15T12:00:00.000Z')], { removedAt: eleven })).toEqual([
      'draft lost',
    ]);
  });

  it('is told once', () => {
    expect(lossesOf([draftLine(4, eleven)], { told: 4 })).toEqual([]);
    expect(lossesOf([draftLine(4, eleven)], { told: 3 })).toEqual(['draft older']);
  });
});

describe('what the witness saw of an order', () => {
  it('is lost when nothing is known of it, unless it went back before anything was in PIMS', () => {
    for (const state of ['queued', 'in-pims', 'sent']) {
      expect(lossesOf([orderLine(1, state)])).toEqual(['order lost']);
    }
    expect(lossesOf([orderLine(1, 'withdrawn', null)])).toEqual([]);
    expect(lossesOf([orderLine(1, 'withdrawn', '5')])).toEqual(['order lost']);
  });

  it('speaks for its draft', () => {
    expect(lossesOf([draftLine(1, eleven, 'sent'), orderLine(2, 'sent')], { hasDraft: false })).toEqual([
      'order lost',
    ]);
  });
});
