import { describe, expect, it, onTestFinished } from 'vitest';
import { createPracticeServer } from '../../../electron/practice-server/practice-server.ts';
import {
  arrived,
  fillDraft,
  makeSetting,
  orderOfOthers,
  type Setting,
  submitAddition,
  submitNew,
  untilState,
} from './desk-under-test.ts';
import { addOwn, ownInput } from './own-connection.ts';

/** Another PIMS, which gives its orders the same numbers. */
async function otherPims() {
  const other = await createPracticeServer({
    seed: 7,
    today: '2026-06-15',
    size: { orders: 30, customers: 8, parts: 20 },
  });
  onTestFinished(() => other.stop());
  const { teamId, apiId, apiSecret } = other.credentials;
  return { other, there: { baseUrl: other.baseUrl, teamId, apiId, secret: apiSecret } };
}

/** Has the keychain's next writing or deleting wait until the answer is called. */
function holdKeychain({ keychain }: Setting): () => void {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { set, delete: remove } = keychain;
  Object.assign(keychain, {
    set: async (account: string, secret: string) => {
      await held;
      await set(account, secret);
    },
    delete: async (account: string) => {
      await held;
      await remove(account);
    },
  });
  return letGo;
}

describe('a connection that leads to another PIMS from now on', () => {
  it('takes no order there for one that was sent before under the same number', async () => {
    const setting = await makeSetting();
    const { other, there } = await otherPims();
    const desk = await setting.open();
    const { id } = await addOwn(desk, setting);
    const before = await submitNew(desk, setting.practice, { lines: 2 });
    const { orderNumber } = await untilState(desk, before.id, 'sent');
    await desk.connections.save({
      connection: ownInput(setting, { id, ...there }),
      keepSecretIn: 'keychain',
    });

    other.planFault({ endpoint: 'orders/create', fault: { kind: 'drop', when: 'after' } });
    other.planFault({ endpoint: 'orders/line_item', fault: { kind: 'drop', when: 'after' } });
    const after = await submitNew(desk, other, { lines: 2 });
    expect(await untilState(desk, after.id, 'sent')).toMatchObject({ orderNumber });
    expect(arrived(other, after.reference)).toEqual([{ number: orderNumber, quantities: ['1', '2'] }]);
    const told = await desk.outbox.list();
    expect(told.map(({ reference, connectionName }) => [reference, connectionName])).toEqual([
      [after.reference, 'Own'],
      [before.reference, 'Own'],
    ]);
    expect(await desk.connections.list()).toHaveLength(2);
  });

  it('is refused while a draft goes on with an order, or is for one', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const desk = await setting.open();
    const { id } = await addOwn(desk, setting);
    const move = () =>
      desk.connections.save({
        connection: ownInput(setting, { id, teamId: 'other' }),
        keepSecretIn: 'keychain',
      });
    practice.planFault({ endpoint: 'orders/line_item', fault: { kind: 'bad-request' } });
    const begun = await submitNew(desk, practice);
    await untilState(desk, begun.id, 'needs-attention');
    await desk.outbox.withdraw({ id: begun.id, confirmed: false });
    await expect(move()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('1 open draft of this connection is for an order'),
    });
    await desk.drafts.remove({ id: begun.draftId });

    const order = orderOfOthers(practice);
    practice.planFault({ endpoint: 'orders/line_item', fault: { kind: 'bad-request' } });
    const addition = await submitAddition(desk, practice, order, { adds: ['1'] });
    await untilState(desk, addition.id, 'needs-attention');
    await desk.outbox.withdraw({ id: addition.id, confirmed: false });
    await expect(move()).rejects.toMatchObject({ code: 'conflict', details: { draftsOfOrders: 1 } });
    await desk.drafts.remove({ id: addition.draftId });

    await move();
    // Whoever takes the removal back must not add to the other PIMS's order of that number.
    await desk.drafts.restore({ id: addition.draftId });
    expect(await desk.drafts.list()).toEqual([]);
    await expect(desk.drafts.submit({ id: addition.draftId })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('connection'),
    });
  });

  it('is refused when something is submitted while the keychain is waited for', async () => {
    const setting = await makeSetting();
    const { there } = await otherPims();
    const desk = await setting.open();
    const { id } = await addOwn(desk, setting);
    const { id: draftId } = await fillDraft(desk, setting.practice);
    const letGo = holdKeychain(setting);
    const moving = desk.connections.save({
      connection: ownInput(setting, { id, ...there }),
      keepSecretIn: 'keychain',
    });
    await setting.practice.stop();
    await desk.drafts.submit({ id: draftId });
    letGo();
    await expect(moving).rejects.toMatchObject({ code: 'conflict', details: { unsentSubmissions: 1 } });
  });
});

describe('a connection that is being removed', () => {
  it('stays when something is submitted while the keychain is waited for', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const { id } = await addOwn(desk, setting);
    const letGo = holdKeychain(setting);
    const removing = desk.connections.remove({ id });
    await setting.practice.stop();
    await submitNew(desk, setting.practice);
    letGo();
    await expect(removing).rejects.toMatchObject({ code: 'conflict', details: { unsentSubmissions: 1 } });
    expect((await desk.connections.list()).map((one) => one.id)).toContain(id);
  });
});
