import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../electron/practice-server/faults/fault.ts';
import { draftLineIdSchema, type OrderNumber, type SubmissionId } from '../../../shared/ids.ts';
import {
  fieldOfLines,
  journalKinds,
  makeSetting,
  orderOfOthers,
  pauseSending,
  type Setting,
  submitAddition,
  submitNew,
  untilState,
} from './desk-under-test.ts';
import { addOwn } from './own-connection.ts';

const there = ['1', '2'];
const adds = ['3', '4', '5', '6', '7', '8'];

describe('new lines for an order that PIMS has', () => {
  it('go behind what it has, in their order', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, there);
    const { id, draftId } = await submitAddition(desk, practice, order, { adds });
    expect(await untilState(desk, id, 'sent')).toMatchObject({
      orderNumber: order,
      isAddition: true,
      stepsDone: 6,
    });
    expect(fieldOfLines(practice, order)).toEqual([...there, ...adds]);
    expect(practice.requests().some(({ endpoint }) => endpoint === 'orders/create')).toBe(false);
    expect((await desk.drafts.open({ id: draftId })).state).toBe('sent');
  });

  it('are sent side by side when the connection says so, also behind a change and in a new order', async () => {
    const setting = await makeSetting();
    const { open, practice, network } = setting;
    let underWay = 0;
    let most = 0;
    const desk = await open({
      network: {
        ...network,
        fetch: async (input, init) => {
          if (init?.method !== 'PUT') return network.fetch(input, init);
          underWay += 1;
          most = Math.max(most, underWay);
          return network.fetch(input, init).finally(() => {
            underWay -= 1;
          });
        },
      },
    });
    await addOwn(desk, setting, { linesInFlight: 3 });
    practice.setBehaviour({ latency: 10 });
    const order = orderOfOthers(practice, there);
    const submits = [
      () => submitAddition(desk, practice, order, { adds }),
      () => submitAddition(desk, practice, order, { adds, changes: { 1: { QUANTITY: '9' } } }),
      () => submitNew(desk, practice, { lines: 6 }),
    ];
    for (const submit of submits) {
      most = 0;
      const { id } = await submit();
      await untilState(desk, id, 'sent');
      expect(most).toBe(3);
    }
  });
});

const faults: readonly [Fault, 'arrived' | 'lost'][] = [
  [{ kind: 'drop', when: 'after' }, 'arrived'],
  [{ kind: 'drop', when: 'before' }, 'lost'],
  [{ kind: 'server-error', when: 'after' }, 'arrived'],
  [{ kind: 'truncated-json' }, 'arrived'],
];

describe.each([0, 2, 5])('three lines in flight, of which line %i meets a fault', (skip) => {
  it.each(faults.map(([fault, fate]) => ({ fault, fate, shown: JSON.stringify(fault) })))(
    '$shown: $fate, and found out by one look',
    async ({ fault, fate }) => {
      const setting = await makeSetting();
      const { open, practice } = setting;
      const desk = await open();
      await addOwn(desk, setting, { linesInFlight: 3 });
      const order = orderOfOthers(practice, there);
      practice.setBehaviour({ latency: 3 });
      practice.planFault({ endpoint: 'orders/line_item', method: 'PUT', skip, fault });
      const { id } = await submitAddition(desk, practice, order, { adds });
      const looksBefore = countLooks(setting);
      await untilState(desk, id, 'sent');
      const quantities = fieldOfLines(practice, order);
      expect(quantities.slice(0, 2)).toEqual(there);
      expect(quantities.slice(2).toSorted()).toEqual(adds);
      // Before the first line, what came of the one in doubt, and the read-back; what is not there is looked for once more
      // when it can't come any more.
      expect(countLooks(setting) - looksBefore).toBe(fate === 'arrived' ? 3 : 4);
      const kinds = await journalKinds(desk, id);
      expect(kinds.filter((kind) => kind === 'unknown')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === (fate === 'arrived' ? 'adopted' : 'not-found'))).toHaveLength(1);
    },
  );
});

