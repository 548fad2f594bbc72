import { describe, expect, it } from 'vitest';
import { withTyped } from '../../../shared/outbox/field-choice.ts';

describe('withTyped', () => {
  it('keeps what was typed at first and puts what was typed since in its place', () => {
    const fields = { QUANTITY: '8', DESCRIPTION: 'Screen', DISCOUNT: '5' };
    expect(
      withTyped(fields, {
        QUANTITY: { kind: 'other', value: ' 9 ' },
        DESCRIPTION: { kind: 'theirs' },
        DISCOUNT: { kind: 'mine' },
      }),
    ).toEqual({ QUANTITY: '9', DESCRIPTION: 'Screen', DISCOUNT: '5' });
  });

  it('takes no blank for a value', () => {
    expect(withTyped({ QUANTITY: '8' }, { QUANTITY: { kind: 'other', value: ' ' } })).toEqual({
      QUANTITY: '8',
    });
  });
});
