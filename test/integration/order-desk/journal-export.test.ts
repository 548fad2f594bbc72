import { describe, expect, it } from 'vitest';
import { makeSetting, submitNew, untilState } from './desk-under-test.ts';
import { addOwn } from './own-connection.ts';

describe('the journal of a submission as a file', () => {
  it('has every attempt and answer of a lost line, and neither the secret nor a lock code', async () => {
    const setting = await makeSetting();
    const { open, practice } = setting;
    const desk = await open();
    const { apiSecret, apiId } = practice.credentials;
    await addOwn(desk, setting);
    practice.planFault({ fault: { kind: 'drop', when: 'before' }, endpoint: 'orders/line_item' });
    // A person may paste anything anywhere.
    const { id } = await submitNew(desk, practice, { header: { BNAME: `Acme ${apiSecret}` } });
    const { orderNumber, reference } = await untilState(desk, id, 'sent');

    const { fileName, text } = await desk.journalExport(id, '9.9.9');
    expect(fileName).toBe(`journal-${orderNumber}-${reference}.json`);
    const file = JSON.parse(text);
    expect(file).toMatchObject({
      about: { program: 'Order Desk 9.9.9' },
      connection: { name: 'Own', kind: 'test', host: new URL(practice.baseUrl).host },
      submission: { orderNumber, reference, stateInWords: 'In PIMS' },
    });
    expect(file.steps).toHaveLength(4);
    expect(file.steps[1]).toMatchObject({ step: 1, state: 'done', sent: { QUANTITY: '1' } });
    expect(file.steps[1].sentAt).toHaveLength(2);
    expect(file.journal.map(({ kind }: { kind: string }) => kind)).toContain('unknown');
    expect(file.steps[0].sent.BNAME).toBe('Acme [hidden]');

    const codes =
      practice.order(String(orderNumber))?.lines.map((line) => line.LINE_REF_LOCK_CODE ?? '') ?? [];
    expect(codes.length).toBe(3);
    for (const hidden of [apiSecret, Buffer.from(`${apiId}:${apiSecret}`).toString('base64'), ...codes]) {
      expect(text).not.toContain(hidden);
    }
  });

  it('is of a submission that this machine has', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const { id } = await submitNew(desk, practice);
    await untilState(desk, id, 'sent');
    const other: typeof id = JSON.parse('"no-such-submission"');
    await expect(desk.journalExport(other, '1')).rejects.toMatchObject({ code: 'not-found' });
  });
});
