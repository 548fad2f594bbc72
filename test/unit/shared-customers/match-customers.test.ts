import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  matchCustomer,
  orderCustomers,
  readTypedCustomer,
} from '../../../shared/customers/match-customers.ts';
import { customer } from './customers.ts';

const acme = customer('M-1000', {
  CUSTOMER_NAME: 'Acme Repair, Café',
  BNAME: 'Acme Billing',
  SNAME: 'Dock 4',
  BEMAIL: 'acme.repair@example.com',
  BCITY: 'Bloomington',
  BPHONE: '(812) 555-0100',
});

describe('what was typed', () => {
  it.each([
    ['m-1000', 'code'],
    [' acme billing ', 'same'],
    ['ACME.REPAIR@EXAMPLE.COM', 'same'],
    ['m-10', 'code-start'],
    ['rep acme', 'words'],
    ['cafe', 'words'],
    ['acme bloom', 'words'],
    ['acme.rep', 'words'],
    ['dock', 'words'],
    ['812-555-0100', 'words'],
    ['+1 812 5550100', 'words'],
    ['555-0100', 'words'],
    ['812 555', 'words'],
    ['1000', 'words'],
    ['000', 'code-middle'],
    ['812-555-0199', null],
    ['acme portland', null],
    ['cme', null],
    ['- -', null],
    ['', null],
  ] as const)('%j is found by %s', (typed, expected) => {
    expect(matchCustomer(readTypedCustomer(typed), acme)).toBe(expected);
  });
});

describe('completions', () => {
  it('show every customer of a name, by code', () => {
    const name = { CUSTOMER_NAME: 'Jo Smith' };
    const all = [
      customer('C-3', name),
      customer('C-1', { CUSTOMER_NAME: 'Jo Smithers' }),
      customer('C-2', name),
      customer('X', { CUSTOMER_NAME: 'Nobody' }),
      customer('jo smith'),
    ];
    const codes = orderCustomers('Jo Smith', all, 10).map(({ code }) => code);
    expect(codes).toEqual(['jo smith', 'C-2', 'C-3', 'C-1']);
    expect(orderCustomers('Jo Smith', all, 1).map(({ code }) => code)).toEqual(['jo smith']);
  });

  it('are the same whatever the order of the customers', () => {
    const word = fc.stringMatching(/^[a-c1]{1,3}$/);
    const some = fc.uniqueArray(fc.record({ code: word, name: word }), { selector: ({ code }) => code });
    fc.assert(
      fc.property(some, word, (records, typed) => {
        const all = records.map(({ code, name }) => customer(code, { CUSTOMER_NAME: name }));
        expect(orderCustomers(typed, [...all].reverse(), 5)).toEqual(orderCustomers(typed, all, 5));
      }),
    );
  });
});
