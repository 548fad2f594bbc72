import { describe, expect, it } from 'vitest';
import { createMachineIdentity, macId, windowsId } from '../../../electron/machine/machine-identity.ts';
import { compareMachine, markOf } from '../../../electron/storage/data-folder/machine-mark.ts';

describe('the mark of a machine', () => {
  it('tells the same machine from another', () => {
    const mark = markOf('one');
    expect(compareMachine(mark, 'one')).toBe('same');
    expect(compareMachine(mark, 'two')).toBe('other');
    expect(compareMachine(undefined, 'one')).toBe('unmarked');
    expect(compareMachine(mark, null)).toBe('unknown');
    expect(compareMachine(undefined, null)).toBe('unknown');
  });

  it('is another each time, and never the id', () => {
    expect(markOf('one')).not.toEqual(markOf('one'));
    expect(JSON.stringify(markOf('one'))).not.toContain('one');
  });
});

describe('the id of a machine', () => {
  it('is read from what Windows and macOS answer', () => {
    const answer =
      '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\r\n    MachineGuid    REG_SZ    2f0c-11\r\n\r\n';
    expect(windowsId(answer)).toBe('2f0c-11');
    expect(windowsId('ERROR: The system was unable to find the specified registry key')).toBeNull();
    expect(macId('    "IOPlatformUUID" = "564D-AA"\n    "IOPlatformSerialNumber" = "x"')).toBe('564D-AA');
    expect(macId('nothing')).toBeNull();
  });

  it('is null rather than an error where the program for it is not there', async () => {
    const elsewhere = process.platform === 'win32' ? 'darwin' : 'win32';
    expect(await createMachineIdentity(elsewhere).read()).toBeNull();
  });
});
