import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../make-folder.ts';
import { DiskImage } from './disk-image.ts';
import { readTrace } from './traced-calls.ts';

describe('a trace', () => {
  it('is read in the order in which bytes leave and syncs return, across threads', () => {
    const lines = [
      `10 pwrite64(20<${hex('/d/a')}>, "${hex('abc')}", 3, 4096) = 3`,
      `10 pwrite64(20<${hex('/d/a')}>, "${hex('def')}", 3, 4099 <unfinished ...>`,
      '10 <... pwrite64 resumed>)            = 3',
      `10 fsync(20<${hex('/d/a')}> <unfinished ...>`,
      `11 writev(9<${hex('socket:[5]')}>, [{iov_base="${hex('PUT ')}", iov_len=4}, {iov_base="${hex('{}')}", iov_len=2}], 2 <unfinished ...>`,
      '10 <... fsync resumed>) = 0',
      '11 <... writev resumed>) = 6',
      `10 fdatasync(21<${hex('/d/b')}>) = -1 EIO (Input/output error)`,
      `10 unlink("${hex('/d/a')}") = 0`,
      '10 +++ exited with 0 +++',
    ];
    const file = join(makeFolder(), 'trace');
    writeFileSync(file, lines.join('\n'));
    expect(readTrace(file)).toEqual([
      { kind: 'write', path: '/d/a', at: 4096, bytes: Buffer.from('abc') },
      { kind: 'write', path: '/d/a', at: 4099, bytes: Buffer.from('def') },
      { kind: 'send', text: 'PUT {}' },
      { kind: 'sync', path: '/d/a' },
      { kind: 'remove', path: '/d/a' },
    ]);
  });
});

describe('a disk that loses its power', () => {
  it('keeps what was synced, under names that were synced', () => {
    const [folder, left] = [makeFolder(), makeFolder()];
    writeFileSync(join(folder, 'old'), 'old');
    const disk = new DiskImage(folder);
    const write = (name: string, at: number, text: string) =>
      disk.apply({ kind: 'write', path: join(folder, name), at, bytes: Buffer.from(text) });
    const sync = (name: string) => disk.apply({ kind: 'sync', path: join(folder, name) });
    write('old', 3, ' and longer');
    write('named', 0, 'synced');
    sync('named');
    disk.apply({ kind: 'sync', path: folder });
    write('named', 0, 'LOST');
    write('nameless', 0, 'synced');
    sync('nameless');
    disk.cutPower(['old', 'named', 'nameless'], left);
    expect(readdirSync(left).sort()).toEqual(['named', 'old']);
    expect(readFileSync(join(left, 'old'), 'utf8')).toBe('old');
    expect(readFileSync(join(left, 'named'), 'utf8')).toBe('synced');
  });
});

function hex(text: string): string {
  return Array.from(Buffer.from(text), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
