import { describe, expect, it } from 'vitest';
import { allHandlers } from '../../../electron/ipc/all-handlers.ts';
import type { ShellPort } from '../../../electron/ipc/ports.ts';
import type { FolderDesk } from '../../../electron/order-desk.ts';
import { contract } from '../../../shared/ipc/contract.ts';

/*
 * Everything that the page can ask for. A new line here is a new way in: it deserves a second look at what a page
 * that was taken over could do with it.
 */
const channels = [
  'app.info',
  'app.paste',
  'app.ready',
  'connections.choose',
  'connections.list',
  'connections.remove',
  'connections.save',
  'connections.test',
  'connections.unlock',
  'customers.cancel',
  'customers.complete',
  'customers.query',
  'customers.read',
  'customers.search',
  'data.acknowledge',
  'data.backUp',
  'data.findings',
  'data.safety',
  'dayCheck.cancel',
  'dayCheck.export',
  'dayCheck.plan',
  'dayCheck.run',
  'drafts.create',
  'drafts.duplicate',
  'drafts.edit',
  'drafts.list',
  'drafts.open',
  'drafts.remove',
  'drafts.restore',
  'drafts.standing',
  'drafts.submit',
  'imports.create',
  'imports.discard',
  'imports.list',
  'imports.mappings',
  'imports.ofContent',
  'imports.openDrafts',
  'imports.rememberMapping',
  'imports.removeMapping',
  'imports.saveFile',
  'imports.saveMapping',
  'imports.stage',
  'imports.takeOpened',
  'imports.undo',
  'network.chooseCaFile',
  'network.clearCaFile',
  'network.read',
  'orders.exportCsv',
  'orders.fieldNames',
  'orders.query',
  'orders.single',
  'outbox.accept',
  'outbox.adopt',
  'outbox.choices',
  'outbox.copy',
  'outbox.decideCopy',
  'outbox.evidence',
  'outbox.exportJournal',
  'outbox.journal',
  'outbox.keepChoices',
  'outbox.leftOver',
  'outbox.list',
  'outbox.older',
  'outbox.pause',
  'outbox.pauseConnection',
  'outbox.sendAgain',
  'outbox.settleLine',
  'outbox.steps',
  'outbox.wake',
  'outbox.withdraw',
  'parts.byBarcode',
  'parts.cancel',
  'parts.codes',
  'parts.complete',
  'parts.importPacks',
  'parts.known',
  'parts.packs',
  'parts.read',
  'parts.removePack',
  'parts.savePack',
  'parts.search',
  'preferences.change',
  'preferences.read',
  'scans.drop',
  'scans.keep',
  'scans.list',
  'searches.list',
  'searches.remove',
  'searches.save',
  'shopify.exportCsv',
  'shopify.lookup',
  'status.read',
  'status.tryNow',
  'templates.list',
  'templates.remove',
  'templates.rename',
  'templates.restore',
  'templates.save',
  'templates.start',
  'usage.month',
];

describe('the channels', () => {
  it('are these and no others', () => {
    expect(Object.keys(contract).sort()).toEqual(channels);
  });

  it('have a handler each', () => {
    const handlers = allHandlers({} as FolderDesk, {} as ShellPort);
    expect(Object.keys(handlers).sort()).toEqual(channels);
  });

  it('take no path of a file from the page', () => {
    const paths = channels.filter((channel) => /path|file/i.test(JSON.stringify(inputKeys(channel))));
    expect(paths).toEqual([]);
  });
});

function inputKeys(channel: string): string[] {
  const { input } = contract[channel as keyof typeof contract];
  return 'shape' in input ? Object.keys(input.shape) : [];
}
