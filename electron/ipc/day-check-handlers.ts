import { dayCheckCsv, dayCheckFileName } from '../export/day-check-csv.ts';
import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';
import type { ShellPort } from './ports.ts';
import { saveFile } from './save-file.ts';

export function dayCheckHandlers(
  { dayCheck }: OrderDesk,
  { dialogs }: ShellPort,
): Handlers<DomainChannel<'dayCheck'>> {
  return {
    'dayCheck.plan': (period) => dayCheck.plan(period),
    'dayCheck.run': (input) => dayCheck.run(input),
    'dayCheck.cancel': () => dayCheck.cancel(),
    'dayCheck.export': async (period) => {
      // Before the dialog, so that the file has what the person saw.
      const check = await dayCheck.plan(period);
      const kind = { name: 'CSV', extensions: ['csv'] };
      const request = { title: 'Save the day check', fileName: dayCheckFileName(period), kind };
      return saveFile(dialogs, request, dayCheckCsv(check));
    },
  };
}
