import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passes, readFilters } from '../../../electron/practice-server/filters.ts';
import { customerSearchQuery } from '../../../electron/services/customer-queries.ts';
import { orderQuerySchema } from '../../../shared/pims/filters.ts';

const acme = {
  CUSTOMER_CODE: 'M-1000',
  CUSTOMER_NAME: 'Acme Repair',
  BNAME: 'Acme Billing',
  SNAME: 'Dock Four',
  BEMAIL: 'acme.repair@example.com',
  SEMAIL: 'dock@example.com',
  BPHONE: '(812) 555-0100',
};
const known = new Set(Object.keys(acme));

/** Whether the customer is found, as the practice server reads the filters. */
function finds({ filters }: { readonly filters: unknown }): boolean {
  return passes(acme, readFilters(filters, known));
}

describe('a search', () => {
  it.each([
    ['m-10', true],
    ['repair acme', true],
    ['acme billing', true],
    ['dock four', true],
    ['REPAIR@EXAMPLE', true],
    ['dock@', true],
    ['812-555-0100', true],
    ['+1 812 555 0100', true],
    ['555-0100', true],
    ['812-555-0101', false],
    ['acme portland', false],
    ['dock acme', false],
  ])('for %j finds the customer: %s', (text, isFound) => {
    expect(finds(customerSearchQuery(text, 20))).toBe(isFound);
  });

  it('finds the same when AND binds closer than OR', () => {
    const word = fc.constantFrom('acme', 'repair', 'dock', 'four', 'x', 'm-1000');
    const texts = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(texts, (text) => {
        const { filters } = customerSearchQuery(text, 20);
        const groups: (typeof filters)[] = [];
        for (const [index, filter] of filters.entries()) {
          const last = groups.at(-1);
          if (index > 0 && filter.conjunction === 'AND' && last !== undefined) last.push(filter);
          else groups.push([filter]);
        }
        const byGroups = groups.some((group) => group.every((filter) => finds({ filters: [filter] })));
        expect(finds({ filters })).toBe(byGroups);
      }),
    );
  });

  it('never asks for more than PIMS takes, nor by a field that it may not know, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 200 }), (text, limit) => {
        const query = customerSearchQuery(text, limit);
        expect(orderQuerySchema.safeParse(query).success).toBe(true);
        expect(query.filters.filter(({ field }) => !known.has(field))).toEqual([]);
      }),
    );
  });
});
