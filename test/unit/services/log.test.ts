import { describe, expect, it } from 'vitest';
import { createLog } from '../../../electron/log.ts';

function recorded() {
  const lines: unknown[] = [];
  const log = createLog((level, message, details) => lines.push([level, message, details]));
  return { log, lines };
}

describe('the log', () => {
  it('hides known secrets in messages, details, errors and their causes, in every form they are sent in', () => {
    const { log, lines } = recorded();
    const secret = 'pä"ss/word';
    log.hide(secret);
    const pair = Buffer.from(secret).toString('base64');
    log.error(`${secret} ${pair}`, {
      url: `?apiSecret=${encodeURIComponent(secret)}`,
      nested: { list: [secret] },
      error: new Error(`with ${secret}`, { cause: new Error(`and ${secret}`) }),
      [secret]: 1,
    });
    const text = JSON.stringify(lines);
    for (const form of [secret, JSON.stringify(secret).slice(1, -1), pair, encodeURIComponent(secret)]) {
      expect(text).not.toContain(form);
    }
    expect(text).toContain('caused by');
    expect(text.match(/\[hidden\]/g)?.length).toBeGreaterThanOrEqual(7);
  });

  it('leaves ordinary lines as they are', () => {
    const { log, lines } = recorded();
    log.hide('abc');
    log.info('Started', { count: 3, ready: true, none: null, text: 'abc' });
    expect(lines).toEqual([['info', 'Started', { count: 3, ready: true, none: null, text: 'abc' }]]);
  });

  it('never throws, whatever it is given and wherever it writes', () => {
    const { log, lines } = recorded();
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    log.warn('A circle', { circle, nothing: undefined, big: 10n });
    expect(lines).toHaveLength(1);
    const broken = createLog(() => {
      throw new Error('The disk is full.');
    });
    expect(() => broken.error('x')).not.toThrow();
  });
});
