import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partsHandlers } from '../../../electron/ipc/parts-handlers.ts';
import type { FileDialogs } from '../../../electron/ipc/ports.ts';
import { makeSetting } from './desk-under-test.ts';
import { inventoryOf, inventoryRequests, partWithBarcode } from './inventory.ts';
import { addOwn } from './own-connection.ts';
import { steer } from './steered-network.ts';

const GS = '\u001d';

/** Dialogs in which a person always chooses this file, or cancels. */
function dialogsWith(path: string | null): FileDialogs {
  return { chooseFileToOpen: async () => path, chooseFileToSave: async () => null };
}

describe('a scanned code', () => {
  it('is a part’s barcode: asked for once, then known', async () => {
    const { open, practice } = await makeSetting();
    const part = await partWithBarcode(practice);
    const desk = await open();
    const found = { kind: 'found', partCode: part.code, packQuantity: '1', pieces: '1' };
    const [one, other] = await Promise.all([
      desk.parts.byBarcode({ code: part.barcode }),
      desk.parts.byBarcode({ code: part.barcode }),
    ]);
    expect(one).toMatchObject({ ...found, part: { barcode: part.barcode, available: part.available } });
    expect(other).toEqual(one);
    expect(await desk.parts.byBarcode({ code: `0${part.barcode}` })).toMatchObject(found);
    expect(await desk.parts.byBarcode({ code: `]E0${part.barcode}` })).toMatchObject(found);
    expect(inventoryRequests(practice) - 1).toBe(1);
  });

  it('may be a part’s code in any case, or the label of a supplier', async () => {
    const { open, practice } = await makeSetting();
    const part = await partWithBarcode(practice);
    const desk = await open();
    expect(await desk.parts.byBarcode({ code: part.code.toLowerCase() })).toMatchObject({
      kind: 'found',
      partCode: part.code,
    });
    const label = `[)>\u001e06${GS}1PTHEIRS${GS}P${part.code}${GS}Q25\u001e\u0004`;
    expect(await desk.parts.byBarcode({ code: label })).toMatchObject({ partCode: part.code, pieces: '25' });
    const gs1 = `]C101${part.barcode.padStart(14, '0')}3012`;
    expect(await desk.parts.byBarcode({ code: gs1 })).toMatchObject({ partCode: part.code, pieces: '12' });
    expect(inventoryRequests(practice) - 1).toBe(1);
  });

  it('that nobody knows is unknown, with what is wrong with it', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    expect(await desk.parts.byBarcode({ code: '999' })).toEqual({
      kind: 'unknown',
      code: '999',
      problem: null,
    });
    expect(await desk.parts.byBarcode({ code: '[)>06PA-1Q5' })).toEqual({
      kind: 'unknown',
      code: '[)>06PA-1Q5',
      problem: expect.stringContaining('group separators'),
    });
    expect(inventoryRequests(practice)).toBe(2);
  });
});

describe('the table of barcodes', () => {
  it('comes first, and says how many pieces', async () => {
    const { open, practice, network } = await makeSetting();
    const [first, second] = await inventoryOf(practice);
    const part = await partWithBarcode(practice);
    const cable = steer(network);
    const desk = await open({ network: cable.network });
    const partCode = (first?.code === part.code ? second?.code : first?.code) ?? '';
    await desk.packs.save({ barcode: part.barcode, partCode: partCode.toLowerCase(), quantity: '6' });
    const before = inventoryRequests(practice);
    const found = { kind: 'found', packQuantity: '6', pieces: '6' };
    cable.cut();
    expect(await desk.parts.byBarcode({ code: part.barcode })).toEqual({
      ...found,
      partCode: partCode.toLowerCase(),
      part: null,
    });
    cable.mend();
    expect(await desk.parts.byBarcode({ code: part.barcode })).toMatchObject({ ...found, partCode });
    expect(await desk.parts.byBarcode({ code: `]C102${part.barcode.padStart(14, '0')}3704` })).toMatchObject({
      partCode,
      packQuantity: '6',
      pieces: '24',
    });
    expect(inventoryRequests(practice)).toBe(before + 1);

    await desk.packs.remove({ barcode: part.barcode });
    expect(await desk.packs.list()).toEqual([]);
    expect(await desk.parts.byBarcode({ code: part.barcode })).toMatchObject({ partCode: part.code });
  });

  it('may name a part that PIMS has not', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    await desk.packs.save({ barcode: '1', partCode: 'gone', quantity: '6' });
    expect(await desk.parts.byBarcode({ code: '1' })).toEqual({
      kind: 'unknown',
      code: '1',
      problem: 'The table of barcodes says gone, and PIMS has no such part.',
    });
  });

  it('is each connection’s own', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    await desk.packs.save({ barcode: '1', partCode: 'A', quantity: '6' });
    await addOwn(desk, setting);
    expect(await desk.packs.list()).toEqual([]);
    expect(await desk.parts.byBarcode({ code: '1' })).toMatchObject({ kind: 'unknown', problem: null });
  });

  it('is taken over from a file, and every row accounted for', async () => {
    const { open, folder } = await makeSetting();
    const desk = await open();
    await desk.packs.save({ barcode: '1', partCode: 'A', quantity: '6' });
    await desk.packs.save({ barcode: '2', partCode: 'A', quantity: '6' });
    const path = join(folder, 'packs.csv');
    writeFileSync(path, 'BARCODE;PART_CODE;QUANTITY\n1;a;6\n2;A;12\n3;B;24\n3;B;24\n4;;1\n');
    const handlers = partsHandlers(desk, dialogsWith(path));
    expect(await handlers['parts.importPacks']({})).toEqual({
      rows: 5,
      added: 1,
      changed: 1,
      same: 2,
      problems: [{ row: 6, problem: 'It has no PART_CODE.' }],
    });
    expect(await handlers['parts.packs']({})).toEqual([
      { barcode: '1', partCode: 'A', quantity: '6' },
      { barcode: '2', partCode: 'A', quantity: '12' },
      { barcode: '3', partCode: 'B', quantity: '24' },
    ]);
    expect(await partsHandlers(desk, dialogsWith(null))['parts.importPacks']({})).toBeNull();
    writeFileSync(path, 'nothing of use');
    await expect(async () => handlers['parts.importPacks']({})).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(await desk.packs.list()).toHaveLength(3);
  });
});
