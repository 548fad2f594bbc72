import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { Tenant } from '../child-programs/plain-desk.ts';

const newman = createRequire(import.meta.url).resolve('newman/bin/newman.js');

/**
 * Adds lines to an order with Postman's runner, one iteration for each row of a CSV, as the vendor's page suggests.
 * Answers the milliseconds from its start to its end, which is when a person knows that all went well.
 */
export async function addLinesWithNewman(
  folder: string,
  tenant: Tenant,
  order: string,
  lines: readonly PimsFields[],
): Promise<number> {
  const collection = join(folder, 'add-lines.postman_collection.json');
  const rows = join(folder, 'lines.csv');
  writeFileSync(collection, JSON.stringify(collectionFor(tenant, order, Object.keys(lines[0] ?? {}))));
  writeFileSync(rows, Papa.unparse([...lines]));
  const started = performance.now();
  const child = spawn(process.execPath, [newman, 'run', collection, '-d', rows, '--silent', '--bail'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  const took = performance.now() - started;
  if (code !== 0) throw new Error(`newman ended with exit code ${code}.`);
  return took;
}

/** One request whose body takes its fields from the row; a test of its answer, so that a failure stops the run. */
function collectionFor(
  { baseUrl, teamId, apiId, apiSecret }: Tenant,
  order: string,
  fields: readonly string[],
) {
  const row = fields.map((field) => [field, `{{${field}}}`]);
  const body = { ...Object.fromEntries(row), ORDER_NUMBER: order };
  return {
    info: {
      name: 'Add lines',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: [
      {
        name: 'Add a line item',
        event: [
          {
            listen: 'test',
            script: {
              type: 'text/javascript',
              exec: ["pm.test('it is added', () => pm.response.to.have.status(200));"],
            },
          },
        ],
        request: {
          method: 'PUT',
          header: [{ key: 'Content-Type', value: 'application/json' }],
          auth: {
            type: 'basic',
            basic: [
              { key: 'username', value: apiId },
              { key: 'password', value: apiSecret },
            ],
          },
          url: `${baseUrl}/tenant/api/pims/v1/orders/line_item?teamID=${encodeURIComponent(teamId)}`,
          body: { mode: 'raw', raw: JSON.stringify(body) },
        },
      },
    ],
  };
}
