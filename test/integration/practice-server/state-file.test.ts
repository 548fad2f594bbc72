import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, startPractice } from './small-practice.ts';

let folder = '';
let stateFile = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'practice-state-'));
  stateFile = path.join(folder, 'deeper', 'state.jsonl');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function fill(): Promise<string> {
  const server = await startPractice({ stateFile });
  const created = await call(server, 'PUT', 'orders/create', { body: { REFERENCE_NUMBER: 'S-1' } });
  const { data: number } = created.json as { data: string };
  const line = { ORDER_NUMBER: number, PART_CODE: 'MDVQ4LL/A', QUANTITY: '2' };
  await call(server, 'PUT', 'orders/line_item', { body: line });
  server.updateLine(number, '1', { QUANTITY: '3' });
  await call(server, 'PUT', 'customers/create', { body: { BNAME: 'Kept Ltd' } });
  await server.stop();
  return number;
}

describe('the state file', () => {
  it('brings orders, lines and customers back, on another day too', async () => {
    const number = await fill();
    const again = await startPractice({ stateFile, today: '2026-06-20' });
    expect(again.order(number)).toMatchObject({
      fields: { REFERENCE_NUMBER: 'S-1', ORDER_DATE: '06/15/2026', SUBTOTAL: '2997.00' },
      lines: [{ QUANTITY: '3' }],
    });
    const customer = await call(again, 'POST', 'customers/query', {
      body: [{ field: 'BNAME', value: 'Kept Ltd' }],
    });
    expect(customer.json).toMatchObject({ data: [{ CUSTOMER_CODE: 'M-1012' }] });
    const next = await call(again, 'PUT', 'orders/create', { body: {} });
    expect(next.json).toEqual({ status: 'success', data: String(Number(number) + 1) });
    expect(again.order(String(Number(number) + 1))?.fields.ORDER_DATE).toBe('06/20/2026');
  });

  it('writes one line per change', async () => {
    await fill();
    const lines = (await readFile(stateFile, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines.every((line) => line.length < 1_000)).toBe(true);
  });

  it.each([
    ['cut off in the middle', '{"kind":"customer","fiel'],
    ['cut off with its line end there', '{"kind":"customer","fiel\n'],
    ['of zeros', '\0\0\0\0'],
  ])('drops a last line %s, and goes on behind it', async (_what, torn) => {
    const number = await fill();
    await appendFile(stateFile, torn);
    const again = await startPractice({ stateFile });
    expect(again.order(number)?.lines).toHaveLength(1);
    await call(again, 'PUT', 'orders/create', { body: { REFERENCE_NUMBER: 'S-2' } });
    const third = await startPractice({ stateFile });
    expect(third.orders().at(-1)?.fields.REFERENCE_NUMBER).toBe('S-2');
  });

  it('begins anew when not even the first line was finished', async () => {
    await fill();
    await writeFile(stateFile, '{"practiceSer');
    const again = await startPractice({ stateFile });
    expect(again.orders().at(-1)?.fields.REFERENCE_NUMBER).not.toBe('S-1');
  });

  it('goes back to the sample data for good', async () => {
    const number = await fill();
    const again = await startPractice({ stateFile });
    again.reset();
    expect(again.order(number)).toBeUndefined();
    await call(again, 'PUT', 'orders/create', { body: { REFERENCE_NUMBER: 'S-3' } });
    const third = await startPractice({ stateFile });
    expect(third.order(number)?.fields.REFERENCE_NUMBER).toBe('S-3');
  });

  it('says which line is no good, and whose seed it is', async () => {
    await fill();
    await expect(startPractice({ stateFile, seed: 8 })).rejects.toThrow(/begun with seed 7, not 8/);
    await expect(
      startPractice({ stateFile, size: { orders: 61, customers: 12, parts: 40 } }),
    ).rejects.toThrow(/another amount of sample data/);
    const lines = (await readFile(stateFile, 'utf8')).split('\n');
    await writeFile(stateFile, lines.with(1, '{"kind":"surprise"}').join('\n'));
    await expect(startPractice({ stateFile })).rejects.toThrow(/^Line 2 of .* Move the file away/);
  });
});
