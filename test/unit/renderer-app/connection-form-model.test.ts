import { describe, expect, it } from 'vitest';
import {
  checkValues,
  fieldOf,
  linesInFlightWarning,
  sendingWords,
  sendsAsUsual,
  settleWarning,
  toInput,
  toTestInput,
  valuesOf,
} from '../../../renderer/settings/connection-form-model.ts';
import { type Connection, usualSending } from '../../../shared/connections/connection.ts';
import type { ConnectionId } from '../../../shared/ids.ts';

const kept: Connection = {
  id: 'c1' as ConnectionId,
  name: 'Warehouse',
  baseUrl: 'https://pims.example.com',
  teamId: 'T-1',
  apiId: 'A-1',
  kind: 'live',
  secret: 'keychain',
  chosen: true,
  ...usualSending,
  pausedAt: null,
};

describe('the connection form', () => {
  it('begins with what is kept, and never with a secret', () => {
    expect(valuesOf(kept)).toEqual({
      name: 'Warehouse',
      baseUrl: 'https://pims.example.com',
      teamId: 'T-1',
      apiId: 'A-1',
      secret: '',
      kind: 'live',
      referenceField: 'REFERENCE_NUMBER',
      linesInFlight: '1',
      settleSeconds: '60',
    });
    expect(valuesOf(null).kind).toBe('test');
  });

  it('names everything that is missing at once', () => {
    const errors = checkValues(valuesOf(null), null, 'save');
    expect(Object.keys(errors).sort()).toEqual(['apiId', 'baseUrl', 'name', 'secret', 'teamId']);
  });

  it('can be tested before it has a name', () => {
    const values = { ...valuesOf(kept), name: ' ', secret: 's' };
    expect(checkValues(values, null, 'test')).toEqual({});
    expect(toTestInput(values, null).name).toBe('https://pims.example.com');
  });

  it('asks for the secret only where none is kept', () => {
    expect(checkValues(valuesOf(kept), kept, 'save')).toEqual({});
    expect(checkValues(valuesOf(kept), { ...kept, secret: 'missing' }, 'save')).toHaveProperty('secret');
  });

  it('sends no secret field when it was left empty', () => {
    expect(toInput(valuesOf(kept), kept)).not.toHaveProperty('secret');
    expect(toInput({ ...valuesOf(kept), secret: 'new' }, kept)).toMatchObject({ id: 'c1', secret: 'new' });
  });

  it('names what is wrong in how it sends, when it is saved and not when it is tested', () => {
    const values = {
      ...valuesOf(kept),
      referenceField: 'order number',
      linesInFlight: '9',
      settleSeconds: '4',
    };
    expect(checkValues(values, kept, 'save')).toEqual({
      referenceField: expect.stringContaining('ORDER_NUMBER has another use'),
      linesInFlight: 'Enter a number from 1 to 8.',
      settleSeconds: 'Enter a number from 5 to 900.',
    });
    expect(checkValues(values, kept, 'test')).toEqual({});
    expect(toTestInput(values, kept)).not.toHaveProperty('settleSeconds');
    expect(checkValues({ ...values, linesInFlight: '1.5' }, kept, 'save')).toHaveProperty('linesInFlight');
  });

  it('hands over how it sends as numbers and as PIMS spells the field', () => {
    const values = {
      ...valuesOf(kept),
      referenceField: ' po number',
      linesInFlight: ' 4',
      settleSeconds: '90',
    };
    expect(checkValues(values, kept, 'save')).toEqual({});
    const sending = { referenceField: 'PO_NUMBER', linesInFlight: 4, settleSeconds: 90 };
    expect(toInput(values, kept)).toMatchObject(sending);
    expect(sendsAsUsual(sending)).toBe(false);
    expect(sendsAsUsual(kept)).toBe(true);
    expect(sendingWords(sending)).toBe('Reference in PO_NUMBER, 4 lines at once, settle time 90 s');
  });

  it('warns of what may come of several lines at once and of a short settle time, and only of those', () => {
    expect(linesInFlightWarning('2')).toContain('not promised');
    expect(linesInFlightWarning('1')).toBeNull();
    expect(settleWarning('59')).toContain('twice');
    expect(settleWarning('60')).toBeNull();
    expect([linesInFlightWarning('x'), settleWarning('4')]).toEqual([null, null]);
  });

  it('finds the field that an answer is about', () => {
    expect(fieldOf({ field: 'baseUrl' })).toBe('baseUrl');
    expect(fieldOf({ field: 'connection.name' })).toBe('name');
    expect(fieldOf({ field: 'somethingElse' })).toBeUndefined();
    expect(fieldOf({})).toBeUndefined();
  });
});
