import { describe, expect, it } from 'vitest';
import type { Part } from '../../../shared/parts/part.ts';
import { partsOfLabel, piecesOf } from '../../../shared/parts/scanned-part.ts';

function part(code: string, barcode: string | null): Part {
  return { code, barcode, description: null, onHand: null, available: null, readAt: '' };
}

const parts = [
  part('A', '194253715375'),
  part('B', 'same'),
  part('C', 'same'),
  part('same', null),
  part('d', '1'),
];

describe('the parts of a label', () => {
  it.each([
    [['00194253715375'], ['A']],
    [['none', 'a'], ['A']],
    [['same'], ['B', 'C']],
    [['D'], ['d']],
    [['1', 'A'], ['d']],
    [['none'], []],
    [[], []],
  ])('%j are %j', (codes, expected) => {
    expect(partsOfLabel(codes, parts).map(({ code }) => code)).toEqual(expected);
  });
});

describe('the pieces of a scan', () => {
  it.each([
    ['6', null, '6'],
    ['6', { value: '25', of: 'pieces' }, '25'],
    ['6', { value: '4', of: 'packs' }, '24'],
    ['0.1', { value: '3', of: 'packs' }, '0.3'],
  ] as const)('of a pack of %s whose label says %j are %s', (pack, label, pieces) => {
    expect(piecesOf(pack, label)).toBe(pieces);
  });
});
