import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGs1 } from '../../../shared/scanning/gs1.ts';
import { readScanned } from '../../../shared/scanning/read-scanned.ts';

const GS = '\u001d';
const RS = '\u001e';
const EOT = '\u0004';
const gtin = '00194253715375';

describe('a plain code', () => {
  it.each(['194253715375', 'MDVQ4LL/A', '01', '0112345', '0100194253715376', ' ', ''])(
    '%j stays one',
    (code) => {
      expect(readScanned(code).quantity).toBeNull();
      expect(readScanned(code).problem).toBeNull();
      expect(readScanned(code).codes.join('')).toBe(code.trim());
    },
  );

  it('may be announced by its kind', () => {
    expect(readScanned(']E0194253715375').codes).toEqual(['194253715375', ']E0194253715375']);
  });
});

describe('a GS1 element string', () => {
  it.each([
    [`]C101${gtin}3012`, [gtin], { value: '12', of: 'pieces' }],
    [`01${gtin}`, [gtin], null],
    [`01${gtin}10LOT-7${GS}3024`, [gtin], { value: '24', of: 'pieces' }],
    [`]d2${GS}01${gtin}17261231${GS}21SN1`, [gtin], null],
    [`]C102${gtin}3706`, [gtin], { value: '6', of: 'packs' }],
    [`]C1241OUR-7${GS}3005`, ['OUR-7'], { value: '5', of: 'pieces' }],
    [`]C101${gtin}300`, [gtin], null],
  ])('%j', (code, codes, quantity) => {
    const whole = code.includes(GS) ? [] : [code];
    expect(readScanned(code)).toEqual({ codes: [...codes, ...whole], quantity, problem: null });
  });

  it.each([
    ['a field that is not known', `]C101${gtin}8005123456`],
    ['a field that is too short', ']C1011234'],
    ['letters among digits', `]C101${gtin}30ab`],
    ['a field twice', `]C101${gtin}01${gtin}`],
    ['nothing', ']C1'],
    ['a field without content', `]C101${gtin}10${GS}3012`],
  ])('with %s is not read in part', (_what, code) => {
    expect(readGs1(code)).toBeNull();
    expect(readScanned(code).quantity).toBeNull();
    expect(readScanned(code).codes).toContain(code);
  });

  it('gives back what was put in', () => {
    const text = fc.stringMatching(/^[A-Z0-9-]{1,20}$/);
    const count = fc.integer({ min: 1, max: 99_999_999 }).map(String);
    fc.assert(
      fc.property(text, text, count, (lot, serial, pieces) => {
        const fields = readGs1(`01${gtin}10${lot}${GS}21${serial}${GS}30${pieces}`);
        expect([...(fields ?? [])]).toEqual([
          ['01', gtin],
          ['10', lot],
          ['21', serial],
          ['30', pieces],
        ]);
      }),
    );
  });
});

describe('a supplier’s 2D label', () => {
  const label = (...fields: string[]) => `[)>${RS}06${GS}${fields.join(GS)}${RS}${EOT}`;

  it.each([
    ['ours before theirs', label('PMY-1', '1PTHEIR-1', 'Q25', '10D2612'), ['MY-1', 'THEIR-1'], '25'],
    ['no record separator', `[)>06${GS}1PTHEIR-1${GS}Q0025`, ['THEIR-1'], '25'],
    ['a stray sign and a kind in front', `]d2>[)>06${GS}1PA`, ['A'], null],
    ['no readable quantity', label('1PA', 'Q-'), ['A'], null],
    ['a part twice', label('1PA', '1PB', 'PA'), ['A'], null],
  ])('with %s', (_what, code, codes, value) => {
    const quantity = value === null ? null : { value, of: 'pieces' };
    expect(readScanned(code)).toEqual({ codes, quantity, problem: null });
  });

  it('may hold a GS1 element string', () => {
    const code = `[)>${RS}05${GS}01${gtin}3012${RS}${EOT}`;
    expect(readScanned(code)).toMatchObject({ codes: [gtin], quantity: { value: '12', of: 'pieces' } });
  });

  it.each([
    ['[)>06PMY-11PTHEIR-1Q25', 'group separators'],
    [`[)>${RS}12${GS}1PA`, 'does not read'],
    [label('Q25'), 'names no part'],
  ])('%j says what is wrong with it', (code, problem) => {
    expect(readScanned(code)).toEqual({
      codes: [code],
      quantity: null,
      problem: expect.stringContaining(problem),
    });
  });
});

describe('whatever is scanned', () => {
  it('has a code unless it is blank, and never throws', () => {
    const pieces = fc.array(
      fc.constantFrom('[)>', RS, GS, EOT, '06', '05', '01', gtin, '1P', 'Q', ']C1', 'A', '30', '1', ' '),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((some) => some.join('')),
        ),
        (code) => {
          const { codes } = readScanned(code);
          if (code.trim() !== '') expect(codes.length).toBeGreaterThan(0);
          expect(new Set(codes).size).toBe(codes.length);
        },
      ),
    );
  });
});
