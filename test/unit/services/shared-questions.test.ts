import { describe, expect, it } from 'vitest';
import { createSharedQuestions } from '../../../electron/services/shared-questions.ts';
import { settled } from './manual-clock.ts';

/** Questions that a test answers, in the order in which they were asked. */
function openQuestions() {
  const asked: { signal: AbortSignal; answer: (text: string) => void; fail: (cause: Error) => void }[] = [];
  const question = (signal: AbortSignal) =>
    new Promise<string>((answer, fail) => {
      asked.push({ signal, answer, fail });
    });
  return { asked, question, questions: createSharedQuestions<string>() };
}

describe('a question', () => {
  it('is asked once for all who ask it meanwhile, and anew afterwards', async () => {
    const { asked, question, questions } = openQuestions();
    const both = Promise.all([questions.ask(['a', 1], question), questions.ask(['a', 1], question)]);
    const other = questions.ask(['a', 2], question);
    asked[0]?.answer('one');
    asked[1]?.answer('two');
    expect([await both, await other]).toEqual([['one', 'one'], 'two']);
    const again = questions.ask(['a', 1], question);
    expect(asked).toHaveLength(3);
    asked[2]?.answer('three');
    expect(await again).toBe('three');
  });

  it('fails for all who wait, and not for those who ask later', async () => {
    const { asked, question, questions } = openQuestions();
    const both = [questions.ask(['a'], question), questions.ask(['a'], question)];
    asked[0]?.fail(new Error('down'));
    for (const one of both) await expect(one).rejects.toThrow('down');
    const again = questions.ask(['a'], question);
    asked[1]?.answer('up');
    expect(await again).toBe('up');
  });

  it('goes on as long as somebody waits for it', async () => {
    const { asked, question, questions } = openQuestions();
    const [first, second] = [new AbortController(), new AbortController()];
    const one = questions.ask(['a'], question, first.signal);
    const other = questions.ask(['a'], question, second.signal);
    first.abort();
    await expect(one).rejects.toMatchObject({ code: 'cancelled' });
    expect(asked[0]?.signal.aborted).toBe(false);
    second.abort();
    await expect(other).rejects.toMatchObject({ code: 'cancelled' });
    expect(asked[0]?.signal.aborted).toBe(true);
    asked[0]?.fail(new Error('Nobody hears of it.'));
    await settled();
    const again = questions.ask(['a'], question);
    asked[1]?.answer('answer');
    expect(await again).toBe('answer');
  });

  it('that was called off before is not asked', async () => {
    const { asked, question, questions } = openQuestions();
    const call = questions.ask(['a'], question, AbortSignal.abort());
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(asked).toEqual([]);
  });

  it('is called off with all others', async () => {
    const { asked, question, questions } = openQuestions();
    const calls = [questions.ask(['a'], question), questions.ask(['b'], question)];
    questions.callOff();
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, true]);
    for (const { fail } of asked) fail(new Error('called off'));
    for (const call of calls) await expect(call).rejects.toThrow('called off');
  });
});
