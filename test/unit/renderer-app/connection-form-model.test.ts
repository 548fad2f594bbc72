import { describe, expect, it } from 'vitest';
import { checkValues, fieldOf, toInput, valuesOf } from '../../../renderer/settings/connection-form-model.ts';
import type { Connection } from '../../../shared/connections/connection.ts';
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
    expect(toInput(values, null).name).toBe('https://pims.example.com');
  });

  it('asks for the secret only where none is kept', () => {
    expect(checkValues(valuesOf(kept), kept, 'save')).toEqual({});
    expect(checkValues(valuesOf(kept), { ...kept, secret: 'missing' }, 'save')).toHaveProperty('secret');
  });

  it('sends no secret field when it was left empty', () => {
    expect(toInput(valuesOf(kept), kept)).not.toHaveProperty('secret');
    expect(toInput({ ...valuesOf(kept), secret: 'new' }, kept)).toMatchObject({ id: 'c1', secret: 'new' });
  });

  it('finds the field that an answer is about', () => {
    expect(fieldOf({ field: 'baseUrl' })).toBe('baseUrl');
    expect(fieldOf({ field: 'connection.name' })).toBe('name');
    expect(fieldOf({ field: 'somethingElse' })).toBeUndefined();
    expect(fieldOf({})).toBeUndefined();
  });
});
