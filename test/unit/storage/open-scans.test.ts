import { describe, expect, it } from 'vitest';
import { createDraftRepository } from '../../../electron/storage/drafts/drafts.ts';
import { createOpenScanRepository } from '../../../electron/storage/drafts/open-scans.ts';
import { draftIdSchema } from '../../../shared/ids.ts';
import type { OpenScan } from '../../../shared/scanning/open-scan.ts';
import { blankDraft, openTestDatabase, someTime } from './open-test-database.ts';

const id = draftIdSchema.parse('draft');
const scan = (code: string, change: Partial<OpenScan> = {}): OpenScan => ({
  ...{ code, times: 1, problem: 'Nobody knows it.', parts: [] },
  ...change,
});

function makeDraft() {
  const { db, connectionId } = openTestDatabase();
  const drafts = createDraftRepository(db);
  drafts.create(id, connectionId, someTime, blankDraft);
  return { drafts, scans: createOpenScanRepository(db), connectionId };
}

describe('scanned codes to resolve', () => {
  it('are kept in the order of their first scans, separators and all', () => {
    const { scans } = makeDraft();
    const part = {
      code: 'A',
      description: null,
      barcode: '9',
      onHand: null,
      available: '1',
      readAt: someTime,
    };
    scans.keep(id, scan('[)>\u001e06\u001d1PX\u0004'));
    scans.keep(id, scan('9', { parts: [part] }));
    scans.keep(id, scan('[)>\u001e06\u001d1PX\u0004', { times: 3 }));
    expect(scans.list(id)).toEqual([
      scan('[)>\u001e06\u001d1PX\u0004', { times: 3 }),
      scan('9', { parts: [part] }),
    ]);
    scans.drop(id, '9');
    scans.drop(id, 'none');
    expect(scans.list(id)).toHaveLength(1);
  });

  it('make a draft one that holds something, until they are resolved', () => {
    const { drafts, scans, connectionId } = makeDraft();
    expect(drafts.list(connectionId)).toEqual([]);
    scans.keep(id, scan('9'));
    expect(drafts.list(connectionId)).toMatchObject([{ id, lineCount: 0 }]);
    expect(drafts.findEmpty(connectionId)).toBeUndefined();
    scans.drop(id, '9');
    expect(drafts.list(connectionId)).toEqual([]);
  });

  it('stay while a removal can be taken back, and go with the draft for good', () => {
    const { drafts, scans } = makeDraft();
    scans.keep(id, scan('9'));
    drafts.remove(id, someTime);
    expect(scans.list(id)).toHaveLength(1);
    drafts.purgeRemoved('9999');
    expect(scans.list(id)).toEqual([]);
    expect(() => scans.keep(id, scan('9'))).toThrow('not on this machine');
  });
});
