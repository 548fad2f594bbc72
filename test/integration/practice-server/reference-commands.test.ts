import { describe, expect, it } from 'vitest';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { runCurl } from './run-curl.ts';
import { startPractice } from './small-practice.ts';

/** The commands of the vendor's pages, with nothing changed but host, key and team. */
function commands(server: PracticeServer) {
  const { teamId, apiId, apiSecret } = server.credentials;
  const base = `${server.baseUrl}/tenant/api/pims/v1`;
  const key = ['-s', '-u', `${apiId}:${apiSecret}`];
  const json = ['-H', 'Content-Type: application/json'];
  const send = (path: string, body: unknown, ...more: string[]) =>
    runCurl([...key, `${base}/${path}`, ...more, ...json, '--data', JSON.stringify(body, null, 2)]);
  const look = (path: string, ...parameters: string[]) =>
    runCurl([
      ...key,
      `${base}/${path}`,
      '--get',
      '--data-urlencode',
      `teamID=${teamId}`,
      ...parameters.flatMap((parameter) => ['--data-urlencode', parameter]),
    ]);
  return {
    single: () => look('orders/single', 'orderNum=54321'),
    shopify: () => look('orders/by_shopify_reference', 'shopify_order_number=#12345'),
    query: () =>
      send(`orders/query?teamID=${teamId}&maxReturn=10`, [
        { field: 'CUSTOMER_CODE', value: 'M-1000', contains: false },
      ]),
    create: () =>
      send(`orders/create?teamID=${teamId}`, {
        REFERENCE_NUMBER: '0001',
        CUSTOMER_CODE: 'M-1000',
        LOCATION_CODE: 'MAIN',
        BNAME: 'Acme Repair',
        BADDRESS1: '101 Main St',
        BCITY: 'Bloomington',
        BSTATE: 'IN',
        BZIPCODE: '47404',
        BCOUNTRY: 'US',
      }),
    addLine: () =>
      send(`orders/line_item?teamID=${teamId}`, {
        ORDER_NUMBER: '54321',
        PART_CODE: 'MDVQ4LL/A',
        DESCRIPTION: 'iPhone 14 Pro',
        QUANTITY: '5',
      }),
    updateLine: () =>
      send(
        `orders/line_item?teamID=${teamId}`,
        { ORDER_NUMBER: '54321', LINE_REF_LOCK_CODE: 'ABC123XYZ', QUANTITY: '8' },
        '-X',
        'POST',
      ),
  };
}

describe('the commands of the reference pages', () => {
  it('look up order 54321', async () => {
    const answer: unknown = JSON.parse(await commands(await startPractice()).single());
    expect(answer).toMatchObject({
      status: 'success',
      data: {
        ORDER_NUMBER: '54321',
        REFERENCE_NUMBER: '0001',
        CUSTOMER_CODE: 'M-1000',
        ORDER_STATUS: 'Open',
      },
      subRecords: [{ ORDER_LINEITEMS: { PART_CODE: 'MDVQ4LL/A', QUANTITY: '5', NUMBER_SHIPPED: '3' } }],
    });
  });

  it('look up Shopify order #12345', async () => {
    const answer: unknown = JSON.parse(await commands(await startPractice()).shopify());
    expect(answer).toMatchObject({
      shopify_order_number: '#12345',
      orders: [{ order_type: 'invoice', pims_order_number: 'INV5001' }, { order_type: 'sales_order' }],
    });
  });

  it('query the orders of M-1000', async () => {
    const answer = JSON.parse(await commands(await startPractice()).query());
    expect(answer).toMatchObject({ status: 'success', subRecords: null });
    expect(answer.data).toContainEqual(
      expect.objectContaining({ ORDER_NUMBER: '54321', ORDER_STATUS: 'Open' }),
    );
    expect(answer.data.every((order: Record<string, string>) => order.CUSTOMER_CODE === 'M-1000')).toBe(true);
  });

  it('create an order', async () => {
    const server = await startPractice();
    const answer = JSON.parse(await commands(server).create());
    expect(answer).toEqual({ status: 'success', data: expect.stringMatching(/^\d+$/) });
    expect(server.order(answer.data)?.fields).toMatchObject({
      REFERENCE_NUMBER: '0001',
      BNAME: 'Acme Repair',
    });
  });

  it('add a line', async () => {
    const answer: unknown = JSON.parse(await commands(await startPractice()).addLine());
    expect(answer).toMatchObject({
      status: 'success',
      data: {
        LINE_NUMBER: '2',
        PART_CODE: 'MDVQ4LL/A',
        DESCRIPTION: 'iPhone 14 Pro',
        QUANTITY: '5',
        LINE_REF_LOCK_CODE: expect.any(String),
        NUMBER_SHIPPED: '0',
      },
      subRecords: null,
    });
  });

  it('update a line', async () => {
    const server = await startPractice({ behaviour: { lockCodesChange: false } });
    const answer: unknown = JSON.parse(await commands(server).updateLine());
    expect(answer).toMatchObject({
      status: 'success',
      data: {
        LINE_NUMBER: '1',
        PART_CODE: 'MDVQ4LL/A',
        DESCRIPTION: 'iPhone 14 Pro',
        QUANTITY: '8',
        LINE_REF_LOCK_CODE: 'ABC123XYZ',
        NUMBER_SHIPPED: '3',
      },
      subRecords: null,
    });
  });
});
