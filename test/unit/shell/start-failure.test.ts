import { describe, expect, it } from 'vitest';
import { describeStartFailure } from '../../../electron/shell/start-failure.ts';
import { DeskError } from '../../../shared/errors.ts';

const logFile = '/data/logs/main.log';

describe('describeStartFailure', () => {
  it('lets our own errors speak for themselves', () => {
    const error = new DeskError('conflict', 'The data was written by a newer Order Desk. Install that one.');
    expect(describeStartFailure(error, logFile)).toEqual({
      message: 'Order Desk can’t start.',
      detail: 'The data was written by a newer Order Desk. Install that one.',
    });
  });

  it.each([
    ['a full disk', { code: 'ENOSPC' }, /disk is full/],
    ['a folder without permission', { code: 'EACCES' }, /may not write/],
    ['anything else', {}, /Something went wrong/],
  ])('puts %s in words, and says where the log is', (_what, properties, words) => {
    const error = Object.assign(new Error('ENOENT at Object.openSync (node:fs:573:3)'), properties);
    const { detail } = describeStartFailure(error, logFile);
    expect(detail).toMatch(words);
    expect(detail).toContain(logFile);
    expect(detail).not.toContain('openSync');
  });
});
