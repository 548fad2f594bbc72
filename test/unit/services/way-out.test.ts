import { describe, expect, it, vi } from 'vitest';
import { createLog } from '../../../electron/log.ts';
import type { ClosingQuestion } from '../../../electron/services/closing.ts';
import { openWork } from '../../../electron/services/open-work.ts';
import { type ClosingAnswer, createWayOut } from '../../../electron/services/way-out.ts';
import { preferencesSchema, type WhenClosing } from '../../../shared/preferences/preferences.ts';
import { aSubmission } from '../shared/a-submission.ts';
import { settled } from './manual-clock.ts';

function setting({ waiting = 1 } = {}) {
  const answers: ((answer: ClosingAnswer) => void)[] = [];
  const preferences = preferencesSchema.parse({});
  const ports = {
    readWork: vi.fn(async () =>
      openWork(Array.from({ length: waiting }, (_, index) => aSubmission({ id: String(index) }))),
    ),
    readPreferences: vi.fn(async () => preferences),
    remember: vi.fn(async (choice: WhenClosing) => {
      preferences.whenClosing = choice;
    }),
    isHidden: () => false,
    ask: vi.fn(
      (_question: ClosingQuestion) => new Promise<ClosingAnswer>((resolve) => answers.push(resolve)),
    ),
    stayInBackground: vi.fn(),
    quit: vi.fn(),
  };
  const wayOut = createWayOut({ ...ports, log: createLog(() => undefined) });
  async function answer(choice: ClosingAnswer['choice'], remember = false) {
    answers.shift()?.({ choice, remember });
    await settled();
  }
  return { ...ports, wayOut, answer, preferences };
}

describe('the way out', () => {
  it('quits without a question when nothing waits, and then lets everything close', async () => {
    const { wayOut, ask, quit } = setting({ waiting: 0 });
    expect(wayOut.mayLeave('window-closed')).toBe(false);
    await settled();
    expect(ask).not.toHaveBeenCalled();
    expect(quit).toHaveBeenCalledOnce();
    expect([wayOut.mayLeave('quit'), wayOut.mayLeave('window-closed')]).toEqual([true, true]);
  });

  it('asks once, however often somebody quits meanwhile', async () => {
    const { wayOut, ask, answer, quit } = setting();
    for (let press = 0; press < 3; press += 1) expect(wayOut.mayLeave('quit')).toBe(false);
    await settled();
    expect(wayOut.mayLeave('window-closed')).toBe(false);
    await settled();
    expect(ask).toHaveBeenCalledOnce();
    await answer('quit');
    expect(quit).toHaveBeenCalledOnce();
    expect(wayOut.mayLeave('quit')).toBe(true);
  });

  it('stays after Cancel, and asks again the next time', async () => {
    const { wayOut, ask, answer, quit, stayInBackground, remember } = setting();
    wayOut.mayLeave('quit');
    await settled();
    await answer('cancel', true);
    expect([quit, stayInBackground, remember].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
    wayOut.mayLeave('quit');
    await settled();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('goes into the background, and remembers that', async () => {
    const { wayOut, ask, answer, quit, stayInBackground, remember } = setting();
    wayOut.mayLeave('window-closed');
    await settled();
    await answer('background', true);
    expect(stayInBackground).toHaveBeenCalledOnce();
    expect(remember).toHaveBeenCalledWith('background');
    wayOut.mayLeave('window-closed');
    await settled();
    expect(ask).toHaveBeenCalledOnce();
    expect(stayInBackground).toHaveBeenCalledTimes(2);
    expect(quit).not.toHaveBeenCalled();
  });

  it('does what was chosen also when the choice can’t be kept', async () => {
    const { wayOut, answer, quit, remember } = setting();
    remember.mockRejectedValueOnce(new Error('The disk is full.'));
    wayOut.mayLeave('quit');
    await settled();
    await answer('quit', true);
    expect(quit).toHaveBeenCalledOnce();
  });

  it('asks nobody when the session ends, also while a question is open', async () => {
    const { wayOut, answer, quit, stayInBackground } = setting();
    wayOut.mayLeave('quit');
    await settled();
    wayOut.leaveUnasked();
    expect(wayOut.mayLeave('window-closed')).toBe(true);
    await answer('background');
    expect([quit, stayInBackground].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });

  it('lets a person out when it can’t even be read what waits', async () => {
    const { wayOut, quit, readWork } = setting();
    readWork.mockRejectedValueOnce(new Error('The database is damaged.'));
    wayOut.mayLeave('quit');
    await settled();
    expect(quit).toHaveBeenCalledOnce();
  });
});
