import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';
import type { FileDialogs } from './ports.ts';

export function networkHandlers(
  { network }: OrderDesk,
  dialogs: FileDialogs,
): Handlers<DomainChannel<'network'>> {
  return {
    'network.read': () => network.read(),
    'network.chooseCaFile': async () => {
      const path = await dialogs.chooseFileToOpen({
        title: 'Certificate authority to trust',
        kind: { name: 'Certificates', extensions: ['pem', 'crt', 'cer', 'ca-bundle'] },
      });
      return path === null ? network.read() : network.setCaFile(path);
    },
    'network.clearCaFile': () => network.setCaFile(null),
  };
}
