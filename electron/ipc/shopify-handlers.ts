import { shopifyCsv, shopifyFileName } from '../export/shopify-csv.ts';
import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';
import type { FileDialogs } from './ports.ts';
import { saveFile } from './save-file.ts';

export function shopifyHandlers(
  { shopify }: OrderDesk,
  dialogs: FileDialogs,
): Handlers<DomainChannel<'shopify'>> {
  return {
    'shopify.lookup': (input) => shopify.lookUp(input),
    'shopify.exportCsv': ({ orders }) => {
      const kind = { name: 'CSV', extensions: ['csv'] };
      const request = { title: 'Save the Shopify orders', fileName: shopifyFileName(orders), kind };
      return saveFile(dialogs, request, shopifyCsv(orders));
    },
  };
}
