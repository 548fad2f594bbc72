import { writeOrdersCsv } from '../export/write-orders-csv.ts';
import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';
import type { FileDialogs } from './ports.ts';

export function ordersHandlers(
  { orders }: OrderDesk,
  dialogs: FileDialogs,
): Handlers<DomainChannel<'orders'>> {
  return {
    'orders.query': (query) => orders.query(query),
    'orders.single': (input) => orders.single(input),
    'orders.fieldNames': (input) => orders.fieldNames(input),
    'orders.exportCsv': async (exported) => {
      const savedAs = await dialogs.chooseFileToSave({
        title: 'Save the orders',
        fileName: 'orders.csv',
        kind: { name: 'CSV', extensions: ['csv'] },
      });
      if (savedAs !== null) await writeOrdersCsv(savedAs, exported);
      return { savedAs };
    },
  };
}