describe('two alike lines that are both in doubt', () => {
  it.each([
    ['arrived both', 'after', 'after'],
    ['arrived one', 'after', 'before'],
    ['did not arrive', 'before', 'before'],
  ] as const)('%s: each is there once', async (_name, first, second) => {
    const setting = await makeSetting();
    const { open, practice } = setting;
    const desk = await open();
    await addOwn(desk, setting, { linesInFlight: 2 });
    const order = orderOfOthers(practice, ['4']);
    practice.setBehaviour({ latency: 10 });
    for (const when of [first, second]) {
      practice.planFault({ endpoint: 'orders/line_item', fault: { kind: 'drop', when } });
    }
    const { id } = await submitAddition(desk, practice, order, { adds: ['4', '4'] });
    await untilState(desk, id, 'sent');
    expect(fieldOfLines(practice, order)).toEqual(['4', '4', '4']);
    const kinds = await journalKinds(desk, id);
    expect(kinds.filter((kind) => kind === 'unknown')).toHaveLength(2);
  });
});

describe('an order that takes no lines', () => {
  it.each([
    [{ ORDER_TYPE: 'invoice' }, 'is an invoice'],
    [{ ORDER_STATUS: 'Void' }, 'is void'],
    [{ ORDER_STATUS: 'Closed' }, 'is closed'],
  ])(
    '%j: the server’s words are shown, the draft can be edited again, and others go on',
    async (fields, words) => {
      const { open, practice } = await makeSetting();
      const desk = await open();
      const order = orderOfOthers(practice, there, fields);
      const { id, draftId } = await submitAddition(desk, practice, order, { adds });
      const other = await submitNew(desk, practice);
      await untilState(desk, other.id, 'sent');
      const refused = await untilState(desk, id, 'needs-attention');
      expect(refused).toMatchObject({ stepsDone: 0, backToDraft: 'now', problem: { code: 'rejected' } });
      expect(refused.problem?.message).toContain(words);
      await desk.outbox.withdraw({ id, confirmed: false });
      expect(await desk.drafts.open({ id: draftId })).toMatchObject({ state: 'open', inPims: null });
      expect(fieldOfLines(practice, order)).toEqual(there);
    },
  );

  it('keeps what it took before, and takes the rest of the corrected draft behind it', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, there);
    practice.planFault({ endpoint: 'orders/line_item', skip: 1, fault: { kind: 'bad-request' } });
    const first = await submitAddition(desk, practice, order, { adds: ['3', '4', '5'] });
    await untilState(desk, first.id, 'needs-attention');
    await desk.outbox.withdraw({ id: first.id, confirmed: false });
    const { draftId: id } = first;
    expect(await desk.drafts.open({ id })).toMatchObject({
      state: 'open',
      inPims: { orderNumber: order, lineIds: ['line-1'] },
    });
    const lineId = draftLineIdSchema.parse('line-2');
    await desk.drafts.edit({ id, edits: [{ kind: 'set-line', lineId, field: 'QUANTITY', value: '7' }] });
    const second = await desk.drafts.submit({ id });
    expect(second.stepsTotal).toBe(2);
    await untilState(desk, second.id, 'sent');
    expect(fieldOfLines(practice, order)).toEqual([...there, '3', '7', '5']);
  });
});

