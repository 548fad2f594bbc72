import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createOpenedFiles, fileOfArguments } from '../../../electron/shell/opened-files.ts';
import { makeFolder } from '../../make-folder.ts';

describe('fileOfArguments', () => {
  it('takes the last argument that is a file of rows', () => {
    expect(fileOfArguments(['.', '--user-data-dir=/a.csv', '/tmp/a.csv', '/tmp/B.XLSX'])).toBe('/tmp/B.XLSX');
    expect(fileOfArguments(['.', '--flag', '/tmp/picture.png'])).toBeUndefined();
  });
});

describe('a file that Order Desk was opened with', () => {
  it('is told of, and given once', async () => {
    const path = join(makeFolder(), 'orders.csv');
    writeFileSync(path, 'a,b');
    const tell = vi.fn();
    const files = createOpenedFiles(tell);
    expect(await files.take()).toBeNull();
    files.offer(path);
    expect(tell).toHaveBeenCalledOnce();
    const file = await files.take();
    expect(file?.name).toBe('orders.csv');
    expect(new TextDecoder().decode(file?.bytes)).toBe('a,b');
    expect(await files.take()).toBeNull();
  });

  it('is refused in plain words when it is gone', async () => {
    const files = createOpenedFiles(() => undefined);
    files.offer('/nowhere/orders.csv');
    await expect(files.take()).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('orders.csv could not be read'),
    });
  });
});
