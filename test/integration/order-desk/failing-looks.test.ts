import { describe, expect, it } from 'vitest';
import type { Network } from '../../../electron/network/network.ts';
import type { OrderDesk } from '../../../electron/order-desk.ts';
import {
  arrived,
  findSubmission,
  makeSetting,
  type Setting,
  submitNew,
  until,
  untilState,
} from './desk-under-test.ts';

/** PIMS whose reads fail while an order is in doubt, until it is mended. */
function failingAt({ network }: Setting, fails: (address: string, body: string) => boolean) {
  let isBroken = false;
  let isMended = false;
  let failures = 0;
  return {
    failures: () => failures,
    mend() {
      isMended = true;
    },
    watch(desk: OrderDesk): void {
      desk.on('outbox.changed', async ({ id }) => {
        isBroken ||= (await findSubmission(desk, id)).state === 'checking';
      });
    },
    network: {
      ...network,
      async fetch(...[input, init]: Parameters<Network['fetch']>) {
        const isToFail = isBroken && !isMended && fails(String(input), String(init?.body ?? ''));
        if (!isToFail) return network.fetch(input, init);
        failures += 1;
        const headers = { 'content-type': 'application/json' };
        return new Response('{"status":"error","message":"Index is broken"}', { status: 500, headers });
      },
    },
  };
}

describe('an order in doubt that PIMS fails to look for', () => {
  it('is left to a person when PIMS answers everything else', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const looks = failingAt(setting, (address, body) => address.includes('query') && body.includes('R-1'));
    practice.planFault({ endpoint: 'orders/create', fault: { kind: 'drop', when: 'after' } });
    const desk = await setting.open({ network: looks.network });
    looks.watch(desk);
    const { id } = await submitNew(desk, practice, { header: { REFERENCE_NUMBER: 'R-1' } });
    const asked = await untilState(desk, id, 'needs-attention');
    expect(asked).toMatchObject({ backToDraft: 'after-decision' });
    expect(asked.problem?.message).toMatch(
      /^PIMS does not show orders with the reference R-1, so that it can’t be seen whether order R-1 arrived\. PIMS .* failed .*Index is broken/,
    );
    expect(await desk.outbox.evidence({ id })).toMatchObject({ kind: 'unreadable' });
    expect(looks.failures()).toBe(12);
    // Meanwhile others are sent, and nothing of this one is sent again.
    const next = await submitNew(desk, practice);
    await untilState(desk, next.id, 'sent');
    expect(arrived(practice, 'R-1')).toMatchObject([{ quantities: [] }]);

    looks.mend();
    await desk.outbox.sendAgain({ id, confirmed: false });
    await untilState(desk, id, 'sent');
    expect(arrived(practice, 'R-1')).toMatchObject([{ quantities: ['1', '2', '3'] }]);
  });

  it('waits for as long as PIMS fails at everything', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const looks = failingAt(setting, () => true);
    const desk = await setting.open({ network: looks.network });
    looks.watch(desk);
    practice.planFault({ endpoint: 'orders/create', fault: { kind: 'drop', when: 'after' } });
    const { id, reference } = await submitNew(desk, practice);
    await until('PIMS has failed often', () => looks.failures() > 40);
    expect((await findSubmission(desk, id)).state).toBe('checking');
    looks.mend();
    await untilState(desk, id, 'sent');
    expect(arrived(practice, reference)).toMatchObject([{ quantities: ['1', '2', '3'] }]);
  });
});
