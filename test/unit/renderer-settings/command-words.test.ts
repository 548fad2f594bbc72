import { describe, expect, it } from 'vitest';
import { sheetCommands, usualQuantities } from '../../../renderer/settings/scanner/command-words.ts';
import { commandCode, readCommandCode } from '../../../shared/scanning/command-codes.ts';

describe('the sheet of command codes', () => {
  const codes = (typed: string) => {
    const sheet = sheetCommands(typed);
    return sheet.ok ? sheet.commands.map(commandCode) : sheet.problem;
  };

  it('has each quantity once, as the scan of it is read', () => {
    expect(codes('20, 2.50;20  007')).toEqual([
      ...['OD-UNDO', 'OD-NEXT', 'OD-DELETE'],
      ...['OD-QTY-20', 'OD-QTY-2.5', 'OD-QTY-7'],
    ]);
    expect(codes('')).toHaveLength(3);
    const usual = codes(usualQuantities);
    expect(usual).toHaveLength(18);
    for (const code of usual) expect(readCommandCode(code)).not.toBeNull();
  });

  it.each([
    ['5 six', '“six” is not a number'],
    ['0', 'more than zero'],
    ['123456', 'too long'],
    [Array.from({ length: 61 }, (_, at) => at + 1).join(' '), 'room for 60'],
  ])('%s is refused with a reason', (typed, problem) => {
    expect(codes(typed)).toContain(problem);
  });
});
