import { describe, expect, it } from 'vitest';
import type { Network } from '../../../electron/network/network.ts';
import {
  arrived,
  fillDraft,
  findSubmission,
  makeSetting,
  submitNew,
  until,
  untilState,
} from './desk-under-test.ts';
import { failAtCommitAfter, failOn } from './failing-writes.ts';
import { steer } from './steered-network.ts';

describe('a disk that fails', () => {
  it('when an answer is to be noted: the queue stops, and afterwards finds out what arrived', async () => {
    const { open, folder, practice } = await makeSetting();
    const desk = await open();
    const mend = failOn(folder, "UPDATE ON steps WHEN NEW.state = 'done'");
    const first = await submitNew(desk, practice);
    const second = await submitNew(desk, practice);
    await until('the queue has stopped', async () => {
      const { problem } = await findSubmission(desk, first.id);
      return problem?.message.includes('could not write');
    });
    expect(await findSubmission(desk, first.id)).toMatchObject({
      state: 'held',
      problem: { code: 'internal' },
    });
    const writes = practice.requests().filter(({ method }) => method === 'PUT').length;
    expect(writes).toBeLessThanOrEqual(2);
    mend();

    await desk.outbox.wake({});
    for (const { id, reference } of [first, second]) {
      await untilState(desk, id, 'sent');
      expect(arrived(practice, reference)).toMatchObject([{ quantities: ['1', '2', '3'] }]);
    }
    const kinds = (await desk.outbox.journal({ id: first.id })).map(({ kind }) => kind);
    expect(kinds).toContain('adopted');
  });

  it('while another order learns that its secret is wrong: what stopped goes on too, once that is put right', async () => {
    const setting = await makeSetting();
    const { folder, practice } = setting;
    let refuse = () => {};
    const refused = new Promise<Response>((resolve) => {
      refuse = () => resolve(new Response('', { status: 401 }));
    });
    let creates = 0;
    const network: Network = {
      ...setting.network,
      async fetch(input, init) {
        if (!String(input).includes('orders/create')) return setting.network.fetch(input, init);
        creates += 1;
        return creates === 2 ? refused : setting.network.fetch(input, init);
      },
    };
    const desk = await setting.open({ network });
    const mend = failOn(folder, "UPDATE ON steps WHEN NEW.state = 'done'");
    const first = await submitNew(desk, practice);
    const second = await submitNew(desk, practice);
    await until('the queue has stopped', async () => {
      const { problem } = await findSubmission(desk, first.id);
      return problem?.message.includes('could not write');
    });
    refuse();
    await until('the refusal is noted', async () =>
      (await desk.outbox.journal({ id: second.id })).some(({ kind }) => kind === 'not-applied'),
    );
    mend();

    await desk.outbox.wake({});
    for (const { id, reference } of [first, second]) {
      await untilState(desk, id, 'sent');
      expect(arrived(practice, reference)).toMatchObject([{ quantities: ['1', '2', '3'] }]);
    }
  });

  it('when a step is to be intended: nothing is sent', async () => {
    const { open, folder, practice } = await makeSetting();
    const desk = await open();
    const mend = failOn(folder, "UPDATE ON steps WHEN NEW.state = 'intended'");
    const { id, reference } = await submitNew(desk, practice);
    await until('the queue has stopped', async () => (await findSubmission(desk, id)).state === 'held');
    expect(practice.requests().filter(({ method }) => method === 'PUT')).toEqual([]);
    mend();
    await desk.outbox.wake({});
    await untilState(desk, id, 'sent');
    expect(arrived(practice, reference)).toHaveLength(1);
  });

  it('tells of everything that stands still by it, also of what only waits', async () => {
    const { open, folder, practice } = await makeSetting();
    const desk = await open();
    const told = new Map<string, string>();
    desk.on('outbox.changed', async ({ id }) => {
      told.set(id, (await findSubmission(desk, id)).state);
    });
    const mend = failOn(folder, "UPDATE ON steps WHEN NEW.state = 'done'");
    const header = { REFERENCE_NUMBER: 'R-1' };
    const first = await submitNew(desk, practice, { header });
    // Of two orders that bear the same reference the second waits.
    const draft = await fillDraft(desk, practice, { header });
    const second = await desk.drafts.submit({ id: draft.id, confirmed: ['duplicate-reference'] });
    for (const { id } of [first, second]) await until('it is told', () => told.get(id) === 'held');
    mend();
  });

  it('when a draft is to be queued: it stays open, and nothing of it is in the outbox', async () => {
    const { open, folder, practice } = await makeSetting();
    const desk = await open();
    const mend = failOn(folder, 'INSERT ON journal');
    await expect(submitNew(desk, practice)).rejects.toThrow('The disk is full.');
    expect(await desk.outbox.list()).toEqual([]);
    const [draft] = await desk.drafts.list();
    expect(draft?.state).toBe('open');
    mend();
  });

  it('when usage is to be counted: the call is answered all the same', async () => {
    const { open, folder } = await makeSetting();
    const desk = await open();
    const mend = failOn(folder, 'INSERT ON usage');
    expect((await desk.orders.query({ filters: [], maxReturn: 2 })).orders).toHaveLength(2);
    mend();
  });

  it('when it is decided about a copied folder: nothing is sent before the decision is on the disk', async () => {
    const setting = await makeSetting();
    const { folder, practice } = setting;
    const cable = steer(setting.network);
    const first = await setting.open({ network: cable.network });
    cable.cut();
    const { id, reference } = await submitNew(first, practice);
    await untilState(first, id, 'waiting');
    await first.close();

    const desk = await setting.open({ machine: { read: async () => 'another machine' } });
    await until('what PIMS has is found out', async () => (await desk.outbox.copy())?.checking === 0);
    const mend = failAtCommitAfter(folder, "DELETE ON settings WHEN OLD.key = 'folder-copy'");
    await expect(desk.outbox.decideCopy({ decision: 'go-on' })).rejects.toThrow();
    await desk.outbox.wake({});
    expect(await desk.outbox.copy()).toMatchObject({ why: 'other-machine', held: 1 });
    expect(await findSubmission(desk, id)).toMatchObject({ state: 'held' });
    mend();
    await desk.outbox.decideCopy({ decision: 'go-on' });
    await untilState(desk, id, 'sent');
    expect(arrived(practice, reference)).toHaveLength(1);
  });
});
