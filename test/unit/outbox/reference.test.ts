import { describe, expect, it } from 'vitest';
import { deskMark, newReference } from '../../../electron/outbox/submitting/reference.ts';
import { createSettingsRepository } from '../../../electron/storage/settings.ts';
import { openTestDatabase } from '../storage/open-test-database.ts';

describe('a reference', () => {
  it('is short, and has no letters that look or sound alike', () => {
    for (let number = 0; number < 500; number += 1) {
      expect(newReference('K7', () => false)).toMatch(/^K7-[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}$/);
    }
  });

  it('is drawn again when it is taken', () => {
    const asked: string[] = [];
    const reference = newReference('K7', (one) => asked.push(one) < 4);
    expect(asked).toHaveLength(4);
    expect(reference).toBe(asked[3]);
    expect(new Set(asked).size).toBe(4);
  });
});

describe('the mark of a desk', () => {
  it('is drawn once for a data folder', () => {
    const settings = createSettingsRepository(openTestDatabase().db);
    const mark = deskMark(settings);
    expect(mark).toMatch(/^[2-9A-HJKMNP-TW-Z]{2}$/);
    expect(deskMark(settings)).toBe(mark);
  });

  it('differs between data folders', () => {
    const marks = Array.from({ length: 12 }, () => deskMark(createSettingsRepository(openTestDatabase().db)));
    expect(new Set(marks).size).toBeGreaterThan(6);
  });
});
