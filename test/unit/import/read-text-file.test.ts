import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText, readTextFile } from '../../../electron/import/read-text-file.ts';
import { makeFolder } from '../../make-folder.ts';

describe('a text file', () => {
  it.each([
    ['UTF-8', Buffer.from('Müller')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFMüller')],
    ['UTF-16', Buffer.from('\uFEFFMüller', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFMüller', 'utf16le').swap16()],
    ['the encoding of Windows', Buffer.from('Müller', 'latin1')],
  ])('in %s is read', (_what, bytes) => {
    expect(decodeText(bytes)).toBe('Müller');
  });

  it('that is missing, a folder or too large is refused by its name', async () => {
    const folder = makeFolder();
    const path = join(folder, 'packs.csv');
    const refusal = (message: string) => ({
      code: 'invalid-input',
      message: expect.stringContaining(message),
    });
    await expect(readTextFile(path, 10)).rejects.toMatchObject(refusal('“packs.csv” could not be read'));
    await expect(readTextFile(folder, 1e9)).rejects.toMatchObject(refusal('it is a folder'));
    writeFileSync(path, 'x'.repeat(1_048_577));
    await expect(readTextFile(path, 1_048_576)).rejects.toMatchObject(refusal('larger than 1 MB'));
    expect(await readTextFile(path, 1_048_577)).toHaveLength(1_048_577);
  });
});