describe('several drafts for one order', () => {
  it('are sent one after the other, oldest first, and hold up no other order', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, there);
    await pauseSending(desk, true);
    const ids: SubmissionId[] = [];
    for (const quantities of [adds.slice(0, 2), adds.slice(2, 4), adds.slice(4)]) {
      ids.push((await submitAddition(desk, practice, order, { adds: quantities })).id);
    }
    const other = await submitNew(desk, practice);
    practice.setBehaviour({ latency: 10 });
    await pauseSending(desk, false);
    for (const id of [...ids, other.id]) await untilState(desk, id, 'sent');
    expect(fieldOfLines(practice, order)).toEqual([...there, ...adds]);
    const requests = practice.requests();
    const lastLine = requests.findLastIndex(({ body }) => isAbout(body, order));
    expect(requests.findIndex(({ endpoint }) => endpoint === 'orders/create')).toBeLessThan(lastLine);
  });

  it('go on past one that waits for a person', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, there);
    practice.planFault({ endpoint: 'orders/line_item', fault: { kind: 'bad-request' } });
    const first = await submitAddition(desk, practice, order, { adds: ['3'] });
    await untilState(desk, first.id, 'needs-attention');
    const second = await submitAddition(desk, practice, order, { adds: ['4'] });
    await untilState(desk, second.id, 'sent');
    await desk.outbox.sendAgain({ id: first.id, confirmed: false });
    await untilState(desk, first.id, 'sent');
    expect(fieldOfLines(practice, order)).toEqual([...there, '4', '3']);
  });
});

function isAbout(body: unknown, order: OrderNumber): boolean {
  return typeof body === 'object' && body !== null && Reflect.get(body, 'ORDER_NUMBER') === order;
}

function countLooks({ practice }: Setting): number {
  return practice.requests().filter(({ endpoint }) => endpoint === 'orders/single').length;
}

describe('a batch of which PIMS takes a part', () => {
  it('says of each line whether it is in, keeps what PIMS said, and goes on with the rest alone', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, there);
    const fault: Fault = { kind: 'bad-request', message: 'No more lines today' };
    practice.planFault({ endpoint: 'orders/line_item', skip: 2, fault });
    const changes = { 1: { QUANTITY: '9' } };
    const { id, draftId } = await submitAddition(desk, practice, order, { changes, adds: ['3', '4', '5'] });
    await untilState(desk, id, 'needs-attention');
    const lines = (await desk.drafts.open({ id: draftId })).lines.map((line) => line.id);
    expect(await desk.outbox.steps({ id })).toMatchObject([
      { kind: 'update-line', state: 'done', lineNumber: '1' },
      { kind: 'add-line', state: 'done', draftLineId: lines[0], lineNumber: '3' },
      { kind: 'add-line', state: 'rejected', draftLineId: lines[1], lineNumber: null },
      { kind: 'add-line', state: 'planned', draftLineId: lines[2], lineNumber: null },
    ]);
    expect((await desk.drafts.open({ id: draftId })).refusal).toBeNull();

    await desk.outbox.withdraw({ id, confirmed: false });
    const back = await desk.drafts.open({ id: draftId });
    expect(back).toMatchObject({ state: 'open', changes: [], inPims: { lineIds: [lines[0]] } });
    expect(back.refusal).toEqual({
      words: 'PIMS refused to add the line: No more lines today.',
      place: { kind: 'line', lineId: lines[1] },
    });
    expect((await desk.outbox.list()).find((one) => one.id === id)?.problem).toBeNull();

    const again = await desk.drafts.submit({ id: draftId });
    expect((await desk.drafts.open({ id: draftId })).refusal).toBeNull();
    await untilState(desk, again.id, 'sent');
    expect(fieldOfLines(practice, order)).toEqual(['9', '2', '3', '4', '5']);
  });

  it('leaves typed changes in place with PIMS’s words when the order can’t be changed any more', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, there);
    await pauseSending(desk, true);
    const changes = { 2: { QUANTITY: '9' } };
    const { id, draftId } = await submitAddition(desk, practice, order, { changes });
    practice.planFault({
      endpoint: 'orders/line_item',
      fault: { kind: 'bad-request', message: `Order ${order} is an invoice and can not be changed.` },
    });
    await pauseSending(desk, false);
    await untilState(desk, id, 'needs-attention');
    await desk.outbox.withdraw({ id, confirmed: false });
    expect(await desk.drafts.open({ id: draftId })).toMatchObject({
      changes: [{ lineNumber: '2', fields: { QUANTITY: '9' } }],
      refusal: {
        words: `PIMS refused to change the line: Order ${order} is an invoice and can not be changed.`,
        place: { kind: 'change', lineNumber: '2' },
      },
    });
  });
});
