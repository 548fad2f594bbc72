import { describe, expect, it } from 'vitest';
import {
  copyBannerWords,
  copyChoices,
  copyFindings,
  copyNotYet,
} from '../../../renderer/outbox/copy/copy-words.ts';
import { copyReasons, copyWords, type FolderCopy } from '../../../shared/outbox/folder-copy.ts';

const copy: FolderCopy = {
  why: 'restored',
  noticedAt: '2026-11-25T10:00:00.000Z',
  checking: 0,
  held: 3,
  foundSent: 1,
};

describe('a copied data folder', () => {
  it('says for each reason another sentence', () => {
    expect(new Set(copyReasons.map(copyWords)).size).toBe(copyReasons.length);
    expect(new Set(copyReasons.map(copyBannerWords)).size).toBe(copyReasons.length);
  });

  it('speaks of another one only where there may be one', () => {
    const words = (why: FolderCopy['why']) => JSON.stringify(copyChoices({ ...copy, why }));
    expect(words('other-machine')).toContain('The other one sends them');
    expect(words('restored')).not.toContain('the other one');
    expect(copyChoices(copy).takeBack?.label).toBe('Take them back to drafts');
  });

  it.each(copyReasons)('with nothing waiting it only goes on, unasked: %s', (why) => {
    const { goOn, question, takeBack } = copyChoices({ ...copy, why, held: 0 });
    expect(goOn.says).toContain('No order waits');
    expect({ question, takeBack }).toEqual({ question: null, takeBack: null });
    expect(copyChoices({ ...copy, why, held: 0, checking: 1 }).takeBack).not.toBeNull();
  });

  it('says how far the looking is, and leaves out what is none', () => {
    expect(copyFindings(copy)).toEqual([
      '3 orders held',
      '1 order found to be in PIMS already, and not sent again',
    ]);
    expect(copyFindings({ ...copy, checking: 2, held: 0, foundSent: 0 })).toEqual([
      '2 orders still being looked for in PIMS',
    ]);
  });

  it('can be decided once everything was looked for, and says offline that PIMS has to be reached', () => {
    expect(copyNotYet(copy, 'unreachable')).toBe('');
    expect(copyNotYet({ ...copy, checking: 1 }, 'reachable')).toContain(
      'in a moment: what PIMS has of the order',
    );
    expect(copyNotYet({ ...copy, checking: 2 }, 'unreachable')).toContain('PIMS can’t be reached now');
  });
});
