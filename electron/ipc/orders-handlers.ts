import { csvOf } from '../export/csv.ts';
import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';
import type { FileDialogs } from './ports.ts';
import { saveFile } from './save-file.ts';

export function ordersHandlers(
  { orders }: OrderDesk,
  dialogs: FileDialogs,
): Handlers<DomainChannel<'orders'>> {
  return {
    'orders.query': (query) => orders.query(query),
    'orders.single': (input) => orders.single(input),
    'orders.fieldNames': (input) => orders.fieldNames(input),
    'orders.exportCsv': ({ columns, rows }) => {
      const kind = { name: 'CSV', extensions: ['csv'] };
      const request = { title: 'Save the orders', fileName: 'orders.csv', kind };
      return saveFile(dialogs, request, csvOf(columns, rows));
    },
  };
}
