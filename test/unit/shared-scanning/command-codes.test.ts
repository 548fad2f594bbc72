import { describe, expect, it } from 'vitest';
import { commandCode, readCommandCode, type ScanCommand } from '../../../shared/scanning/command-codes.ts';

describe('command codes', () => {
  it.each<ScanCommand>([
    { kind: 'undo' },
    { kind: 'next-line' },
    { kind: 'delete-line' },
    { kind: 'quantity', quantity: '20' },
    { kind: 'quantity', quantity: '2.5' },
  ])('%j is printed and read', (command) => {
    const code = commandCode(command);
    expect(readCommandCode(code)).toEqual(command);
    expect(readCommandCode(code.toLowerCase())).toEqual(command);
    // With what some scanners say of the kind of code.
    expect(readCommandCode(`]C0${code}`)).toEqual(command);
  });

  it.each([
    'OD-QTY-',
    'OD-QTY-0',
    'OD-QTY--1',
    'OD-QTY-2*12',
    'OD-QTY-X',
    'OD-SUBMIT',
    'OD-UNDO-1',
    'XOD-UNDO',
    '20',
  ])('%s is none', (code) => {
    expect(readCommandCode(code)).toBeNull();
  });
});
