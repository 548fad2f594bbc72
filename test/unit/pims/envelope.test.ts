import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readEnvelope,
  readLines,
  readOrderNumber,
  readRecord,
  readRecords,
  saysNo,
} from '../../../electron/pims/envelope.ts';
import { parseJson } from '../../../electron/pims/json-text.ts';

describe('readEnvelope', () => {
  it('reads the documented form', () => {
    expect(readEnvelope('{"status":"success","data":"54321","subRecords":null}')).toEqual({
      status: 'success',
      data: '54321',
      subRecords: null,
    });
  });

  it('does without status or data, but not without both', () => {
    expect(readEnvelope('{"data":[]}')).toEqual({ status: '', data: [], subRecords: undefined });
    expect(readEnvelope('{"status":"success"}')).toMatchObject({ status: 'success', data: undefined });
    expect(readEnvelope('{"ok":true}')).toBeNull();
  });

  it.each(['', 'null', '[]', '"x"', '7', '{"status":"success","data":', 'OK', '<html>'])(
    'is not fooled by %s',
    (text) => {
      expect(readEnvelope(text)).toBeNull();
    },
  );
});

describe('saysNo', () => {
  it.each(['error', 'ERROR', 'fail', 'failed', 'Failure', 'rejected'])('%s is a no', (status) => {
    expect(saysNo({ status, data: null, subRecords: null })).toBe(true);
  });
  it.each(['success', 'ok', '', 'warning'])('%s is none', (status) => {
    expect(saysNo({ status, data: null, subRecords: null })).toBe(false);
  });
});

describe('records', () => {
  it('turns every kind of value into text and drops no field', () => {
    const data = { A: 'x', B: 5, C: 6.5, D: true, E: null, F: { G: [1, 'y'] }, my_own: '' };
    expect(readRecord(data, 'ORDERS')).toEqual({
      A: 'x',
      B: '5',
      C: '6.5',
      D: 'true',
      E: '',
      F: '{"G":[1,"y"]}',
      my_own: '',
    });
  });

  it('keeps a field named __proto__ as a field', () => {
    const record = readRecord(JSON.parse('{"__proto__":"x","A":"y"}'), 'ORDERS');
    expect(Object.entries(record ?? {})).toEqual([
      ['__proto__', 'x'],
      ['A', 'y'],
    ]);
  });

  it('reads one record from a list of one, or from its table', () => {
    expect(readRecord([{ A: '1' }], 'ORDERS')).toEqual({ A: '1' });
    expect(readRecord({ ORDER_LINEITEMS: { A: '1' } }, 'ORDER_LINEITEMS')).toEqual({ A: '1' });
  });

  it.each([null, undefined, '', 'x', 7, [], {}, [{ A: '1' }, { A: '2' }]])(
    'finds no single record in %j',
    (data) => {
      expect(readRecord(data, 'ORDERS')).toBeNull();
    },
  );

  it('reads lists of records leniently', () => {
    expect(readRecords([{ A: '1' }, { ORDERS: { A: 2 } }])).toEqual([{ A: '1' }, { A: '2' }]);
    expect(readRecords({ A: '1' })).toEqual([{ A: '1' }]);
    for (const nothing of [null, undefined, '', [], {}, [{}]]) expect(readRecords(nothing)).toEqual([]);
    for (const other of ['text', 7, ['text'], [null]]) expect(readRecords(other)).toBeNull();
  });

  it('reads lines in their wrapping, and none where there are none', () => {
    const line = { LINE_NUMBER: '1', QUANTITY: 5 };
    const read = { LINE_NUMBER: '1', QUANTITY: '5' };
    expect(readLines([{ ORDER_LINEITEMS: line }, { ORDER_LINEITEMS: line }])).toEqual([read, read]);
    expect(readLines([{ ORDER_LINEITEMS: [line, line] }])).toEqual([read, read]);
    expect(readLines({ ORDER_LINEITEMS: [line] })).toEqual([read]);
    expect(readLines([line])).toEqual([read]);
    expect(readLines([{ ORDER_SERIALS: { SERIAL: 'x' } }])).toEqual([]);
    for (const nothing of [null, undefined, '', [], {}, 'x', [null, 'x']])
      expect(readLines(nothing)).toEqual([]);
  });

  it.each([
    ['54321', '54321'],
    [54321, '54321'],
    [' 54321 ', '54321'],
    [{ ORDER_NUMBER: '54321' }, '54321'],
    ['W-7', 'W-7'],
  ])('reads the order number in %j', (data, orderNumber) => {
    expect(readOrderNumber(data)).toBe(orderNumber);
  });

  it.each([null, undefined, '', '  ', true, {}, [], 'x'.repeat(65)])(
    'finds no order number in %j',
    (data) => {
      expect(readOrderNumber(data)).toBeNull();
    },
  );
});

describe('parseJson', () => {
  it('keeps the digits of numbers that JavaScript would change', () => {
    const text =
      '{"n":12345678901234567890,"price":6.10,"e":1E5,"small":7,"text":"6.10 \\" 12345678901234567890","l":[1.0,-2.50]}';
    expect(parseJson(text)).toEqual({
      ok: true,
      value: {
        n: '12345678901234567890',
        price: '6.10',
        e: '1E5',
        small: 7,
        text: '6.10 " 12345678901234567890',
        l: ['1.0', '-2.50'],
      },
    });
  });

  it('otherwise agrees with JSON.parse', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(textual(read(JSON.stringify(value)))).toEqual(textual(plain));
      }),
    );
  });

  it.each(['', '{', '{"a":01}', '[1,]', 'undefined', '{"a":1e}'])('refuses %s', (text) => {
    expect(parseJson(text)).toEqual({ ok: false });
  });
});

function read(text: string): unknown {
  const reading = parseJson(text);
  return reading.ok ? reading.value : new Error('not read');
}

/** Numbers and the text of numbers as one. */
function textual(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(textual);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([key, inner]) => [key, textual(inner)]);
  }
  return String(
    typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value,
  );
}
