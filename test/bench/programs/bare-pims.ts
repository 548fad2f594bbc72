import type { PimsFields } from '../../../shared/pims/fields.ts';
import type { Tenant } from '../../child-programs/plain-desk.ts';

/** One request with Node's own fetch, as a script would send it; answers the JSON. */
export async function send(
  { baseUrl, teamId, apiId, apiSecret }: Tenant,
  endpoint: string,
  body: unknown,
  method = 'PUT',
): Promise<unknown> {
  const response = await fetch(
    `${baseUrl}/tenant/api/pims/v1/${endpoint}?teamID=${encodeURIComponent(teamId)}`,
    {
      method,
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${apiId}:${apiSecret}`).toString('base64')}`,
      },
      body: JSON.stringify(body),
    },
  );
  if (!response.ok) throw new Error(`${endpoint} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** Creates an order and answers its number. */
export async function createOrder(tenant: Tenant, fields: PimsFields): Promise<string> {
  const answer = JSON.stringify(await send(tenant, 'orders/create', fields));
  const number = /"ORDER_NUMBER":"?(\d+)/.exec(answer)?.[1] ?? /"data":"?(\d+)/.exec(answer)?.[1];
  if (number === undefined) throw new Error(`The order has no number: ${answer}`);
  return number;
}

/** The code of some customer. */
export async function someCustomer(tenant: Tenant): Promise<string> {
  const answer = JSON.stringify(await send(tenant, 'orders/query', [], 'POST'));
  const code = /"CUSTOMER_CODE":"([^"]+)"/.exec(answer)?.[1];
  if (code === undefined) throw new Error('The sample data has no order with a customer.');
  return code;
}
