import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../../electron/practice-server/endpoints/routes.ts';
import { PimsRejection } from '../../../electron/practice-server/rejection.ts';
import { makeSampleData } from '../../../electron/practice-server/sample-data/sample-data.ts';
import { PracticeState } from '../../../electron/practice-server/state/practice-state.ts';

const state = new PracticeState(
  makeSampleData({ seed: 1, today: '2026-06-15', size: { orders: 30, customers: 5, parts: 20 } }),
);

/** Bodies that look like real ones in places, so that they get past the first check. */
const body = fc.oneof(
  fc.anything(),
  fc.dictionary(
    fc.constantFrom('ORDER_NUMBER', 'QUANTITY', 'PART_CODE', 'BNAME', 'FUNCTION', 'x'),
    fc.anything(),
  ),
  fc.record(
    {
      ORDER_NUMBER: fc.constantFrom('54321', '1', 54321),
      LINE_REF_LOCK_CODE: fc.constantFrom('ABC123XYZ', '', null),
      PART_CODE: fc.constantFrom('MDVQ4LL/A', '', 'x'),
      QUANTITY: fc.oneof(fc.string(), fc.double(), fc.integer()),
      UNIT_PRICE: fc.oneof(fc.string(), fc.double()),
      DISCOUNT: fc.string(),
      DESCRIPTION: fc.string(),
      CUSTOMER_CODE: fc.string(),
    },
    { requiredKeys: [] },
  ),
  fc.array(
    fc.record(
      {
        field: fc.oneof(
          fc.constantFrom('ORDER_NUMBER', 'PART_CODE', 'CUSTOMER_CODE', '__proto__'),
          fc.string(),
        ),
        value: fc.anything(),
        contains: fc.oneof(fc.boolean(), fc.anything()),
        conjunction: fc.constantFrom('AND', 'OR', 'X', undefined),
      },
      { requiredKeys: [] },
    ),
  ),
);

describe('every endpoint', () => {
  it.each(ROUTES.map((route) => [`${route.method} ${route.endpoint}`, route] as const))(
    '%s answers or refuses in words, whatever it is sent',
    (_name, route) => {
      fc.assert(
        fc.property(body, fc.option(fc.string(), { nil: undefined }), (sent, parameter) => {
          try {
            const answer = route.answer({
              query: () => parameter,
              body: sent,
              state,
              today: '06/15/2026',
              lockCodesShown: true,
              lockCodesChange: true,
            });
            expect(answer.body).toBeTypeOf('object');
            const changed = answer.change?.fields ?? {};
            expect(Object.values(changed).every((value) => typeof value === 'string')).toBe(true);
          } catch (error) {
            if (!(error instanceof PimsRejection)) throw error;
            expect(error.message.length).toBeLessThan(300);
          }
        }),
        { numRuns: 300 },
      );
    },
  );
});
