import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLines } from '../../../electron/outbox/looking/find-lines.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';

const line = (LINE_NUMBER: string, QUANTITY: string, more = {}) => ({
  LINE_NUMBER,
  PART_CODE: 'APL-1',
  QUANTITY,
  DESCRIPTION: 'Phone',
  ...more,
});

describe('one line of unknown outcome', () => {
  const search = {
    sent: { PART_CODE: 'apl-1', QUANTITY: '5' },
    found: [line('1', '5'), line('2', '5.00')],
    before: [] as readonly string[] | null,
    confirmed: [line('1', '5')],
  };
  const find = ({ sent, ...rest }: Omit<typeof search, 'sent'> & { sent: PimsFields }) => {
    const step = { request: sent, dismissed: [] };
    return findLines({ steps: [step], ...rest }).get(step);
  };

  it('has arrived when one line that nobody accounts for is what was sent', () => {
    expect(find(search)).toMatchObject({ kind: 'arrived', answer: { line: { LINE_NUMBER: '2' } } });
  });

  it('is absent when all lines are accounted for, or are of other parts', () => {
    expect(find({ ...search, before: ['2'] })?.kind).toBe('absent');
    const found = [line('1', '5'), line('3', '5', { PART_CODE: 'B' })];
    expect(find({ ...search, found })?.kind).toBe('absent');
  });

  it.each([
    ['two are what was sent', { found: [...search.found, line('3', '5')] }],
    ['the only one of its part has another quantity', { found: [line('2', '6')] }],
    ['its description is another', { sent: { ...search.sent, DESCRIPTION: 'Case' } }],
    ['nobody knows what was there before', { before: null }],
  ])('is for a person to decide when %s', (_why, change) => {
    expect(find({ ...search, ...change })?.kind).toBe('unsure');
  });

  it('prefers the one whose description was sent', () => {
    const found = [line('2', '5', { DESCRIPTION: 'Case' }), line('3', '5')];
    expect(find({ ...search, found, sent: { ...search.sent, DESCRIPTION: 'Case' } })).toMatchObject({
      kind: 'arrived',
      answer: { line: { LINE_NUMBER: '2' } },
    });
  });

  it('without a part goes by its description', () => {
    const free = { DESCRIPTION: 'Labour', QUANTITY: '1' };
    const there = { LINE_NUMBER: '2', PART_CODE: '', ...free };
    expect(find({ ...search, sent: free, found: [there] })?.kind).toBe('arrived');
    expect(find({ ...search, sent: free, found: [line('2', '1')] })?.kind).toBe('absent');
  });
});

describe('several lines of unknown outcome', () => {
  const step = (QUANTITY: string, more = {}, dismissed: string[] = []) => ({
    request: { PART_CODE: 'APL-1', QUANTITY, ...more },
    dismissed,
  });
  const kindsOf = (steps: ReturnType<typeof step>[], found: PimsFields[]) => {
    const findings = findLines({ steps, found, before: [], confirmed: [] });
    return steps.map((one) => findings.get(one)?.kind);
  };

  it('that are alike have arrived as often as PIMS has them', () => {
    const twins = [step('5'), step('5')];
    expect(kindsOf(twins, [line('1', '5'), line('2', '5')])).toEqual(['arrived', 'arrived']);
    expect(kindsOf(twins, [line('1', '5')])).toEqual(['arrived', 'absent']);
    expect(
      kindsOf(
        twins,
        ['1', '2', '3'].map((number) => line(number, '5')),
      ),
    ).toEqual(['unsure', 'unsure']);
  });

  it('of which one says more leave it the line that it needs', () => {
    const steps = [step('5'), step('5', { DESCRIPTION: 'Case' })];
    const found = [line('1', '5', { DESCRIPTION: 'Case' }), line('2', '5')];
    expect(kindsOf(steps, found)).toEqual(['arrived', 'arrived']);
  });

  it('leave to another one what a person said is not this one', () => {
    const steps = [step('5', {}, ['1']), step('5')];
    expect(kindsOf(steps, [line('1', '5')])).toEqual(['absent', 'arrived']);
  });

  it('do not take a line of another one for a changed form of themselves', () => {
    expect(kindsOf([step('5'), step('6')], [line('1', '6')])).toEqual(['absent', 'arrived']);
  });

  it('never claim a line twice, one from before, or one that is not what was sent', () => {
    const quantity = fc.integer({ min: 1, max: 3 }).map(String);
    fc.assert(
      fc.property(fc.array(quantity), fc.array(quantity), fc.nat(4), (sent, there, known) => {
        const steps = sent.map((one) => step(one));
        const found = there.map((one, index) => line(String(index + 1), one));
        const before = found.slice(0, known).map(({ LINE_NUMBER }) => LINE_NUMBER);
        const findings = findLines({ steps, found, before, confirmed: [] });
        const claimed = steps.flatMap((one) => {
          const finding = findings.get(one);
          if (finding?.kind !== 'arrived' || finding.answer.kind !== 'add-line') return [];
          expect(finding.answer.line.QUANTITY).toBe(one.request.QUANTITY);
          return [finding.answer.line.LINE_NUMBER ?? ''];
        });
        expect(new Set(claimed).size).toBe(claimed.length);
        expect(claimed.filter((number) => before.includes(number))).toEqual([]);
        expect(findings.size).toBe(steps.length);
      }),
    );
  });
});

describe('the lines of a very long order', () => {
  /** How often a line of PIMS is looked at, while as many lines are looked for in an order of so many. */
  function looksPerLine(count: number): number {
    let looks = 0;
    const watched = (fields: PimsFields): PimsFields =>
      new Proxy(fields, {
        get(target, field, receiver) {
          looks += 1;
          return Reflect.get(target, field, receiver);
        },
      });
    const found = Array.from({ length: count }, (_, at) =>
      watched(line(String(at), '7', { PART_CODE: `APL-${at}` })),
    );
    const steps = Array.from({ length: count }, (_, at) => ({
      request: { PART_CODE: `APL-${at}`, QUANTITY: '5' },
      dismissed: [],
    }));
    const findings = findLines({ steps, found, before: [], confirmed: [] });
    expect([...findings.values()].every(({ kind }) => kind === 'unsure')).toBe(true);
    return looks / count;
  }

  it('are not gone through for each of them', () => {
    expect(looksPerLine(2_000)).toBeLessThan(1.5 * looksPerLine(100));
  });
});
