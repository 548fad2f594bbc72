import type { CheckedInput } from '../../shared/ipc/contract.ts';
import { ordersCsv } from '../services/orders-csv.ts';
import { writeTextFile } from './write-text-file.ts';

/**
 * Writes orders as a CSV to a file that a person chose in a dialog.
 * @throws DeskError `conflict` when the system does not let us
 */
export async function writeOrdersCsv(path: string, orders: CheckedInput<'orders.exportCsv'>): Promise<void> {
  await writeTextFile(path, ordersCsv(orders.columns, orders.rows));
}
