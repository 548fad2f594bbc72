import { describe, expect, it } from 'vitest';
import { readCliOptions } from '../../../electron/practice-server/cli-options.ts';

describe('the options of the command line', () => {
  it('are all understood', () => {
    const line =
      '--port 0 --seed 7 --today 2026-05-15 --orders 100 --state f.jsonl --latency 100-400 --hide-lock-codes --fixed-lock-codes --team t --api-id a --secret s';
    expect(readCliOptions(line.split(' '))).toEqual({
      kind: 'run',
      options: {
        port: 0,
        seed: 7,
        today: '2026-05-15',
        size: { orders: 100, customers: 300, parts: 600 },
        stateFile: 'f.jsonl',
        behaviour: { latency: { min: 100, max: 400 }, lockCodesShown: false, lockCodesChange: false },
        credentials: { teamId: 't', apiId: 'a', apiSecret: 's' },
      },
    });
  });

  it('can all be left out', () => {
    expect(readCliOptions([])).toEqual({
      kind: 'run',
      options: {
        port: 4010,
        behaviour: {},
        credentials: {
          teamId: 'practice-team',
          apiId: 'practice',
          apiSecret: expect.stringMatching(/^.{20,}$/),
        },
      },
    });
  });

  it('--help wins', () => {
    expect(readCliOptions(['--help', '--port', 'x'])).toEqual({ kind: 'help' });
  });

  it.each([
    ['--port x', '--port must be a whole number from 0 to 65535, not "x".'],
    ['--port 65536', '--port must be a whole number from 0 to 65535, not "65536".'],
    ['--port', "Option '--port <value>' argument missing."],
    ['--seed 1.5', '--seed must be a whole number from 0 to 4294967295, not "1.5".'],
    ['--latency 400-100', '--latency must be a range such as 100-400, not "400-100".'],
    ['--latency 5-', '--latency must be a whole number from 0 to 600000, not "".'],
    ['--today yesterday', '"yesterday" is not a date like 2026-05-15.'],
    ['--nonsense', "Unknown option '--nonsense'."],
    ['4010', "Unexpected argument '4010'."],
    ['--hide-lock-codes=1', "Option '--hide-lock-codes' does not take an argument."],
  ])('%s: %s', (line, sentence) => {
    expect(readCliOptions(line.split(' '))).toEqual({
      kind: 'problem',
      problem: `${sentence} Type --help to see what there is.`,
    });
  });

  it('an empty credential is a mistake', () => {
    expect(readCliOptions(['--secret', ''])).toMatchObject({ kind: 'problem' });
  });
});
